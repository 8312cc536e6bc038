// The shop in the pocket: what of it can be read, and changed, without a connection. The build's name below changes with
// every build, so that a browser sees that there is a new version; it waits until the shopper wants it.
// Kept: built files and pictures; pages as last seen; orders, by whose browser they are; changes of the cart not yet sent.
const BUILD = "{package}", FILES = "files-" + BUILD, THINGS = "things", PAGES = "pages";
const PATIENCE = 4000, HOUR = 3600000, MOST = { [THINGS]: 150, [PAGES]: 40 };
// Only pages in a language are pages of shoppers: the desk, /api, /webhooks and /dev are none. Of them these are never kept: what
// is paid, who is signed in, what opens by a secret; and whatever says `no-store`, but for the orders.
const PAGE = /^\/[a-z]{2}(-\w+)?(\/|$)/, NEVER = /^\/[^/]+\/(checkout|messages|account|returns)(\/|$)/;
const ORDERS = /^\/([^/]+)\/orders(\/[^/]+)?$/;
const CART = /^\/api\/cart\/(add|change|remove|aside)$/;

const on = addEventListener;
// What is not done yet when the worker would be put to sleep.
const during = (name, act) => on(name, (event) => event.waitUntil(act(event)));
// The drawers of the cupboard: `orders` by address, `changes` in their order, `facts` by name.
const DRAWERS = ["orders", "changes", "facts"];
const cupboard = () => new Promise((yes, no) => {
  const asked = indexedDB.open("pocket", 1);
  asked.onupgradeneeded = () => {
    for (const name of DRAWERS) asked.result.createObjectStore(name, { autoIncrement: true });
  };
  asked.onsuccess = () => yes(asked.result);
  asked.onerror = () => no(asked.error);
});
const drawer = async (name, act) => {
  const open = await cupboard();
  return new Promise((yes, no) => {
    const turn = open.transaction(name, "readwrite"), asked = act(turn.objectStore(name));
    turn.oncomplete = () => (open.close(), yes(asked?.result));
    turn.onabort = () => (open.close(), no(turn.error));
  });
};
const read = (name, key) => drawer(name, (of) => of.get(key));
const write = (name, value, key) => drawer(name, (of) => of.put(value, key));
const fact = async (name, none) => (await read("facts", name)) ?? none;
const note = (name, value) => write("facts", value, name);
const entries = async (name) => {
  const keys = await drawer(name, (of) => of.getAllKeys());
  return Promise.all(keys.map(async (key) => [key, await read(name, key)]));
};

const head = ({ headers }, name) => headers.get(name);
const language = (path) => path.split("/")[1];
const offline = (lang) => caches.open(FILES).then(async (files) => {
  const path = `/${lang}/offline`;
  let page = await files.match(path);
  if (!page) {
    page = await fetch(path);
    if (!page.ok) throw page;
    await files.put(path, page.clone());
  }
  return page;
});
// A phrase the offline page brings along, in the shopper's language.
const phrase = async (lang, name) => (await (await offline(lang)).text()).match(`data-${name}="([^"]*)"`)?.[1] ?? "";
const thrifty = () => navigator.connection?.saveData;

during("install", async () => {
  for (const { url } of await clients.matchAll({ includeUncontrolled: true })) {
    const { pathname } = new URL(url);
    if (!PAGE.test(pathname)) continue;
    const html = await (await offline(language(pathname))).text();
    if (thrifty()) continue;
    const named = [...html.matchAll(/(?:href|src)="(\/(?:pkg|fonts)[^"]+)"/g)].map(([, path]) => path);
    const all = [...named, ...["cartwright.js", "cartwright.wasm", "pocket.js"].map((name) => `/${BUILD}/${name}`), "/art/offline.svg"];
    await (await caches.open(FILES)).addAll(new Set(all)).catch(() => {});
  }
});
const clear = async (but = []) => {
  for (const name of await caches.keys()) but.includes(name) || await caches.delete(name);
};
during("activate", async () => {
  await clear([FILES, THINGS, PAGES]);
  await clients.claim();
});
on("message", ({ data }) => data === "use" && skipWaiting());
during("sync", () => send());

const forget = () => Promise.all([...DRAWERS.map((name) => drawer(name, (of) => of.clear())), caches.delete(PAGES)]);
// Answers say whose they are. When that is somebody else, nothing of the one before stays.
const owned = async (answer) => {
  const owner = head(answer, "owner"), before = owner && await fact("owner");
  if (before && before !== "nobody" && before !== owner) await forget();
  if (owner && before !== owner) await note("owner", owner);
  return owner;
};

