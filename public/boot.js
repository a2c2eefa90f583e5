// Says so when the program cannot start: a browser that is too old, or a file that is incomplete.
// A program that does not start cannot fetch the release that mends it, so this does.
(() => {
  const RETRY = 60_000;
  const opening = () => document.querySelector("#app > .opening");
  const again = () => opening() && location.reload();

  const mend = async () => {
    const workers = navigator.serviceWorker;
    const kept = await workers?.getRegistration();
    if (!kept) return;
    workers.addEventListener("controllerchange", again);
    const take = () => kept.waiting?.postMessage("take");
    kept.addEventListener("updatefound", () => {
      kept.installing?.addEventListener("statechange", take);
    });
    take();
    // Without a network there is nothing newer; the next try comes with the next load.
    await kept.update().catch(() => null);
  };

  let told = false;
  const failed = () => {
    const words = opening();
    if (!words || told) return;
    told = true;
    words.textContent = "打不开：浏览器太旧，或文件没有下载完整。请刷新；仍不行时请换新版浏览器，或告诉工作人员。";
    setTimeout(again, RETRY);
    mend();
  };
  // A script that is missing says so to its own element only, which the window hears on the way down.
  const heard = (event) => {
    if (event.target === window || event.target instanceof HTMLScriptElement) failed();
  };
  window.addEventListener("error", heard, true);
  window.addEventListener("unhandledrejection", failed);
})();
