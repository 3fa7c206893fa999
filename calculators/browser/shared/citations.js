/**
 * Shows the full reference of a citation, or what a term means, where it is read. Without this, the link leads to the
 * list of sources, or to the glossary.
 */

/** Unfold what holds the place that the address names, and every list of sources before the page is printed. */
export function unfold() {
  const reveal = () => {
    const place = document.getElementById(anchor());
    const fold = place?.closest("details.bfr-sources-fold:not([open])");
    if (!place || !(fold instanceof HTMLDetailsElement)) return;
    fold.open = true;
    place.scrollIntoView();
  };
  reveal();
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => {
    const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (
      document.querySelectorAll("details.bfr-sources-fold:not([open])")
    );
    for (const fold of folds) fold.open = true;
    const close = () => folds.forEach((fold) => (fold.open = false));
    window.addEventListener("afterprint", close, { once: true });
  });
}

/** @returns {string} What the address names; a fragment that is no text, such as a torn link, names nothing. */
function anchor() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** Make every citation and term of the tab, now and later, show what stands behind it when it is chosen. */
export function showReferences() {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("click", choose, { capture: true });
}

/**
 * @param {MouseEvent} event
 */
function choose(event) {
  const link = event.target instanceof Element && event.target.closest("a.bfr-cite, a.bfr-term");
  if (!(link instanceof HTMLAnchorElement)) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const reference = document.getElementById(
    link.getAttribute("aria-describedby") ?? link.hash.slice(1),
  );
  if (!reference) return;
  event.preventDefault();
  event.stopPropagation(); // else instant navigation takes the reader away
  open(link, reference);
}

/**
 * Open the reference beside its citation, or the meaning beside its term, and give it the focus; closing it gives the focus back.
 *
 * @param {Element} link
 * @param {Element} reference
 */
function open(link, reference) {
  const note = document.createElement("div");
  note.className = "bfr-reference";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "dialog");
  const kind = link.matches(".bfr-term") ? "Term" : "Source";
  note.setAttribute("aria-label", `${kind}: ${link.textContent?.trim()}`);
  for (const node of reference.childNodes) note.append(node.cloneNode(true));
  link.after(note);
  note.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed") note.remove();
  });
  note.showPopover();
  const { left, bottom } = link.getBoundingClientRect();
  const room = document.documentElement.clientWidth - note.offsetWidth - 12;
  note.style.insetInlineStart = `${Math.max(12, Math.min(left, room))}px`;
  note.style.insetBlockStart = `${bottom + 6}px`;
  note.focus();
}
