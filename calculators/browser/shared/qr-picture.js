/** An address as a picture, for a phone to read. */

/** How many empty modules a reader of QR codes needs around one. */
const QUIET = 4;

const SVG = "http://www.w3.org/2000/svg";

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
