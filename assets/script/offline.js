/** Telling without a network: what is sent waits on the phone until it has come through. */
import { clearDraft, draftOf, hasDraft } from "./drafts.js";
import { deliver, deliverAll } from "./deliver.js";
import { dropShell } from "./shell.js";
import { REFUSED, WAITING, find, forget, keep, waitingOf } from "./store.js";

const { town, membership: signedIn } = document.documentElement.dataset;
// The page kept for the time without a network knows for whom it was kept.
const membership = signedIn ?? document.querySelector("form[data-offline]")?.elements.membership.value;
const able = Boolean(window.indexedDB && window.isSecureContext && window.crypto?.randomUUID);

export function tellOffline() {
  if (!town || !able) return;
  watchSigningOut();
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register(town + "/app/worker.js", { scope: town + "/" }).catch(() => {});
    if (signedIn) navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ keep: signedIn }));
  }
  if (!membership) return;
  for (const form of document.querySelectorAll("form[data-offline]")) watch(form);
  show();
  sendWaiting();
  window.addEventListener("online", sendWaiting);
}

let sending;
function sendWaiting() {
  sending ??= once().finally(() => (sending = undefined));
  return sending;
}

async function once() {
  if (!(await waitingOf(membership)).some((entry) => entry.state === WAITING)) return;
  const { sent, left } = await deliverAll(membership);
  if (sent) say("received");
  if (left) sendLater();
  await show();
}

/** Asks the browser to wake us when there is a network, where it can. */
async function sendLater() {
  try {
    const worker = await navigator.serviceWorker?.ready;
    await worker?.sync?.register("send");
  } catch {
    // Then it is sent when the page is next opened.
  }
}

// --- The form -------------------------------------------------------------------------------------------------

function watch(form) {
  const note = form.querySelector("[data-offline-note]");
  mend(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.hasAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    const entry = entryOf(form);
    try {
      await keep(entry);
    } catch {
      // No room on the phone: the ordinary way, then.
      form.submit();
      return;
    }
    const { became, address } = navigator.onLine ? await deliver(entry) : { became: "later" };
    form.removeAttribute("aria-busy");
    if (became === "sent") {
      await forget(entry.key);
      location.assign(address);
    } else if (became === "refused" && signedIn) {
      // The server shows the form again with a remark at each field.
      await forget(entry.key);
      form.submit();
    } else if (missing(form)) {
      await forget(entry.key);
      tell(note, note.dataset.missing);
      missing(form).focus();
    } else {
      clearDraft(form.dataset.draft);
      form.reset();
      form.elements.story.dispatchEvent(new Event("input"));
      form.elements.submission.value = crypto.randomUUID();
      tell(note, became === "signed-out" ? note.dataset.signIn : note.dataset.kept);
      note.focus();
      sendLater();
      await show();
    }
  });
}

function tell(note, text) {
  note.hidden = false;
  note.textContent = text;
}

function entryOf(form) {
  const submission = form.elements.submission;
  submission.value ||= crypto.randomUUID();
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return { key: submission.value, membership, action: form.action, fields, at: Date.now(), state: WAITING };
}

/** The first of what must be there and is not. */
function missing(form) {
  const has = new FormData(form);
  const name = ["story", "source", "topic_group", "area"].find((field) => !has.get(field)?.trim());
  return name && document.getElementById(name);
}

/** Opens one that was refused, with what the server said of it. */
async function mend(form) {
  const key = new URLSearchParams(location.hash.slice(1)).get("mend");
  const entry = key && (await find(key));
  if (entry?.membership !== membership) return;
  for (const field of form.elements) {
    const value = entry.fields.find(([name]) => name === field.name)?.[1];
    if (field.type === "radio" || field.type === "checkbox") field.checked = value === field.value;
    else if (field.name && value !== undefined) field.value = value;
  }
  form.elements.story.dispatchEvent(new Event("input", { bubbles: true }));
  const note = form.querySelector("[data-offline-note]");
  tell(note, (entry.remarks ?? []).map((remark) => remark.text).join(" "));
  note.hidden = !entry.remarks?.length;
}

// --- What lies here ---------------------------------------------------------------------------------------------

async function show() {
  const entries = await waitingOf(membership);
  for (const section of document.querySelectorAll("[data-waiting]")) {
    const row = section.querySelector("template");
    section.hidden = entries.length === 0;
    section.querySelector("ul").replaceChildren(...entries.map((entry) => rowOf(row, section, entry)));
  }
}

function rowOf(template, section, entry) {
  const row = template.content.cloneNode(true);
  const part = (name) => row.querySelector(`[data-${name}]`);
  const story = entry.fields.find(([name]) => name === "story")?.[1] ?? "";
  part("story").textContent = story.length > 120 ? story.slice(0, 120) + " …" : story;
  const remarks = (entry.remarks ?? []).map((remark) => remark.text).join(" ");
  part("state").textContent = entry.state === REFUSED ? remarks : section.dataset.queued;
  part("mend").hidden = entry.state !== REFUSED;
  part("mend").href = `${town}/observations/new#mend=${entry.key}`;
  part("mend").addEventListener("click", () => setTimeout(() => location.pathname.endsWith("/observations/new") && location.reload()));
  part("delete").addEventListener("click", async () => {
    await forget(entry.key);
    await show();
    document.getElementById("main")?.focus();
  });
  return row;
}

function say(what) {
  for (const place of document.querySelectorAll(`[data-say-${what}]`)) place.hidden = false;
}

// --- Signing out ------------------------------------------------------------------------------------------------

function watchSigningOut() {
  const dialog = document.querySelector("dialog[data-unsent]");
  for (const form of document.querySelectorAll("form[data-draft-clear]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const unsent = signedIn ? await waitingOf(signedIn).catch(() => []) : [];
      const lies = unsent.length || hasDraft(draftOf(signedIn));
      if (lies && dialog?.showModal) ask(dialog, form, unsent.length);
      else leave(form);
    });
  }
}

async function leave(form) {
  await dropShell(town).catch(() => {});
  form.submit();
}

function ask(dialog, form, count) {
  const text = dialog.querySelector("[data-count]");
  const button = (name) => dialog.querySelector(`[data-${name}]`);
  const on = (name, act) => (button(name).onclick = act);
  const say = (n) => {
    const { begun, one, many } = text.dataset;
    text.textContent = n === 0 ? begun : n === 1 ? one : many.replace("{n}", n);
    button("send").hidden = n === 0;
  };
  say(count);
  on("send", async () => {
    await sendWaiting();
    const left = (await waitingOf(signedIn)).length;
    if (left || hasDraft(draftOf(signedIn))) say(left);
    else leave(form);
  });
  on("keep", () => leave(form));
  on("delete", async () => {
    for (const entry of await waitingOf(signedIn)) await forget(entry.key);
    clearDraft(draftOf(signedIn));
    leave(form);
  });
  on("cancel", () => dialog.close());
  dialog.showModal();
}
