const PAUSE = 5000;

/** A second tap on the same form within five seconds sends nothing. No button is disabled, so none can stay so. */
export function submitOnce() {
  const sent = new WeakMap();

  const release = (form) => {
    sent.delete(form);
    form.removeAttribute("aria-busy");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.set(form, setTimeout(release, PAUSE, form));
    form.setAttribute("aria-busy", "true");
  });

  // Back from the next page, the form is as it was.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy]")) {
      clearTimeout(sent.get(form));
      release(form);
    }
  });
}
