// The server shows times where the shopper is; only the browser knows where that is.
document.cookie = `zone=${Intl.DateTimeFormat().resolvedOptions().timeZone};path=/;max-age=31536000;samesite=lax`;
// Loads the program when the browser has nothing better to do, then wakes the islands of the page.
const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 1));
idle(async () => {
  const program = await import("./cartwright.js");
  await program.default({ module_or_path: new URL("cartwright.wasm", import.meta.url) });
  // Called for the page, and by the navigation for every page that is swapped in.
  window.wakeIslands = (root) => {
    for (const island of root.querySelectorAll("leptos-island")) program[island.dataset.component]?.(island);
  };
  program.hydrate();
  window.wakeIslands(document);
  document.documentElement.dataset.awake = "";
});
