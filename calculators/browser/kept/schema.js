/**
 * What a file of “My numbers” looks like, as JSON Schema, and the check of a file against it. A later form of the file
 * gets a number of its own; this page reads the forms that it knows and says so of others.
 */

export const KIND = "bfr-guide/my-numbers";
/** The form that is written. */
export const FORM = 2;
/** The forms that are read: the first knew no sets without a cuff. */
const FORMS = [1, FORM];

const text = (/** @type {number} */ most) => ({ type: "string", maxLength: most });
const day = { type: "string", pattern: "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$" };
const limb = { enum: ["arm", "leg"] };

const count = { type: "integer", minimum: 0, maximum: 10_000 };

/**
 * @param {Record<string, object>} properties
 * @param {string[]} [optional]
 */
const record = (properties, optional = []) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/**
 * @param {object} items
 * @param {number} maxItems
 */
const list = (items, maxItems) => ({ type: "array", items, maxItems });

/** @type {Schema} */
export const SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "My numbers, kept by the BFR Guide",
  ...record({
    kind: { const: KIND },
    form: { enum: FORMS },
    written_on: day,
    exercises: list(
      record(
        {
          name: text(80),
          limb,
          side: { enum: ["left", "right", "both", "unsaid"] },
          load: text(40),
          step: text(40),
          sets: text(40),
          one_rm: text(40),
          ten_rm: text(40),
          tested_on: day,
          cuff: { type: "boolean" },
          tool: { enum: ["weight", "ankle", "band", "body"] },
          clean_repetitions: text(10),
          counted_on: day,
        },
        ["tool", "clean_repetitions", "counted_on"],
      ),
      6,
    ),
    way: record({
      first_sessions: { enum: ["yes", "no"] },
      rest_s: text(20),
      cuff_in_rests: { enum: ["open", "on"] },
      tempo_up_s: text(20),
      tempo_hold_s: text(20),
      tempo_down_s: text(20),
      open_min: text(20),
    }),
    cuffs: list(
      record({
        limb,
        side: { enum: ["left", "right", "unsaid"] },
        measured_on: day,
        answers: record(
          {
            aop_mmhg: text(20),
            position: text(20),
            train_position: text(20),
            percent_aop: text(20),
            cuff_width_cm: text(20),
          },
          ["position", "train_position", "percent_aop", "cuff_width_cm"],
        ),
      }),
      8,
    ),
    plan: {
      anyOf: [
        { type: "null" },
        record({
          start: day,
          weeks: text(10),
          bfr_days: list({ enum: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] }, 7),
        }),
      ],
    },
    progression: { enum: ["all-sets", "fourth-set", "hold"] },
    percent_1rm: text(20),
    sessions: list(
      record({
        id: text(40),
        date: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        start: { type: "string", pattern: "^[0-9]{2}:[0-9]{2}$" },
        end: { type: "string", pattern: "^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})?$" },
        ended: { enum: ["", "finished", "stopped", "ceiling", "sign"] },
        minutes: { type: "number", minimum: 0, maximum: 10_000 },
        exercises: list(
          record({
            name: text(120),
            limb: { enum: ["arm", "leg", ""] },
            side: { enum: ["left", "right", "both", ""] },
            load: text(40),
            underS: count,
            left: { anyOf: [{ type: "null" }, { type: "integer", minimum: 0, maximum: 5 }] },
            sets: list(record({ planned: count, repetitions: count, seconds: count }), 40),
          }),
          12,
        ),
      }),
      10_000,
    ),
  }),
};

/**
 * The part of JSON Schema that is used here.
 *
 * @typedef {object} Schema
 * @property {string} [$schema]
 * @property {string} [title]
 * @property {string} [type]
 * @property {unknown} [const]
 * @property {unknown[]} [enum]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {boolean} [additionalProperties]
 * @property {Schema} [items]
 * @property {number} [maxItems]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {Schema[]} [anyOf]
 */

/**
 * Find where a value first departs from a schema.
 *
 * @param {unknown} value
 * @param {Schema} schema
 * @param {string} [at] - Where the value stands.
 * @returns {string | null} Its place, such as `sessions.3.date`; null when it fits.
 */
export function departs(value, schema, at = "") {
  const here = at || "the file";
  if (schema.anyOf) {
    return schema.anyOf.some((each) => departs(value, each, at) === null) ? null : here;
  }
  if ("const" in schema) return value === schema.const ? null : here;
  if (schema.enum) return schema.enum.includes(value) ? null : here;
  if (schema.type === "object") return departsObject(value, schema, at);
  if (schema.type === "array") {
    if (!Array.isArray(value) || value.length > (schema.maxItems ?? Infinity)) return here;
    const items = schema.items ?? {};
    return first(value.map((each, place) => () => departs(each, items, join(at, String(place)))));
  }
  if (schema.type === "string") {
    const fits =
      typeof value === "string" &&
      [...value].length <= (schema.maxLength ?? Infinity) &&
      (!schema.pattern || new RegExp(schema.pattern, "u").test(value));
    return fits ? null : here;
  }
  if (schema.type === "number" || schema.type === "integer") {
    const fits =
      typeof value === "number" &&
      Number.isFinite(value) &&
      (schema.type === "number" || Number.isInteger(value)) &&
      value >= (schema.minimum ?? -Infinity) &&
      value <= (schema.maximum ?? Infinity);
    return fits ? null : here;
  }
  if (schema.type === "boolean") return typeof value === "boolean" ? null : here;
  return schema.type === "null" && value !== null ? here : null;
}

/**
 * @param {unknown} value
 * @param {Schema} schema
 * @param {string} at
 * @returns {string | null}
 */
function departsObject(value, { properties = {}, required = [] }, at) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return at || "the file";
  const given = /** @type {Record<string, unknown>} */ (value);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(properties, name));
  if (unknown !== undefined) return join(at, unknown);
  const missing = required.find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) return join(at, missing);
  return first(
    Object.entries(given).map(
      ([name, each]) =>
        () =>
          departs(each, properties[name], join(at, name)),
    ),
  );
}

/** @param {(() => string | null)[]} checks */
function first(checks) {
  for (const check of checks) {
    const found = check();
    if (found !== null) return found;
  }
  return null;
}

/**
 * @param {string} at
 * @param {string} name
 */
function join(at, name) {
  return at ? `${at}.${name}` : name;
}
