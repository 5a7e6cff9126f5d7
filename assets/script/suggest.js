import { askAfter } from "./pause.js";

const PAUSE = 150;

/** Offers ways to go on while somebody types in a search box; the browser shows them as its own. */
export function suggestWhileTyping() {
  for (const box of document.querySelectorAll("input[data-suggest]")) follow(box);
}

function follow(box) {
  const list = document.createElement("datalist");
  list.id = `${box.id}-suggestions`;
  box.after(list);
  box.setAttribute("list", list.id);
  box.autocomplete = "off";
  const { later } = askAfter(PAUSE, async (signal) => {
    const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value)}`, { signal });
    if (answer.ok) show(list, await answer.json());
  });
  box.addEventListener("input", later);
}

function show(list, texts) {
  const options = texts.map((text) => {
    const option = document.createElement("option");
    option.value = text;
    return option;
  });
  list.replaceChildren(...options);
}
