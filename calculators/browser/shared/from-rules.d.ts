/** What the site build writes from the rules: see `calculators/build/from_rules.py`. */

export interface Bind {
  /** The question whose answer it holds. */
  name: string;
  /** The highest number, or nothing. */
  most: string;
  /** The one answer that may be, or nothing. */
  only: string;
  /** Answers that may not be. */
  never: string[];
}

/** Every level, and whether it stops settings, and whether a professional may open it. */
export const LEVELS: Record<string, { stops: boolean; releasable: boolean }>;
/** Every limit by its code. */
export const LIMITS: Record<string, { says: string; binds: Bind[] }>;
/** Every limb with its words. */
export const LIMBS: Record<string, string>;
/** Who may decide otherwise, with their words. */
export const WHO: Record<string, string>;
/** So many days a screening holds. */
export const HOLDS_DAYS: number;
