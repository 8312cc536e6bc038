// Passkeys, on the two pages that have them: asks the shop for a question, the device for its answer, and sends the form with both.
// Browsers before `parseRequestOptionsFromJSON` (Chrome 128, Safari 18.3) are served, so bytes are read and written by hand.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

const ask = async (form) => {
  const answer = await fetch(form.dataset.passkey, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
  });
  if (!answer.ok) throw answer;
  const [challenge, asks] = await answer.json();
  const { publicKey } = JSON.parse(asks);
  publicKey.challenge = bytes(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
  for (const known of publicKey.excludeCredentials ?? []) known.id = bytes(known.id);
  return [challenge, publicKey];
};

const send = (form, challenge, { id, rawId, type, response }) => {
  const said = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (response[part]) said[part] = text(response[part]);
  form.elements.challenge.value = challenge;
  form.elements.answer.value = JSON.stringify({ id, rawId: text(rawId), type, response: said, clientExtensionResults: {} });
  form.submit();
};

const keys = window.PublicKeyCredential && navigator.credentials;
// A device is asked one thing at a time: the button takes over from what is offered beside the field.
let waits = new AbortController();
const wake = async (form) => {
  const adds = form.action.endsWith("add");
  const refused = form.querySelector("[role=alert]");
  form.hidden = false;
  form.parentNode.querySelector("[data-without]")?.remove();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    waits.abort();
    waits = new AbortController();
    refused.hidden = true;
    try {
      const [challenge, publicKey] = await ask(form);
      const options = { publicKey, signal: waits.signal };
      send(form, challenge, await (adds ? keys.create(options) : keys.get(options)));
    } catch (why) {
      // Whoever has proven who they are too long ago is asked once more.
      if (why.status === 401) location.reload();
      else refused.hidden = false;
    }
  });
  if (adds || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  const { signal } = waits;
  try {
    const [challenge, publicKey] = await ask(form);
    send(form, challenge, await keys.get({ publicKey, signal, mediation: "conditional" }));
  } catch {
    // It was only offered.
  }
};
if (keys) for (const form of document.querySelectorAll("[data-passkey]")) wake(form);
