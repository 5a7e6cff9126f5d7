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
  let pause;
  let asked;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value)}`, { signal: asked.signal });
      if (answer.ok) show(list, await answer.json());
    } catch {
      // Without a network one types on.
    }
  };
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
}

function show(list, texts) {
  const options = texts.map((text) => {
    const option = document.createElement("option");
    option.value = text;
    return option;
  });
  list.replaceChildren(...options);
}