// A shop that has no worker any more wants none: this one goes, with all it kept.
let asked = 0;
const alive = async () => {
  if (Date.now() - asked < HOUR) return;
  asked = Date.now();
  const own = await fetch("/sw.js", { cache: "no-cache" });
  if (own.status !== 404 && (!own.ok || (await own.text()))) return;
  await clear();
  await forget();
  return registration.unregister();
};

const keep = async (name, request, answer) => {
  const cache = await caches.open(name);
  await cache.put(request, answer);
  for (const old of (await cache.keys()).slice(0, -MOST[name] || 0)) await cache.delete(old);
};
const file = async ({ request }, name) => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(name, request, answer.clone());
  return answer;
};

const dressed = (html, headers) => new Response(html, { headers });
const title = (html) => html.match(/<title>([^<]*)/)?.[1] ?? "";
// A page as it was, with the time at which it was so.
const asItWas = async (html, headers, at, lang) => {
  const said = new Date(at).toLocaleString(lang, { dateStyle: "long", timeStyle: "short" });
  const says = (await phrase(lang, "as-of")).replace("{time}", () => said);
  return dressed(html.replace(/<main\b[^>]*>/, (main) => `${main}<p class="notice" id="as-of" role="status">${says}</p>`), headers);
};
const keptPage = async (url) => {
  const lang = language(url.pathname);
  if (ORDERS.test(url.pathname)) {
    const [order, owner] = [await read("orders", url.pathname), await fact("owner")];
    return order && order.owner === owner && (() => asItWas(order.html, order.headers, order.at, lang));
  }
  const page = await (await caches.open(PAGES)).match(url.pathname + url.search);
  return page && (async () => asItWas(await page.text(), page.headers, head(page, "date"), lang));
};
const seen = async (url, answer) => {
  const path = url.pathname, of = ORDERS.exec(path), owner = await owned(answer);
  if (!answer.ok || answer.redirected || !/^text\/html/.test(head(answer, "content-type"))) {
    if (of && answer.status === 404) await drawer("orders", (all) => all.delete(path));
    return;
  }
  if (of && owner && owner !== "nobody") {
    const html = await answer.text();
    await write("orders", { html, owner, headers: [...answer.headers], at: head(answer, "date"), title: title(html) }, path);
  } else if (!/no-store/.test(head(answer, "cache-control"))) await keep(PAGES, path + url.search, answer);
};
// What can be done without a connection: orders and pages that are kept.
const offlinePage = async (lang) => {
  const page = await offline(lang), owner = await fact("owner"), links = [];
  for (const [path, order] of await entries("orders")) order.owner === owner && links.push([path, order.title]);
  for (const { url } of await (await caches.open(PAGES)).keys()) {
    const { pathname, search } = new URL(url);
    if (language(pathname) === lang) links.push([pathname + search, title(await (await caches.match(url)).text())]);
  }
  // Addresses come with their quotes in percents, titles as they stood in HTML.
  const list = links.map(([path, name]) => `<li><a href="${path}">${name}</a></li>`).join("");
  return dressed((await page.text()).replace(/(<ul[^>]*id="kept"[^>]*>)/, (all) => all + list), page.headers);
};
const page = async (event, url) => {
  const { pathname: path } = url, lang = language(path), kept = await keptPage(url).catch(() => {});
  // The browser would give what it had within the last minutes, and not say so.
  const fresh = fetch(event.request, { cache: "no-cache" }).then((answer) => {
    event.waitUntil(seen(url, answer.clone()).catch(() => {}));
    return answer;
  });
  event.waitUntil(fresh.then(async () => (await alive()) || Promise.all([send(), thrifty() || offline(lang)])).catch(() => {}));
  if (/\/orders\/./.test(path)) event.waitUntil(looked(path.split("/")[3]));
  const late = new Promise((_, no) => kept && setTimeout(no, PATIENCE));
  return Promise.race([fresh, late]).catch(() => (kept ? kept() : offlinePage(lang)));
};

