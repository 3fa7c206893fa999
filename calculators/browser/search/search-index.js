/**
 * Finds what a reader looks for. Words count whole, as beginnings, with slips of the finger (edit distance) and with
 * slips of the ear (“tite”), in this order; a hit that has more of the words comes before one that repeats a single one.
 *
 * In:  the entries that calculators/search wrote, and what was typed, pasted or dictated.
 * Out: the hits, best first.
 */

/**
 * @typedef {object} Entry - As `Entry` in calculators/search/index.py; what is empty is left out.
 * @property {string} [at]
 * @property {string} title
 * @property {string} [page]
 * @property {string} [text]
 * @property {string} [also]
 * @property {number} [boost]
 * @property {boolean} [term] - Whether it explains a word.
 */
/** @typedef {Entry & { id: number, words: string[] }} Hit - With the words of the entry that were found. */
/** @typedef {typeof import("minisearch").default} Library */

/** How many hits are shown. */
const MOST = 20;

/** What counts this little comes last, unless nothing else has as much of what was typed. */
const LAST = 0.2;

/** Longer text was pasted; its first words say what it is about. */
const MOST_WORDS = 24;

const FIELDS = { title: 4, also: 3, page: 1.2, text: 1 };

/** Words of questions and of talk, which many entries have and none is about. */
const TALK = new Set(
  `a about after again all also am an and any anyone are as at be because been but by can cannot cant could did do does
  doesnt doing dont during each etc for from get gets getting give go going good got had has have having he hello
  help her hey hi his how i if im in into is isnt it its just know let like long lot make many may me mean much must my
  need no not of off ok okay on one only or our out over please question really s should shouldnt so some someone
  something still t take tell than thanks that the their them then there these they thing this those to too try u up ur
  us use used using very want was we well were what whats when which while who why will with without wont would
  yes you your`.split(/\s+/),
);

/** Someone asks what a word means. */
const MEANING = /^what (?:is|are|does|do)\b|^whats\b|^define\b|\bmean(?:s|ing)?\b|\bdefinition\b/;
/** How much more a term counts then. */
const TERM = 2.5;

/** What dictation writes out. */
const DICTATED = /\b(?:question mark|full stop|exclamation mark|comma)\b/g;

/**
 * Divide text into words as they are compared: folded, without accents and signs.
 *
 * @param {string} text
 */
