/**
 * Ways to keep an answer: the clipboard, a file, paper. All of them stay on the reader's device.
 */

/**
 * Copy a text; where the browser refuses, show it selected, so that it can be copied by hand.
 *
 * @param {string} text
 * @param {HTMLDialogElement} dialog - Holds a text field.
 * @returns {Promise<boolean>} Whether it was copied.
 */
export async function copy(text, dialog) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = /** @type {HTMLTextAreaElement} */ (dialog.querySelector("textarea"));
    field.value = text;
    dialog.showModal();
    field.focus();
    field.select();
    field.scrollTop = 0;
    return false;
  }
}

/**
 * Hand a file over as a download.
 *
 * @param {{ name: string, type: string, text: string }} file
 */
export function download({ name, type, text }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Write a letter as plain text.
 *
 * @param {{ title: string, opening: string[], parts: { title: string, lines: string[] }[], closing: string[] }} letter
 */
export function letterText({ title, opening, parts, closing }) {
  const listed = parts.map((part) =>
    [part.title, ...part.lines.map((line) => `- ${line}`)].join("\n"),
  );
  return `${[title, ...opening, ...listed, ...closing].join("\n\n")}\n`;
}

/**
 * Print some elements and nothing else of the page; `print.css` leaves out what is neither marked nor holds a mark.
 *
 * @param {"letter" | "result"} what
 * @param {Iterable<Element>} elements
 */
export function printOnly(what, elements) {
  const root = document.documentElement;
  const printed = [...elements];
  const folded = printed.flatMap((each) => [
    ...each.querySelectorAll("details[data-part=steps]:not([open])"),
  ]);
  root.classList.add(`bfr-print-${what}`);
  for (const each of printed) each.setAttribute("data-printing", "");
  for (const each of folded) each.setAttribute("open", "");
  const over = new AbortController();
  const tidy = () => {
    over.abort();
    root.classList.remove(`bfr-print-${what}`);
    for (const each of printed) each.removeAttribute("data-printing");
    for (const each of folded) each.removeAttribute("open");
  };
  // Not every phone says when printing is over: then the reader's next touch does.
  for (const sign of ["afterprint", "pointerdown", "keydown"]) {
    window.addEventListener(sign, tidy, { signal: over.signal });
  }
  window.print();
}
