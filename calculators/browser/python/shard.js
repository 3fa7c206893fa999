/**
 * Answers that the build has made, for before Python runs; `calculators/build/shards.py` writes them and tells what they
 * are. Each is what the rules say to all that stands in a form, for a reader whom nobody has screened; to anything else
 * nothing is found.
 */

/** @typedef {import("../shared/read-answers.js").Answers} Answers */
/**
 * @typedef {object} Table - Texts that differ by their numbers alone.
 * @property {number} rows
 * @property {number[]} asked - The answers that vary: places of a piece, of a column, of a piece, and so on.
 * @property {number[]} said - The response, likewise.
 * @property {string[]} columns - One number for all rows, or one for each.
 */
/**
 * @typedef {object} Made - What a file holds.
 * @property {string} calculator
 * @property {unknown} standing - As the page tells it of such a reader.
 * @property {Answers} answers - All that do not vary.
 * @property {string[]} varies - The names of those that do.
 * @property {string[]} pieces
 * @property {Table[]} tables
 */
/** @typedef {{ calculator: string, answers: Answers, standing?: unknown, part: string }} Asked - What the bridge is asked. */
/** @typedef {{ address: string, integrity: string }} Place */
/** @typedef {{ href: string, text: Promise<string> }} Early - What `early.js` has asked for. */

/** The answers to the common questions of one calculator. */
export class Shard {
  /** @type {Made} */
  #made;
  /** Responses by the answers that vary. @type {Map<string, () => string> | undefined} */
  #responses;

  /** @param {Made} made */
  constructor(made) {
    this.#made = made;
  }

  /**
   * Find the response to a question.
   *
   * @param {Asked} asked
   * @returns {string | undefined} What the bridge would say; nothing when that is not known.
   */
  find({ calculator, answers, standing, part }) {
    const { varies, ...made } = this.#made;
    if (part !== "answer" || calculator !== made.calculator) return undefined;
    if (!isSame(standing ?? null, made.standing)) return undefined;
    const fixed = Object.entries(made.answers);
    if (Object.keys(answers).length !== fixed.length + varies.length) return undefined;
    if (!fixed.every(([name, value]) => isSame(answers[name], value))) return undefined;
    this.#responses ??= this.#index();
    return this.#responses.get(JSON.stringify(varies.map((name) => answers[name])))?.();
  }

  /** @returns {Map<string, () => string>} */
  #index() {
    /** @type {Map<string, () => string>} */
    const found = new Map();
    const { pieces, tables } = this.#made;
    for (const { rows, asked, said, columns } of tables) {
      const numbers = columns.map((column) => column.split(" "));
      /** @type {(shape: number[], row: number) => string} */
      const text = (shape, row) =>
        shape.map((at, place) => (place % 2 ? numberOf(numbers[at], row) : pieces[at])).join("");
      for (let row = 0; row < rows; row += 1) found.set(text(asked, row), () => text(said, row));
    }
    return found;
  }
}

/**
 * @param {string[]} column
 * @param {number} row
 */
const numberOf = (column, row) => (column.length > 1 ? column[row] : column[0]);

/**
 * @param {unknown} one
 * @param {unknown} other
 */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @type {Map<string, Promise<Shard | undefined>>} */
const loaded = new Map();

/**
 * Load the answers of a calculator, once. Nobody waits for them, so nobody is told when they do not come: Python answers.
 *
 * @param {Place} place
 * @returns {Promise<Shard | undefined>}
 */
export function loadShard({ address, integrity }) {
  const { href } = new URL(address, document.baseURI);
  const known = loaded.get(href);
  if (known) return known;
  const shard = early(href)
    .catch(() => fetchText(href, integrity))
    .then(
      (text) => new Shard(JSON.parse(text)),
      () => {
        loaded.delete(href);
        return undefined;
      },
    );
  loaded.set(href, shard);
  return shard;
}

/**
 * @param {string} href
 * @returns {Promise<string>} What the page's head has asked for.
 */
async function early(href) {
  const { bfrShard } = /** @type {{ bfrShard?: Early }} */ (/** @type {unknown} */ (window));
  if (bfrShard?.href !== href) throw new Error("It was not asked for");
  return bfrShard.text;
}

/**
 * @param {string} href
 * @param {string} integrity - The browser refuses what is anything else.
 */
async function fetchText(href, integrity) {
  const response = await fetch(href, { integrity, mode: "same-origin" });
  return response.text();
}
