/** Puts the reader at the summary of what must be mended. */
export function showErrors() {
  document.querySelector(".error-summary")?.focus();
}
