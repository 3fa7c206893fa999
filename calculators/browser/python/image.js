/**
 * Keeps an image of Python's memory on the reader's device, so that a later visit does not start Python again.
 *
 * It is taken of a Python that was started for it and has never seen what a reader typed. It is kept under the runtime's own
 * address and the browser's name, and thrown away on any doubt: other bytes, another size, another answer to a known
 * question, or a start that took longer than without it.
 */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ sha256: string, size: number, pages: number[], request: string, response: string, coldMs: number }} Head - `pages` that hold anything, in order. */
/** @typedef {{ head: Head, bytes: Bytes }} Image */

const CACHE = "bfr-python-image";
const PAGE_BYTES = 4096;

/**
 * Take an image of a memory: the pages that hold anything.
 *
 * @param {Uint8Array} memory
 * @returns {{ size: number, pages: number[], bytes: Bytes }}
 */
export function take(memory) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  const pages = [];
  for (let page = 0; page * PAGE_BYTES < memory.length; page += 1) {
    const start = (page * PAGE_BYTES) / 4;
    if (words.subarray(start, start + PAGE_BYTES / 4).some(Boolean)) pages.push(page);
  }
  const bytes = new Uint8Array(pages.length * PAGE_BYTES);
  pages.forEach((page, at) => {
    const start = page * PAGE_BYTES;
    bytes.set(memory.subarray(start, start + PAGE_BYTES), at * PAGE_BYTES);
  });
  return { size: memory.length, pages, bytes };
}

/**
 * Put an image into a memory.
 *
 * @param {Uint8Array} memory
 * @param {{ size: number, pages: number[], bytes: Bytes }} image
 */
export function put(memory, { size, pages, bytes }) {
  if (memory.length !== size) {
    throw new Error(`The image is of ${size} bytes, not ${memory.length}`);
  }
  memory.fill(0);
  pages.forEach((page, at) => {
    memory.set(bytes.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES), page * PAGE_BYTES);
  });
}

/** @param {string} base - Of the runtime. */
const keyOf = (base) => `${base}image/${encodeURIComponent(navigator.userAgent)}`;

/** @param {Bytes} bytes */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Find the image of a runtime.
 *
 * @param {string} base
 * @returns {Promise<Image | "useless" | undefined>} `useless` where none wins.
 */
export async function findImage(base) {
  try {
    const kept = await (await caches.open(CACHE)).match(keyOf(base));
    if (!kept) return undefined;
    if (kept.headers.has("Useless")) return "useless";
    const head = JSON.parse(decodeURIComponent(kept.headers.get("Head") ?? ""));
    const bytes = new Uint8Array(await kept.arrayBuffer());
    if ((await digest(bytes)) === head.sha256) return { head, bytes };
    await forgetImage(base);
  } catch {
    // A browser that keeps nothing, or a page over plain HTTP: Python starts as on a first visit.
  }
  return undefined;
}

/**
 * Keep an image, and nothing of earlier runtimes.
 *
 * @param {string} base
 * @param {Omit<Head, "sha256">} told
 * @param {Bytes} bytes
 */
export async function keepImage(base, told, bytes) {
  const head = { ...told, sha256: await digest(bytes) };
  await caches.delete(CACHE);
  const headers = { Head: encodeURIComponent(JSON.stringify(head)) };
  await (await caches.open(CACHE)).put(keyOf(base), new Response(bytes, { headers }));
}

/**
 * Throw the image away, and remember where none wins.
 *
 * @param {string} base
 * @param {boolean} [isUseless]
 */
export async function forgetImage(base, isUseless = false) {
  await caches.delete(CACHE);
  if (!isUseless) return;
  const useless = new Response("", { headers: { Useless: "yes" } });
  await (await caches.open(CACHE)).put(keyOf(base), useless);
}
