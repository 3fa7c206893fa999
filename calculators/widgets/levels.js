/**
 * Where a screening can leave a reader, and who may decide otherwise.
 *
 * Written by `python -m calculators.levels` from the rules (`bfr_rules.model.Level`, `bfr_rules.gate`): do not edit.
 */

/** Levels at which settings may be shown. */
export const OPEN = new Set(["none", "limits"]);

/** Levels at which they may not. */
export const STOPS = new Set(["clinician", "not-today", "missing", "unfinished", "doctor"]);

/** Levels that a professional may open, if `release_by` of the standing names one. */
export const RELEASABLE = new Set(["clinician", "doctor"]);

/** The level before anybody was asked. */
export const UNSCREENED = "unscreened";

/** Limbs, with their names. */
export const LIMBS = {
  "left-arm": "left arm",
  "right-arm": "right arm",
  "left-leg": "left leg",
  "right-leg": "right leg",
};

/** Who may decide, with their names. */
export const WHO = {
  doctor: "A doctor",
  physiotherapist: "A physiotherapist",
};

/** Days for which the answers hold that are not about today. */
export const HOLDS_DAYS = 28;