export function wordsOf(text) {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’`´]/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Take away the endings that only grammar needs.
 *
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word.replace(/ies$/, "y").replace(/(?<![siu])s$/, "");
  root = root.replace(/(?<=[aeiouy][^aeiou]*)(?:ness|ing|ed)$/, "");
  if (root.length < 3) return word;
  return root
    .replace(/([bdfgmnprt])\1$/, "$1")
    .replace(/(?<=[^aeiou])e$/, "")
    .replace(/y$/, "i");
}

/**
 * Spell a word as it sounds, so that “tite” meets “tight” and “nee” meets “knee”.
 *
 * @param {string} word
 */
export function sound(word) {
  const heard = word
    .replace(/eigh/g, "ai")
    .replace(/[ou]ugh/g, "o")
    .replace(/igh/g, "i")
    .replace(/gh/g, "g")
    .replace(/^k(?=n)|^w(?=r)|^p(?=[sn])|^g(?=n)/, "")
    .replace(/ph/g, "f")
    .replace(/wh/g, "w")
    .replace(/(?:ti|si|ci|s?c?h)(?=on|an|ous)/g, "sh")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/ck|c(?!h)|q/g, "k")
    .replace(/x/g, "ks")
    .replace(/z/g, "s")
    .replace(/mb$/, "m")
    .replace(/(?<=[^aeiou])e$/, "")
    .replace(/y/g, "i")
    .replace(
      /[aeiou]{2,}/g,
      (two) => ({ ai: "a", ea: "e", ee: "e", ie: "e", oa: "o" })[two] ?? two[0],
    )
    .replace(/(.)\1/g, "$1");
  return `~${heard}`;
}

/**
 * Give the words that count in what was typed; all of them when it is talk alone.
 *
 * @param {string} typed
 */
function telling(typed) {
  const all = wordsOf(typed.toLowerCase().replace(DICTATED, " "));
  const some = all.filter((word) => !TALK.has(word));
  return some.length ? some : all;
}

/** @param {string} text */
const terms = (text) => [...new Set(telling(text).map(stem))];

/** Search in the entries of the site. */
export class SearchIndex {
  #entries;
  #index;
  /** @type {Set<string>} */
  #known = new Set();

  /**
   * @param {Entry[]} entries
   * @param {Library} Library
   */
  constructor(entries, Library) {
    this.#entries = entries.map((entry, id) => ({ ...entry, id, words: [] }));
    this.#index = new Library({
      fields: Object.keys(FIELDS),
      tokenize: wordsOf,
      processTerm: (word, field) => {
        const root = stem(word);
        this.#known.add(root);
        // By ear only where a title or a word that people type stands: running text has too many words.
        return field === "title" || field === "also" ? [root, sound(root)] : root;
      },
      searchOptions: {
        boost: FIELDS,
        // Short text is not that much better than long text, since a heading cuts it anywhere.
        bm25: { k: 1.2, b: 0.4, d: 0.5 },
        boostDocument: (id) => this.#entries[id].boost ?? 1,
        processTerm: (word) => word,
        tokenize: (text) => text.split(" "),
      },
    });
    this.#index.addAll(this.#entries);
  }

  /**
   * @param {string} typed
   * @returns {Hit[]}
   */
  find(typed) {
    const asked = this.#terms(typed);
    if (!asked.length) return [];
    const said = new Set(wordsOf(typed).map(stem));
    /** @type {Map<number, { score: number, share: number, words: Set<string> }>} */
    const found = new Map();
    for (const word of asked) {
      for (const [id, { score, likeness, words }] of this.#one(word)) {
        const hit = found.get(id) ?? { score: 0, share: 0, words: new Set() };
        hit.score += score;
        hit.share += likeness / asked.length;
        for (const each of words) hit.words.add(each);
        found.set(id, hit);
      }
    }
    const phrase = asked.join(" ");
    const isMeaning = MEANING.test(wordsOf(typed).join(" "));
    const hits = [...found].map(([id, { score, share, words }]) => {
      const asTerm = isMeaning && this.#entries[id].term ? TERM : 1;
      const worth = score * share ** 2 * (1 + this.#nearness(id, said, phrase)) * asTerm;
      return { id, share, worth, words: [...words] };
    });
    const isLast = (/** @type {{ id: number }} */ { id }) => (this.#entries[id].boost ?? 1) <= LAST;
    const most = Math.max(0, ...hits.filter((hit) => !isLast(hit)).map(({ share }) => share));
    const tier = (/** @type {typeof hits[0]} */ hit) => Number(isLast(hit) && hit.share <= most);
    return hits
      .sort((a, b) => tier(a) - tier(b) || b.worth - a.worth || a.id - b.id)
      .slice(0, MOST)
      .map(({ id, words }) => ({ ...this.#entries[id], words }));
  }

  /**
   * Tell how much of what was typed stands in a title, small words too: “how heavy” asks another thing than “heavy”.
   * What is typed whole for an entry, as its title or among its other words, is meant.
   *
   * @param {number} id
   * @param {Set<string>} said
   * @param {string} phrase - The words that count.
   */
  #nearness(id, said, phrase) {
    const { title, also = "" } = this.#entries[id];
    const whole = [title, ...also.split(", ")].some((each) => terms(each).join(" ") === phrase);
    const words = new Set(wordsOf(title).map(stem));
    return (whole ? 1 : 0) + [...said].filter((word) => words.has(word)).length / said.size;
  }

  /**
   * Find one word, in each of the ways in which it may be meant, and keep the best for each entry.
   *
   * @param {string} word
   */
  #one(word) {
    // A slip that gives another word is less likely than one that gives none.
    const slip = this.#known.has(word) ? 0.25 : 1;
    /** @type {[string, object, number][]} */
    const ways = [[word, {}, 1]];
    if (word.length > 2) {
      ways.push([word, { prefix: true, weights: { prefix: 0.6, fuzzy: 0 } }, 0.8]);
    }
    if (word.length > 2) ways.push([sound(word), {}, 0.5 * slip]);
    if (word.length > 3 && !/\d/.test(word)) {
      const most = word.length > 5 ? 2 : 1;
      ways.push([word, { fuzzy: most, weights: { prefix: 0, fuzzy: 1 } }, 0.4 * slip]);
    }
    /** @type {Map<number, { score: number, likeness: number, words: string[] }>} */
    const best = new Map();
    for (const [way, options, likeness] of ways) {
      for (const { id, score, match } of this.#index.search(way, options)) {
        const worth = score * likeness;
        if ((best.get(id)?.score ?? 0) >= worth) continue;
        best.set(id, { score: worth, likeness: Math.sqrt(likeness), words: Object.keys(match) });
      }
    }
    return best;
  }

  /**
   * Find the words to look for: apart or together, as the site writes them.
   *
   * @param {string} typed
   */
  #terms(typed) {
    const words = telling(typed).slice(0, MOST_WORDS);
    const found = words.flatMap((word, at) => {
      const joined = at + 1 < words.length ? stem(word + words[at + 1]) : "";
      if (this.#known.has(joined)) return [stem(word), joined];
      return this.#halves(word) ?? [stem(word)];
    });
    return [...new Set(found)];
  }

  /**
   * Part a word that nobody knows into two that are known: “betablocker”.
   *
   * @param {string} word
   */
  #halves(word) {
    if (this.#known.has(stem(word))) return null;
    for (let at = 3; at <= word.length - 3; at++) {
      const halves = [stem(word.slice(0, at)), stem(word.slice(at))];
      if (halves.every((half) => this.#known.has(half))) return halves;
    }
    return null;
  }
}
