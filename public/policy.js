// What may become markup or the address of a script: Trusted Types (deploy/headers.toml) ask here.
// The program draws with nodes; only the parts of its views that never change are markup, so plain
// elements with plain attributes are enough. Everything else is refused, and no text is ever a script.
(() => {
  const elements =
    "article|b|br|button|caption|code|col|colgroup|datalist|dd|del|details|dfn|div|dl|dt|em|fieldset|figcaption|" +
    "figure|footer|form|h[1-6]|header|hr|i|input|ins|kbd|label|legend|li|main|mark|meter|nav|ol|optgroup|" +
    "option|output|p|progress|q|s|samp|section|select|small|span|strong|sub|summary|sup|svg|table|tbody|" +
    "td|textarea|tfoot|th|thead|time|tr|u|ul|var|wbr|circle|ellipse|g|line|path|polygon|polyline|rect|title";
  const attributes =
    "aria-[a-z]+|autocapitalize|autocomplete|autocorrect|checked|class|cols|colspan|cx|cy|d|data-[a-z-]+|" +
    "dir|disabled|enterkeyhint|fill|focusable|for|height|hidden|id|inert|inputmode|label|lang|list|max|" +
    "maxlength|min|minlength|multiple|name|novalidate|open|pattern|placeholder|points|preserveAspectRatio|r|readonly|required|" +
    "role|rows|rowspan|rx|ry|scope|selected|shape-rendering|size|spellcheck|step|stroke|stroke-[a-z]+|tabindex|title|type|" +
    "value|viewBox|width|x|x1|x2|xmlns|y|y1|y2";
  const tag = `</?(?:${elements})(?: (?:${attributes})(?:="[^"]*")?)* ?/?>`;
  const inert = new RegExp(`^(?:[^<]|${tag})*$`);
  // A page that is one file carries its worker inside, at an address of its own making.
  const program = /^(?:\.\/(?:sw|docx-worker-[0-9a-f]{16})\.js|blob:.*)$/;
  window.trustedTypes?.createPolicy("default", {
    createHTML: (markup) => (inert.test(markup) ? markup : null),
    createScriptURL: (address) => (program.test(address) ? address : null),
  });
})();
