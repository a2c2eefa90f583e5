// The way back from a service worker that does harm: put this file in the place of sw.js.
// Each machine that asks for updates drops what it keeps and is served by the network again.
addEventListener('install', (event) => event.waitUntil(skipWaiting()));
// A browser may let it wait all the same while the one before has work; the page asks at its start screen.
addEventListener('message', (event) => {
  if (event.data === 'take') event.waitUntil(skipWaiting());
});
addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith('tijian-'));
  await Promise.all(own.map((name) => caches.delete(name)));
  await registration.unregister();
}
