/**
 * A card as the fragment of an address: exercises, weights, sets and how they are done. It holds no pressure, no limit and
 * no name, and whoever opens it is screened first.
 */

import { CARD_FORM } from "../shared/session-card.js";
import { SCHEMA, departs } from "../kept/schema.js";

/** @typedef {import("../shared/session-card.js").Card} Card */

const START = "#my-card?";

const { exercises, way } = SCHEMA.properties ?? {};
/** @type {import("../kept/schema.js").Schema} */
const LINKED = {
  type: "object",
  properties: { form: { const: CARD_FORM }, exercises, way },
  required: ["form", "exercises", "way"],
  additionalProperties: false,
};

/**
 * Write a card as a fragment. What was tested when stays behind.
 *
 * @param {Pick<Card, "exercises" | "way">} card
 * @returns {string}
 */
export function toCardLink(card) {
  const listed = card.exercises.map((each) => ({
    ...each,
    tested_on: "",
    ...("counted_on" in each ? { counted_on: "" } : {}),
  }));
  const text = JSON.stringify({ form: CARD_FORM, exercises: listed, way: card.way });
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  const plain = btoa(bytes.join(""));
  return START + plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Read a card from a fragment.
 *
 * @param {string} fragment
 * @returns {Card | "torn" | null} Null when it is about something else.
 */
export function fromCardLink(fragment) {
  const start = decoded(fragment);
  if (!start.startsWith(START)) return null;
  // What chat programs hang behind an address is no part of it.
  const [letters = ""] = /^[\w-]*/.exec(start.slice(START.length)) ?? [];
  /** @type {unknown} */
  let raw;
  try {
    const bytes = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(bytes, (each) => each.charCodeAt(0)),
    );
    raw = JSON.parse(text);
  } catch {
    return "torn";
  }
  if (departs(raw, LINKED) !== null) return "torn";
  return { .../** @type {Card} */ (raw), cuffs: [], plan: null };
}

/** @param {string} fragment */
function decoded(fragment) {
  return fragment.replace(/^#my-card%3F/i, START);
}
