// Says so when the program cannot start: a browser that is too old, or a file that is incomplete.
(() => {
  const opening = () => document.querySelector("#app > .opening");
  const failed = () => {
    const words = opening();
    if (words) {
      words.textContent = "打不开：浏览器太旧，或文件没有下载完整。请刷新；仍不行时请换新版浏览器，或告诉工作人员。";
    }
  };
  // A script that is missing says so to its own element only, which the window hears on the way down.
  const heard = (event) => {
    if (event.target === window || event.target instanceof HTMLScriptElement) failed();
  };
  window.addEventListener("error", heard, true);
  window.addEventListener("unhandledrejection", failed);
})();
