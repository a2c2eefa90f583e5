// What may become markup or the address of a script: Trusted Types (deploy/headers.toml) ask here.
// The program draws with nodes; only the parts of its views that never change are markup, so plain
// elements with plain attributes are enough. Everything else is refused, and no text is ever a script.
(() => {
  const elements =
    "b|br|caption|col|colgroup|dd|div|dl|dt|em|fieldset|figcaption|figure|footer|h[1-6]|header|hr|" +
    "legend|li|main|nav|ol|p|section|small|span|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|" +
    "thead|tr|ul|circle|g|line|path|polyline|rect|title";
  const attributes =
    "aria-[a-z]+|class|colspan|cx|cy|d|dir|fill|focusable|height|hidden|id|lang|points|r|role|rowspan|" +
    "rx|ry|scope|stroke|stroke-[a-z]+|tabindex|viewBox|width|x|x1|x2|xmlns|y|y1|y2";
  const tag = `</?(?:${elements})(?: (?:${attributes})(?:="[^"]*")?)* ?/?>`;
  const inert = new RegExp(`^(?:[^<]|${tag})*$`);
  // A page that is one file carries its worker inside, at an address of its own making.
  const program = /^(?:\.\/(?:sw|docx-worker-[0-9a-f]{16})\.js|blob:.*)$/;
  window.trustedTypes?.createPolicy("default", {
    createHTML: (markup) => (inert.test(markup) ? markup : null),
    createScriptURL: (address) => (program.test(address) ? address : null),
  });
})();