// The cart. What cannot be sent now is sent later, under a key by which the shop knows it again; the cart shown meanwhile is a guess.
const post = async ({ path, body, key }) => {
  const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded", "idempotency-key": key };
  return fetch(path, { method: "POST", headers, body, signal: AbortSignal.timeout(15000) });
};
let sending;
const send = () => sending ??= (async () => {
  const all = await entries("changes"), told = await fact("told", []);
  for (const [key, change] of all) {
    const answer = await post(change);
    if (answer.status === 429 || answer.status >= 500) throw answer;
    await owned(answer);
    const cart = await answer.json().catch(() => {});
    if (cart && !cart.fine && !told.includes(cart.says)) told.push(cart.says), await note("told", told);
    await drawer("changes", (of) => of.delete(key));
  }
  if (all.length) new BroadcastChannel("cart").postMessage("changed");
})().finally(() => sending = undefined);
const escaped = (text) => text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt()};`);
// How many changes are not sent yet; nothing where all are.
const waiting = async (lang) => {
  const { length } = await entries("changes");
  return length && (await phrase(lang, "waiting")).replace("{count}", length);
};
const shown = async (cart, lang) => {
  const waits = await waiting(lang), told = await fact("told", []);
  let notice = "";
  if (told.length) notice += `<p class="notice bad" role="alert">${await phrase(lang, "told")} ${told.map(escaped).join(" ")}</p>`;
  if (waits) notice += `<p class="notice" id="waiting" role="status">${waits}</p>`;
  return Response.json({ ...cart, body: notice + cart.body });
};
const NONE = { version: 0, count: 0, says: "", fine: true, body: "", sums: "" };
const guessed = (cart, path, fields) => {
  const line = fields.get("line"), many = new RegExp(`(id="many-${+line}"[^>]*? value=")(\\d+)`), was = +(many.exec(cart.body)?.[2] ?? 0);
  const to = /add$/.test(path) ? null : /change$/.test(path) ? (+fields.get("by") ? was + +fields.get("by") : +fields.get("quantity")) : 0;
  if (to === null) return { ...cart, count: cart.count + +fields.get("quantity") };
  return { ...cart, count: Math.max(0, cart.count + to - was), body: cart.body.replace(many, (_, before) => before + to) };
};
const change = async (event, path) => {
  const body = await event.request.text(), fields = new URLSearchParams(body), wish = { path, body, key: crypto.randomUUID() };
  try {
    await send();
    const answer = await post(wish);
    await owned(answer);
    if (answer.ok) await note("cart", await answer.clone().json());
    // Who goes on has read what did not work.
    await note("told", []);
    return answer;
  } catch {
    await drawer("changes", (of) => of.add(wish));
    await registration.sync?.register("cart").catch(() => {});
    const cart = guessed(await fact("cart", NONE), path, fields), lang = fields.get("lang");
    await note("cart", cart);
    return shown({ ...cart, fine: true, says: await waiting(lang) }, lang);
  }
};
const cart = async ({ request }, lang) => {
  try {
    await send();
    const answer = await fetch(request);
    await owned(answer);
    if (!answer.ok) return answer;
    const now = await answer.json();
    await note("cart", now);
    return shown(now, lang);
  } catch {
    return shown(await fact("cart", NONE), lang);
  }
};

on("fetch", (event) => {
  const { request } = event, url = new URL(request.url), { pathname: path } = url;
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && CART.test(path) && request.mode !== "navigate") return event.respondWith(change(event, path));
  if (request.method !== "GET") return;
  if (path === "/api/cart") return event.respondWith(cart(event, url.searchParams.get("lang")));
  if (path.startsWith("/media/")) return event.respondWith(file(event, THINGS));
  if (/^\/(pkg-|fonts|art|icons|favicon)/.test(path)) return event.respondWith(file(event, FILES));
  const whole = request.mode === "navigate" || head(request, "accept")?.startsWith("text/html");
  if (whole && PAGE.test(path) && !NEVER.test(path) && !url.searchParams.has("key")) event.respondWith(page(event, url));
});

// News of an order. The same news a second time disturbs nobody.
const count = async (next) => {
  const unread = next(await fact("unread", {}));
  await note("unread", unread);
  await navigator.setAppBadge?.(Object.keys(unread).length);
};
const looked = async (order) => {
  for (const notice of await registration.getNotifications({ tag: order })) notice.close();
  await count(({ [order]: _, ...unread }) => unread);
};
during("push", async ({ data }) => {
  const { title, tag, id, url, ...says } = data.json();
  const known = (await registration.getNotifications({ tag })).some((one) => one.data.id === id);
  await registration.showNotification(title, {
    ...says, tag, icon: "/icons/icon-192.png", data: { id, url }, silent: known, renotify: !known,
  });
  await count((unread) => ({ ...unread, [tag]: id }));
});
during("notificationclick", async ({ notification }) => {
  const { data, tag } = notification;
  notification.close();
  await count(({ [tag]: _, ...unread }) => unread);
  const to = new URL(data.url, location.origin), open = await clients.matchAll({ type: "window" });
  const there = open.find(({ url }) => new URL(url).pathname === to.pathname);
  return there ? there.focus() : clients.openWindow(to);
});
// The push service has moved the device: the shop is told, by what only the two share.
during("pushsubscriptionchange", async ({ oldSubscription: old, newSubscription: now }) => {
  const was = old.toJSON(), is = (now ?? await registration.pushManager.subscribe(old.options)).toJSON();
  const body = new URLSearchParams({ ...is.keys, endpoint: is.endpoint, was: was.endpoint, secret: was.keys.auth });
  await post({ path: "/api/messages/moved", body });
});
