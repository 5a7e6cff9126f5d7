/** The header's panels close on Escape, and when one goes elsewhere. */
export function watchDisclosures() {
  const open = () => document.querySelectorAll("header.site details[open]");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const panel of open()) {
      if (panel.contains(document.activeElement)) panel.querySelector("summary").focus();
      panel.open = false;
    }
  });
  const closeOthers = (event) => {
    for (const panel of open()) {
      if (!panel.contains(event.target)) panel.open = false;
    }
  };
  document.addEventListener("click", closeOthers);
  document.addEventListener("focusin", closeOthers);
}
