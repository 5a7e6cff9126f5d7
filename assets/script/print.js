/** Buttons that print the page; the style hides them without script. */
export function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
}
