// What this browser has seen, on the pages of an account whose owner has asked that it be kept: what is new comes to the account, and
// the browser remembers what the account has. What is looked at goes to the front, so all before the longest end that is as the
// account last knew it is new.
const lines = (key) => (localStorage.getItem(key) ?? "").split("\n").filter(Boolean);

const join = async (place) => {
  const was = localStorage.getItem("seen");
  const [seen, known] = [lines("seen"), lines("seen-known")];
  let news = 0;
  const isKnown = () => {
    const others = known.filter((id) => !seen.slice(0, news).includes(id));
    return seen.slice(news).every((id, at) => others[at] === id);
  };
  while (!isKnown()) news++;
  const answer = await fetch("/api/account/seen-join", {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ lang: document.documentElement.lang, ids: seen.slice(0, news), list: place.dataset.seen }),
  });
  if (!answer.ok) return;
  const [ids, drawn] = await answer.json();
  if (drawn) place.innerHTML = drawn;
  // Something was looked at meanwhile beside this page: the next one tells of it.
  if (localStorage.getItem("seen") !== was) return;
  for (const key of ["seen", "seen-known"]) localStorage.setItem(key, ids.replaceAll(",", "\n"));
};

for (const place of document.querySelectorAll("[data-seen]")) join(place).catch(() => {});
