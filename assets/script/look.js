import { askAfter } from "./pause.js";

const PAUSE = 800;
/** What was chosen beside the text, and says something about it. */
const CHOSEN = ["topic_group", "topic", "area"];

/** Asks what the server makes of what is being written, and shows its answer. Nothing is kept there. */
export function lookWhileWriting() {
  for (const place of document.querySelectorAll("[data-look]")) {
    const form = place.closest("form");
    if (form) follow(form, place);
  }
}

function follow(form, place) {
  const { later, never } = askAfter(PAUSE, async (signal) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (CHOSEN.includes(name)) body.append(name, value);
    }
    body.append("text", form.elements[place.dataset.field]?.value ?? "");
    const answer = await fetch(place.dataset.look, { method: "POST", body, signal });
    if (answer.ok) show(place, await answer.text());
  });
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", never);
}

/** Says something only when it has changed, so that a screen reader is not interrupted for nothing. */
function show(place, html) {
  if (place.dataset.shown === html) return;
  place.dataset.shown = html;
  place.replaceChildren(document.createRange().createContextualFragment(html));
}
