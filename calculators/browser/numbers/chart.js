/**
 * One small chart of an exercise over time, as numbers to draw: where each session stands between the first and the
 * last day, and how much was lifted. It knows no page.
 */

/** @typedef {{ date: string, load: string, repetitions: number }} Point */

/**
 * @typedef {object} Drawing
 * @property {number} width
 * @property {number} height
 * @property {{ x: number, y: number, date: string, load: string }[]} points
 * @property {string} path Of the line through them.
 * @property {{ y: number, says: string }[]} lines Of the least and the greatest load.
 */

const WIDTH = 320;
const HEIGHT = 120;
const EDGE = { left: 56, right: 12, top: 12, bottom: 24 };
const DAY_MS = 86_400_000;
/** In kilograms: exact, by definition of the pound. */
const POUND = 0.45359237;

/**
 * Read a load as the rules write it, in kilograms; null for anything else.
 *
 * @param {string} load - Such as `22.5 kg` or `45 lb`.
 * @returns {number | null}
 */
export function kilograms(load) {
  const found = /^(\d+(?:\.\d+)?)\s*(kg|lb)$/.exec(load.trim());
  if (!found) return null;
  return Number(found[1]) * (found[2] === "lb" ? POUND : 1);
}

/**
 * Lay the points of one exercise out.
 *
 * @param {Point[]} listed - Oldest first.
 * @returns {Drawing | null} Null for fewer than two loads: nothing to compare.
 */
export function drawing(listed) {
  const known = listed.flatMap((each) => {
    const kg = kilograms(each.load);
    return kg === null ? [] : [{ ...each, kg, day: Date.parse(each.date) / DAY_MS }];
  });
  if (known.length < 2) return null;
  const days = known.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const least = known.reduce((one, other) => (other.kg < one.kg ? other : one));
  const most = known.reduce((one, other) => (other.kg > one.kg ? other : one));
  const x = (/** @type {number} */ day) =>
    place((day - first) / Math.max(last - first, 1), EDGE.left, WIDTH - EDGE.right);
  const y = (/** @type {number} */ kg) => {
    const share = most.kg === least.kg ? 0.5 : (kg - least.kg) / (most.kg - least.kg);
    return place(1 - share, EDGE.top, HEIGHT - EDGE.bottom);
  };
  const points = known.map(({ day, kg, date, load }) => ({ x: x(day), y: y(kg), date, load }));
  const lines = [{ y: y(most.kg), says: most.load }];
  if (most.kg !== least.kg) lines.push({ y: y(least.kg), says: least.load });
  return {
    width: WIDTH,
    height: HEIGHT,
    points,
    path: points.map((each, at) => `${at ? "L" : "M"}${each.x} ${each.y}`).join(""),
    lines,
  };
}

/**
 * @param {number} share
 * @param {number} from
 * @param {number} to
 */
function place(share, from, to) {
  return Math.round((from + share * (to - from)) * 10) / 10;
}
