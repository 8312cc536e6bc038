// What pages do of the shop in the pocket, loaded where it is wanted: a new version, the home screen, notices on this device.
const words = async () => {
  const page = await (await fetch(`/${document.documentElement.lang}/offline`)).text();
  return new DOMParser().parseFromString(page, "text/html").querySelector("[data-ready]").dataset;
};
const button = (says, act) => Object.assign(document.createElement("button"), { className: "button quiet", type: "button", textContent: says, onclick: act });

/** A new version waits: it is used when the shopper says so, and never in the middle of a checkout. */
export async function renew(worker) {
  if (/^\/[^/]+\/checkout\//.test(location.pathname) || document.getElementById("renew")) return;
  const { ready, use } = await words(), notice = document.createElement("p");
  Object.assign(notice, { id: "renew", className: "notice", role: "status", textContent: `${ready} ` });
  notice.append(button(use, () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    worker.postMessage("use");
  }));
  document.getElementById("main").before(notice);
}

/** The home screen: offered once a thing was bought, and never again to who has said no. */
function keep(place) {
  if (localStorage.getItem("keep") || matchMedia("(display-mode: standalone)").matches) return;
  const [install, no] = place.querySelectorAll("button");
  const over = () => {
    localStorage.setItem("keep", "no");
    place.hidden = true;
  };
  install.hidden = !window.offer;
  install.onclick = async () => {
    await window.offer.prompt();
    over();
  };
  no.onclick = over;
  place.hidden = false;
}

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt());
const send = (path, fields) =>
  fetch(path, { method: "POST", body: new URLSearchParams(fields), headers: { accept: "application/json" } });

/** Notices on this device. The browser is asked for them when the button is pressed, and at no other time. */
async function tell(form) {
  const { key, on, no, start, stop } = form.dataset, [press] = form.querySelectorAll("button"), said = form.querySelector("[role=status]");
  const worker = await navigator.serviceWorker?.ready;
  if (!worker?.pushManager) return;
  const held = () => worker.pushManager.getSubscription();
  const marked = () => localStorage.getItem(`told ${form.dataset.about}`);
  const show = async () => {
    const is = marked() && (await held());
    press.textContent = is ? stop : start;
    said.textContent = is ? on : "";
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    event.stopPropagation();
    press.disabled = true;
    try {
      const device = await held();
      if (marked() && device) {
        const { endpoint, keys } = device.toJSON();
        await send("/api/messages/device-gone", { endpoint, auth: keys.auth });
        await device.unsubscribe();
        for (const name of Object.keys(localStorage)) if (name.startsWith("told ")) localStorage.removeItem(name);
        await show();
      } else if ((await Notification.requestPermission()) === "granted") {
        const device = (await held()) ?? (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }));
        const { endpoint, keys } = device.toJSON(), fields = new URLSearchParams(new FormData(form));
        for (const [name, value] of Object.entries({ endpoint, ...keys })) fields.set(`device[${name}]`, value);
        const answer = await send(form.action, fields);
        if (!answer.ok || !(await answer.json())) throw answer;
        localStorage.setItem(`told ${form.dataset.about}`, "yes");
        await show();
      } else said.textContent = no;
    } catch {
      said.textContent = no;
    }
    press.disabled = false;
  };
  await show();
  form.hidden = false;
}

/** Wakes what a page has of these. */
export function wake(root) {
  for (const place of root.querySelectorAll("[data-pocket]")) ({ keep, tell })[place.dataset.pocket](place);
}
