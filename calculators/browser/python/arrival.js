/**
 * Fetches files whose content is known, and finds out why one did not arrive or does not run.
 */

/** @typedef {"net" | "missing" | "server" | "portal" | "damaged"} Loss - Why a file did not arrive. */
/** @typedef {"webassembly" | "memory" | "start"} Refusal - Why what arrived does not run. */
/** @typedef {{ bytes: number, sha256: string }} Content */
/** @typedef {(read: number) => void} Heard - How much of a file is there now. */
/** @typedef {(response: Response) => void} Met - What comes as a file, before it is read; a second time when the first was bad. */

/** A file that did not arrive. */
export class NotArrived extends Error {
  /**
   * @param {Loss} kind
   * @param {string} detail - For a person who reports it.
   */
  constructor(kind, detail) {
    super(detail);
    this.kind = kind;
  }
}

/** A browser without WebAssembly. */
export class NoWebAssembly extends Error {}

/** Make sure that the browser runs WebAssembly: a strict mode or a rule of a workplace turns it off. */
export function requireWebAssembly() {
  if (typeof WebAssembly !== "object") throw new NoWebAssembly("WebAssembly is not there");
}

/**
 * Name the cause of an error.
 *
 * @param {unknown} error
 * @returns {Loss | Refusal}
 */
export function causeOf(error) {
  if (error instanceof NotArrived) return error.kind;
  if (error instanceof NoWebAssembly) return "webassembly";
  return isMemory(String(error)) ? "memory" : "start";
}

/**
 * Tell whether an error's words speak of memory that was not to be had; every engine has its own.
 *
 * @param {string} words
 * @returns {boolean}
 */
const isMemory = (words) => /memory|allocation (failed|size overflow)/i.test(words);

/**
 * Fetch a file and check every byte. What is not the file is asked for once more, past every copy that the browser keeps:
 * a copy that is bad once would be bad for ever.
 *
 * @param {string} address
 * @param {Content} content
 * @param {Heard} [heard]
 * @param {Met} [met]
 * @returns {Promise<Uint8Array<ArrayBuffer>>} Rejects with `NotArrived`.
 */
export async function fetchChecked(address, content, heard, met) {
  /** @param {RequestCache} cache */
  const attempt = async (cache) => {
    const response = await ask(address, cache);
    met?.(response);
    return checked(response, content, heard);
  };
  try {
    return await attempt("default");
  } catch (error) {
    if (!(error instanceof NotArrived) || error.kind === "net") throw error;
    return attempt("reload");
  }
}

/**
 * Find out why a script did not load, past every copy that the browser keeps; undefined when it comes all right now.
 *
 * @param {string} address
 * @returns {Promise<Loss | undefined>}
 */
export async function whyLost(address) {
  try {
    const response = await ask(address, "reload");
    const text = await response.text();
    return looksLikePage(text.trimStart()) ? "portal" : undefined;
  } catch (error) {
    return error instanceof NotArrived ? error.kind : "net";
  }
}

/**
 * @param {string} address
 * @param {RequestCache} cache
 * @returns {Promise<Response>} What came, if it may be the file.
 */
async function ask(address, cache) {
  const asked = fetch(address, { cache, redirect: "manual", mode: "same-origin" });
  const response = await asked.catch((error) => {
    throw new NotArrived("net", `${error} ${address}`);
  });
  // A file of ours is where its address says. A net that one must sign in to sends the browser elsewhere.
  if (response.type === "opaqueredirect") throw new NotArrived("portal", `Sent on: ${address}`);
  const told = `${response.status} ${response.url}`;
  const { status } = response;
  if (status === 407 || status === 511) throw new NotArrived("portal", told);
  if (status >= 500 || status === 429) throw new NotArrived("server", told);
  if (!response.ok || !response.body) throw new NotArrived("missing", told);
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("text/html")) throw new NotArrived("portal", `${told} ${type}`);
  return response;
}

/**
 * @param {Response} response
 * @param {Content} content
 * @param {Heard} [heard]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function checked(response, { bytes, sha256 }, heard) {
  const whole = new Uint8Array(bytes);
  let read = 0;
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw new NotArrived("net", `${error} ${response.url}, after ${read} bytes`);
    });
    if (done) break;
    if (!read && looksLikePage(new TextDecoder().decode(value.slice(0, 100)).trimStart())) {
      throw new NotArrived("portal", `A page came as ${response.url}`);
    }
    if (read + value.length > bytes) {
      throw new NotArrived("damaged", `${response.url} has more than ${bytes} bytes`);
    }
    whole.set(value, read);
    read += value.length;
    heard?.(read);
  }
  if (read < bytes) {
    throw new NotArrived("damaged", `${response.url} has ${read} of ${bytes} bytes`);
  }
  if ((await digest(whole)) !== sha256) {
    throw new NotArrived("damaged", `${response.url} is not what this page expects`);
  }
  return whole;
}

/** @param {string} text */
const looksLikePage = (text) => /^<(!doctype|html|head|body|meta|script)\b/i.test(text);

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>} Its sha256 in hexadecimal digits.
 */
async function digest(bytes) {
  // A page over plain HTTP has no such thing.
  const own = globalThis.crypto?.subtle;
  const hash = own ? new Uint8Array(await own.digest("SHA-256", bytes)) : await byHand(bytes);
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Uint8Array} bytes */
async function byHand(bytes) {
  const { sha256 } = await import("./sha256.js").catch((error) => {
    throw new NotArrived("net", String(error));
  });
  return sha256(bytes);
}
