/**
 * Shows the full reference of a citation where it is read. Without this, the link leads to the list of sources.
 */

/** Make every citation of the tab, now and later, show its reference when it is chosen. */
export function showReferences() {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("click", choose, { capture: true });
}

/**
 * @param {MouseEvent} event
 */
function choose(event) {
  const link = event.target instanceof Element && event.target.closest("a.bfr-cite");
  if (!(link instanceof HTMLAnchorElement)) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const reference = document.getElementById(link.hash.slice(1));
  if (!reference) return;
  event.preventDefault();
  event.stopPropagation(); // else instant navigation takes the reader to the list
  open(link, reference);
}

/**
 * Open the reference beside its citation, and give it the focus; closing it gives the focus back.
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
  note.setAttribute("aria-label", `Source: ${link.textContent?.trim()}`);
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
