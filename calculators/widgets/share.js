/**
 * A plan in an address, and an address as a picture. Only the fragment is used: no browser sends it anywhere.
 */

/** What a plan's fragment starts with; a calculator's own starts with its name. */
const START = "#my-plan?";

/** How many empty modules a reader of QR codes needs around one. */
const QUIET = 4;

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {{ rules: string, answers: Map<string, Answers>, leftOut: Set<string> }} Plan - By letter of the step. */

/**
 * Write a plan as the fragment of an address.
 *
 * @param {Plan} plan
 * @returns {string}
 */
export function toPlan({ rules, answers, leftOut }) {
  const pairs = [["r", rules]];
  for (const [letter, given] of answers) {
    for (const [name, answer] of Object.entries(given)) {
      pairs.push([`${letter}.${name}`, Array.isArray(answer) ? answer.join(" ") : answer]);
    }
  }
  if (leftOut.size) pairs.push(["x", [...leftOut].join("")]);
  return `${START}${new URLSearchParams(pairs)}`;
}

/**
 * Read a plan from the fragment of an address; null when it is about something else.
 *
 * @param {string} fragment
 * @returns {Plan | null}
 */
export function fromPlan(fragment) {
  if (!fragment.startsWith(START)) return null;
  const pairs = new URLSearchParams(fragment.slice(START.length));
  /** @type {Map<string, Answers>} */
  const answers = new Map();
  for (const [key, answer] of pairs) {
    const [letter, name] = key.split(/\.(.*)/);
    if (!name) continue;
    const given = answers.get(letter) ?? {};
    given[name] = answer;
    answers.set(letter, given);
  }
  return { rules: pairs.get("r") ?? "", answers, leftOut: new Set(pairs.get("x") ?? "") };
}

/**
 * Draw a QR code. The encoder is fetched when the first one is asked for.
 *
 * @param {string} text
 * @param {string} label - What the picture is, in words.
 * @returns {Promise<SVGSVGElement>}
 */
export async function qrPicture(text, label) {
  const encoder = new URL("./qr.js", import.meta.url).href;
  /** @type {typeof import("qr")} */
  const { encodeQR } = await import(encoder);
  const rows = encodeQR(text, "raw", { ecc: "low", border: QUIET });
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  picture.setAttribute("shape-rendering", "crispEdges");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  const path = document.createElementNS(SVG, "path");
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  path.setAttribute("d", dark.join(""));
  picture.append(path);
  return picture;
}
