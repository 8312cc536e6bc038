// The server shows times where the shopper is; only the browser knows where that is. Temporal says it at once; the
// first date format of a page loads a language's data, which holds a slow phone up for 80 to 300 ms.
const zone = globalThis.Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
document.cookie = `zone=${zone};path=/;max-age=31536000;samesite=lax`;
// A tap that comes while the page wakes is answered between two islands, not after all of them.
const breath = () => new Promise((go) => setTimeout(go));
// The shop in the pocket, where it is wanted: see `pocket.js`. Nothing waits for it.
const pocket = async (act, about) => (await import("./pocket.js"))[act](about);
addEventListener("beforeinstallprompt", (event) => (event.preventDefault(), (window.offer = event)));
addEventListener("load", async () => {
  const { serviceWorker: workers } = navigator;
  // One that is there looks for newer ones by itself; asked for anew, one that was called back would stay.
  const at = await (workers?.controller ? workers.getRegistration() : workers?.register("/sw.js").catch(() => {}));
  const seen = () => at.waiting && at.active && pocket("renew", at.waiting);
  if (at) seen(), (at.onupdatefound = () => (at.installing.onstatechange = seen));
});
// Loads the program when the browser has nothing better to do, then wakes the islands of the page.
const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 1));
idle(async () => {
  const program = await import("./cartwright.js");
  await program.default({ module_or_path: new URL("cartwright.wasm", import.meta.url) });
  // Called for the page, and by the navigation for every page that is swapped in.
  window.wakeIslands = async (root) => {
    for (const island of root.querySelectorAll("leptos-island")) {
      await breath();
      program[island.dataset.component]?.(island);
    }
    if (root.querySelector("[data-pocket]")) pocket("wake", root);
  };
  await breath();
  program.hydrate();
  await window.wakeIslands(document);
  document.documentElement.dataset.awake = "";
});
