// Takes out what the page carries: the address of each file by its name. The program asks for its
// files there (browser/source.rs), and the policy of the page lets it ask nowhere else.
const inside = await (async () => {
  const { held } = globalThis;
  if (held === undefined) {
    // Cut off, or changed: then the browser has refused it.
    document.querySelector("#app > .opening").textContent =
      "打不开：这个文件不完整，或被改动过。请从原来的地方重新复制一份。";
    await new Promise(() => {});
  }
  delete globalThis.held;
  const letters = atob(held);
  const packed = new Uint8Array(letters.length);
  // Uint8Array.from takes twenty times as long: it asks an iterator for each.
  for (let at = 0; at < letters.length; at += 1) packed[at] = letters.charCodeAt(at);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  let end = bytes.indexOf(10); // The list is one line.
  const list = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  end += 1;
  const addresses = {};
  for (const { name, kind, length } of list) {
    const content = bytes.subarray(end, end + length);
    addresses[name] = URL.createObjectURL(new Blob([content], { type: kind }));
    end += length;
  }
  for (const link of document.querySelectorAll("link:not([rel])")) {
    link.href = addresses[link.getAttribute("href")];
  }
  return addresses;
})();
globalThis.inside = inside;
