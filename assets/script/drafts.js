// What one is writing is kept on the device until it has been sent, so nothing typed is lost.
const PREFIX = "samskab:draft:";
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;

// Never hidden fields, passwords, addresses, phone numbers or consents.
const KEPT = ["textarea", "select-one", "select-multiple", "text", "search", "number", "date", "time", "radio"];

export function keepDrafts() {
  // Storage may be shut off; then there are no drafts.
  let store;
  try {
    store = window.localStorage;
  } catch {
    return;
  }
  if (!store) return;

  forgetOld(store);
  for (const done of document.querySelectorAll("[data-draft-done]")) {
    store.removeItem(PREFIX + done.dataset.draftDone);
  }
  for (const form of document.querySelectorAll("form[data-draft]")) {
    follow(form, store);
  }
  // Where it is first asked what to do with it, it goes when that is answered.
  const { membership } = document.documentElement.dataset;
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && event.target.matches("form[data-draft-clear]")) clearDraft(draftOf(membership));
  });
}

/** What a membership's half-written story is called. */
export const draftOf = (membership) => `observation-${membership}`;

/** Whether there is one of that name, with something in it. */
export function hasDraft(name) {
  try {
    return Boolean(read(window.localStorage, PREFIX + name));
  } catch {
    return false;
  }
}

/** Forgets one draft. */
export function clearDraft(name) {
  try {
    window.localStorage.removeItem(PREFIX + name);
  } catch {
    // Without storage there are none.
  }
}

function follow(form, store) {
  const key = PREFIX + form.dataset.draft;

  if ("draftRestore" in form.dataset) {
    const draft = read(store, key);
    if (draft && fill(form, draft.fields)) {
      form.querySelectorAll("[data-draft-note]").forEach((note) => (note.hidden = false));
    }
  }
  const save = () => {
    const fields = values(form);
    try {
      if (Object.keys(fields).length) store.setItem(key, JSON.stringify({ at: Date.now(), fields }));
      else store.removeItem(key);
    } catch {
      // A full store keeps what it had.
    }
  };
  form.addEventListener("input", save);
  form.addEventListener("change", save);

  for (const drop of form.querySelectorAll("[data-draft-drop]")) {
    drop.addEventListener("click", () => {
      form.reset();
      form.querySelectorAll("[data-draft-note]").forEach((note) => (note.hidden = true));
      for (const field of fieldsOf(form)) announce(field);
      store.removeItem(key);
      fieldsOf(form)[0]?.focus();
    });
  }
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && KEPT.includes(field.type) && !("draftSkip" in field.dataset));
}

/** What has been written or chosen, by name; fields with the same name keep their order. */
function values(form) {
  const found = {};
  let written = false;
  for (const field of fieldsOf(form)) {
    if (field.type === "radio" && !field.checked) continue;
    const value = field.type === "select-multiple" ? [...field.selectedOptions].map((option) => option.value) : field.value;
    if (differs(field)) written = true;
    (found[field.name] ??= []).push(value);
  }
  return written ? found : {};
}

/** Whether a field holds something else than the server sent. */
function differs(field) {
  if (field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) {
    const options = [...field.options];
    if (field.multiple) return options.some((option) => option.selected !== option.defaultSelected);
    return field.selectedIndex !== Math.max(0, options.findIndex((option) => option.defaultSelected));
  }
  return field.value !== field.defaultValue;
}

function fill(form, fields) {
  let filled = false;
  const taken = {};
  for (const field of fieldsOf(form)) {
    const kept = fields[field.name];
    if (!Array.isArray(kept)) continue;
    const before = field.type === "radio" ? field.checked : field.value;
    if (field.type === "radio") {
      field.checked = kept[0] === field.value;
    } else {
      const value = kept[(taken[field.name] = (taken[field.name] ?? -1) + 1)];
      if (field.type === "select-multiple") {
        for (const option of field.options) option.selected = Boolean(value?.includes(option.value));
      } else if (field.type === "select-one") {
        if ([...field.options].some((option) => option.value === value)) field.value = value;
      } else if (typeof value === "string") {
        field.value = value;
      }
    }
    if (before !== (field.type === "radio" ? field.checked : field.value)) {
      filled = true;
      announce(field);
      field.closest("details")?.setAttribute("open", "");
    }
  }
  return filled;
}

function announce(field) {
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function read(store, key) {
  try {
    const draft = JSON.parse(store.getItem(key));
    return draft && typeof draft.fields === "object" ? draft : null;
  } catch {
    return null;
  }
}

function keys(store) {
  return Object.keys(store).filter((key) => key.startsWith(PREFIX));
}

function forgetOld(store) {
  for (const key of keys(store)) {
    const draft = read(store, key);
    if (!draft || !(Date.now() - draft.at < KEPT_FOR)) store.removeItem(key);
  }
}
