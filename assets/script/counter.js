/** Says how many characters are left in a text field: at once to the eye, at a pause to the ear. */
export function countCharacters() {
  for (const field of document.querySelectorAll("textarea[data-count][maxlength]")) {
    const place = document.getElementById(field.dataset.count);
    if (place) follow(field, place);
  }
}

function follow(field, place) {
  const seen = document.createElement("span");
  seen.setAttribute("aria-hidden", "true");
  const heard = document.createElement("span");
  heard.className = "visually-hidden";
  heard.setAttribute("aria-live", "polite");
  place.replaceChildren(seen, heard);

  const show = () => {
    const left = field.maxLength - field.value.length;
    const template = field.dataset.countTemplate || "{n}";
    seen.textContent = template.replace("{n}", left.toLocaleString(document.documentElement.lang || undefined));
    place.classList.toggle("few", left <= field.maxLength / 10);
  };
  let pause;
  field.addEventListener("input", () => {
    show();
    clearTimeout(pause);
    pause = setTimeout(() => (heard.textContent = seen.textContent), 1000);
  });
  window.addEventListener("pageshow", show);
  show();
}
