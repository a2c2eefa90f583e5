// Says so when the program cannot start: a browser that is too old, or a file that is incomplete.
(() => {
  const opening = () => document.querySelector("#app > .opening");
  const failed = () => {
    const words = opening();
    if (words) {
      words.textContent = "打不开：浏览器太旧，或文件没有下载完整。请刷新；仍不行时请换新版浏览器，或告诉工作人员。";
    }
  };
  window.addEventListener("error", failed);
  window.addEventListener("unhandledrejection", failed);
})();
