/**
 * The clock of a session at the bench: what is on now, and how long the cuff has been on. Nothing here knows a page,
 * a sound or the time of day: each function takes the moment, in milliseconds, and gives a new session.
 *
 * Three promises:
 *
 * - Every end is a moment, not a countdown. A page that slept through three minutes is right at its next look.
 * - The cuff's clock runs until the reader says that the cuff is open. A pause does not stop it.
 * - A set never begins by itself while its cuff is open, and nothing goes on past a ceiling.
 */

/** @typedef {import("../shared/session-card.js").Segment} Segment */
/** @typedef {import("../shared/session-card.js").Timeline} Timeline */

/**
 * @typedef {object} Exercise
 * @property {number} number
 * @property {string} name
 * @property {string | null} load
 * @property {string} limb Under the cuff; empty for an exercise without one.
 * @property {string} side `left`, `right` or `both` where the plan names it; else empty.
 * @property {number} ceiling Longest time under the cuff, ms; 0 for an exercise without one.
 * @property {number | null} pause Time with the cuff open before it; null when the cuff stays on, or before the first.
 * @property {number} sets
 */

/**
 * A set, or a rest between two.
 *
 * @typedef {object} Step
 * @property {"set" | "rest"} kind
 * @property {number} exercise Place in the plan, from 0.
 * @property {number} set Its number; a rest has that of the set which follows.
 * @property {number} repetitions Of a set; 0 for a rest.
 * @property {boolean} cuffOn Whether the plan keeps the cuff on.
 * @property {number} ms
 */

/**
 * @typedef {object} Plan
 * @property {Exercise[]} exercises
 * @property {Step[]} steps
 * @property {number} leastOpen Shortest time with the cuff open after a ceiling, ms.
 * @property {number} getReady From the tap that starts a set to the set, ms; the cuff is on.
 * @property {number[]} tempo Times to raise, hold and lower a weight, ms; empty where none is known.
 */
/** @typedef {{ banked: number, since: number | null, near: boolean }} Cuff */
/** @typedef {{ exercise: number, set: number, planned: number, repetitions: number, ms: number }} Done */
/** @typedef {"ready" | "countdown" | "running" | "paused" | "open" | "ceiling" | "over"} Phase */

/**
 * A session at one moment. Never changed: each function gives a new one.
 *
 * @typedef {object} Session
 * @property {Plan} plan
 * @property {Phase} phase
 * @property {number} step Place in the plan's steps; while the cuff is open between exercises, the step before.
 * @property {number} at The moment up to which this is told.
 * @property {number} began
 * @property {number} spent Time of the step before `since`.
 * @property {number | null} since Since when the step, or the time with the cuff open, counts; null while it does not.
 * @property {number} pause Time with the cuff open that is being counted.
 * @property {boolean} tenSaid Whether ten seconds before its end have been told.
 * @property {Record<string, Cuff>} cuffs By limb.
 * @property {number[]} under Time under the cuff of each exercise, at its end.
 * @property {Done[]} done
 * @property {"" | "finished" | "stopped" | "ceiling" | "sign"} ended
 */

/**
 * Something that happened, for signals and for those who listen.
 *
 * @typedef {object} Happening
 * @property {"set" | "rest" | "ready" | "get-ready" | "ten" | "near" | "ceiling" | "open" | "finished" | "stopped" | "paused"
 *   | "resumed" | "cuff-open"} kind
 * @property {number} at
 */

/** @typedef {{ session: Session, happened: Happening[] }} Told */
/** @typedef {"start" | "done" | "repeat" | "pause" | "resume" | "cuff-open" | "end" | "sign"} Action */

/** How long before a ceiling a signal comes. */
export const NEAR_MS = 60_000;
const TEN_MS = 10_000;

/**
 * Make a clock that survives sleep and a wall clock set back.
 *
 * `performance.now()` stands still while some systems sleep; `Date.now()` jumps when someone sets the time. Each look
 * adds the larger step of the two, so the clock never stands still and never runs back. When both are wrong it runs
 * ahead, and the cuff is opened too soon rather than too late.
 *
 * @param {() => number} wall
 * @param {() => number} steady
 * @returns {() => number} Milliseconds since it was made.
 */
export function tickingClock(wall, steady) {
  let [lastWall, lastSteady, time] = [wall(), steady(), 0];
  return () => {
    const [nowWall, nowSteady] = [wall(), steady()];
    time += Math.max(nowWall - lastWall, nowSteady - lastSteady, 0);
    [lastWall, lastSteady] = [nowWall, nowSteady];
    return time;
  };
}

/**
 * Read the plan of a session from the rules' timeline.
 *
 * @param {Timeline} timeline
 * @param {number} leastOpenS Shortest time with the cuff open after a ceiling.
 * @param {number} [getReadyS] From the tap that starts a set to the set.
 * @returns {Plan}
 */
export function planOf(timeline, leastOpenS, getReadyS = 0) {
  const free = (timeline.uncuffed ?? []).map((each) => ({ ...each, limb: "", side: "" }));
  const listed = [...timeline.clocks, ...free.map((each) => ({ ...each, ceiling_s: 0 }))];
  listed.sort((one, other) => one.exercise - other.exercise);
  const exercises = listed.map((clock) => {
    const own = timeline.segments.filter(({ exercise }) => exercise === clock.exercise);
    const open = own.find(({ kind }) => kind === "open");
    return {
      number: clock.exercise,
      name: clock.name,
      load: clock.load,
      limb: clock.limb,
      side: clock.side ?? "",
      ceiling: clock.ceiling_s * 1000,
      pause: open ? milliseconds(open) : null,
      sets: own.filter(({ kind }) => kind === "set").length,
    };
  });
  const parts = timeline.segments.filter(({ kind }) => kind !== "open");
  const steps = parts.map((part, place) => ({
    kind: /** @type {"set" | "rest"} */ (part.kind === "set" ? "set" : "rest"),
    exercise: exercises.findIndex(({ number }) => number === part.exercise),
    set: part.set ?? parts[place + 1]?.set ?? 1,
    repetitions: part.repetitions ?? 0,
    cuffOn: part.cuff_on,
    ms: milliseconds(part),
  }));
  return {
    exercises,
    steps,
    leastOpen: leastOpenS * 1000,
    getReady: getReadyS * 1000,
    tempo: (timeline.tempo_s ?? []).map((each) => each * 1000),
  };
}

/**
 * Begin a session: it waits for the cuff.
 *
 * @param {Plan} plan
 * @param {number} at
 * @returns {Session}
 */
export function begin(plan, at) {
  return {
    plan,
    phase: "ready",
    step: 0,
    at,
    began: at,
    spent: 0,
    since: null,
    pause: 0,
    tenSaid: false,
    cuffs: {},
    under: plan.exercises.map(() => 0),
    done: [],
    ended: "",
  };
}

/**
 * Let time pass: everything that came due until a moment, in its order.
 *
 * @param {Session} session
 * @param {number} until
 * @returns {Told}
 */
export function advance(session, until) {
  /** @type {Happening[]} */
  const happened = [];
  let now = session;
  for (let due = nextDue(now); due && due.at <= until; due = nextDue(now)) {
    const { session: next, happened: more } = due.happen({ ...now, at: due.at });
    now = next;
    happened.push(...more);
  }
  return { session: { ...now, at: Math.max(now.at, until) }, happened };
}

/**
 * Do what the reader asks for, after all that came due before; what does not apply now changes nothing.
 *
 * @param {Session} before
 * @param {Action} action
 * @param {number} at
 * @returns {Told}
 */
export function act(before, action, at) {
  const { session, happened } = advance(before, at);
  const told = allowed(session).includes(action) ? ACTIONS[action](session) : quiet(session);
  return { session: told.session, happened: [...happened, ...told.happened] };
}

/**
 * List what the reader can do now.
 *
 * @param {Session} session
 * @returns {Action[]}
 */
export function allowed(session) {
  const { phase } = session;
  /** @type {Action[]} */
  const actions = isOn(session) && phase !== "running" ? ["cuff-open"] : [];
  if (phase === "ready") actions.push("start");
  if (phase === "countdown") actions.push("done");
  if (phase === "running") {
    actions.push("done", "pause");
    if (stepOf(session).kind === "set" || session.done.length) actions.push("repeat");
    // The plan lets the cuff down in this rest.
    if (isOn(session) && !stepOf(session).cuffOn) actions.push("cuff-open");
  }
  if (phase === "paused") actions.push("resume");
  // An open cuff and the end of a session are one tap away whatever is on, but for what a ceiling asks first.
  if (phase !== "over" && phase !== "ceiling") actions.push("end", "sign");
  return actions;
}

/**
 * Open every cuff, as the reader has just said, whatever is on; the session waits.
 *
 * @param {Session} before
 * @param {number} at
 * @returns {Told}
 */
export function openNow(before, at) {
  const held = act(before, "pause", at);
  const opened = act(held.session, "cuff-open", at);
  return { session: opened.session, happened: [...held.happened, ...opened.happened] };
}

/**
 * Change how many repetitions of a set were done.
 *
 * @param {Session} session
 * @param {number} place Of the set in what was done.
 * @param {number} by
 * @returns {Session}
 */
export function adjust(session, place, by) {
  const done = session.done.map((each, at) =>
    at === place ? { ...each, repetitions: Math.max(0, each.repetitions + by) } : each,
  );
  return { ...session, done };
}

/**
 * What a screen shows of a cuff: its time against its ceiling, and where the plan would take it.
 *
 * @typedef {{ limb: string, ms: number, ceiling: number, planned: number, on: boolean, near: boolean }} Clock
 */

/**
 * @typedef {object} View
 * @property {Phase} phase
 * @property {"set" | "rest"} kind
 * @property {Exercise} exercise
 * @property {Exercise | null} next The exercise that follows, while this one's last set or its pause is on.
 * @property {number} set
 * @property {number} repetitions
 * @property {number} repetition The one that the tempo is at, from 1.
 * @property {number} beat How far this repetition is, 0 to 1.
 * @property {number} left Time left of what is on, ms.
 * @property {number} share How far what is on is, 0 to 1.
 * @property {Step | null} then The step that follows in this exercise.
 * @property {boolean} cuffIsOn Whether any cuff is on.
 * @property {boolean} planCuffOn Whether the plan keeps it on now.
 * @property {Clock[]} clocks That of this exercise first; others only while they are on.
 */

/**
 * Tell what is on, for a screen.
 *
 * @param {Session} session
 * @returns {View}
 */
export function view(session) {
  const { plan, phase } = session;
  const step = stepOf(session);
  const exercise = plan.exercises[step.exercise];
  const open = phase === "open";
  const length = lengthOf(session);
  const spent = Math.min(spentOf(session), length);
  const beat = step.repetitions ? step.ms / step.repetitions : step.ms;
  const following = plan.steps[session.step + 1];
  const isLast = following?.exercise !== step.exercise;
  const limbs = [
    ...(exercise.limb ? [exercise.limb] : []),
    ...Object.keys(session.cuffs).filter(
      (limb) => limb !== exercise.limb && session.cuffs[limb].since !== null,
    ),
  ];
  return {
    phase,
    kind: step.kind,
    exercise,
    next: open || isLast ? (plan.exercises[step.exercise + 1] ?? null) : null,
    set: step.set,
    repetitions: step.repetitions,
    repetition: Math.min(step.repetitions, Math.floor(repsOf(session)) + 1),
    beat: phase === "countdown" ? 0 : (spent % beat) / beat,
    left: length - spent,
    share: length ? spent / length : 0,
    then: following && !isLast ? following : null,
    cuffIsOn: isOn(session),
    planCuffOn: step.cuffOn && !open,
    clocks: limbs.map((limb) => clockOf(session, limb)),
  };
}

/**
 * List the beats of the tempo between two moments: when a repetition begins, and when its weight is to be lowered. They are
 * moments, so that whoever sounds them may be told of them before they come.
 *
 * @param {Session} session
 * @param {number} from
 * @param {number} until - Not included.
 * @returns {{ at: number, kind: "up" | "down" }[]}
 */
export function beats(session, from, until) {
  const { phase, since, spent, plan } = session;
  const { kind, ms, repetitions } = stepOf(session);
  if (phase !== "running" || since === null || kind !== "set" || !repetitions) return [];
  const began = since - spent;
  const beat = ms / repetitions;
  const [up = beat / 2, hold = 0] = plan.tempo ?? [];
  /** @type {{ at: number, kind: "up" | "down" }[]} */
  const found = [];
  for (let number = 0; number < repetitions; number += 1) {
    const start = began + number * beat;
    found.push({ at: start, kind: "up" }, { at: start + up + hold, kind: "down" });
  }
  return found.filter(({ at }) => at >= from && at < until);
}

// --- What comes due ---

/**
 * @param {Session} session
 * @returns {{ at: number, happen: (session: Session) => Told } | null}
 */
function nextDue(session) {
  const due = [];
  if (session.since !== null) {
    const length = lengthOf(session);
    const end = session.since + length - session.spent;
    due.push({ at: end, happen: finishStep });
    const isRest = session.phase === "open" || stepOf(session).kind === "rest";
    if (isRest && !session.tenSaid && length > TEN_MS * 1.5) {
      due.push({ at: end - TEN_MS, happen: sayTen });
    }
  }
  if (session.phase !== "ceiling") {
    for (const [limb, cuff] of Object.entries(session.cuffs)) {
      if (cuff.since === null) continue;
      const reached = cuff.since + ceilingOf(session, limb) - cuff.banked;
      due.push({ at: Math.max(reached, session.at), happen: reachCeiling });
      if (!cuff.near) {
        const near = Math.max(reached - NEAR_MS, session.at);
        due.push({ at: near, happen: (/** @type {Session} */ now) => sayNear(now, limb) });
      }
    }
  }
  // Of two at the same moment the one that stands first: a set that ends at its ceiling counts as done.
  return due.reduce(
    (first, each) => (first === null || each.at < first.at ? each : first),
    /** @type {{ at: number, happen: (session: Session) => Told } | null} */ (null),
  );
}

/**
 * @param {Session} session
 * @returns {Told}
 */
function sayTen(session) {
  return tell({ ...session, tenSaid: true }, "ten");
}

/**
 * @param {Session} session
 * @param {string} limb
 * @returns {Told}
 */
function sayNear(session, limb) {
  const cuffs = { ...session.cuffs, [limb]: { ...session.cuffs[limb], near: true } };
  return tell({ ...session, cuffs }, "near");
}

/**
 * @param {Session} session
 * @returns {Told}
 */
function reachCeiling(session) {
  const { phase } = session;
  const inSet = stepOf(session).kind === "set" && (phase === "running" || phase === "paused");
  return tell(
    { ...(inSet ? keepSet(session) : session), phase: "ceiling", since: null },
    "ceiling",
  );
}

/**
 * @param {Session} session
 * @returns {Told}
 */
function finishStep(session) {
  if (session.phase === "open") return enter(session, nextExercise(session), true);
  if (session.phase === "countdown") return run(session);
  const kept = stepOf(session).kind === "set" ? keepSet(session) : session;
  return goOn(kept);
}

/**
 * Let the set begin for which the reader has got ready.
 *
 * @param {Session} session
 * @returns {Told}
 */
function run(session) {
  return tell({ ...session, phase: "running", since: session.at, spent: 0 }, "set");
}

/**
 * Go to what follows a set or a rest.
 *
 * @param {Session} session
 * @returns {Told}
 */
function goOn(session) {
  const following = session.plan.steps[session.step + 1];
  if (!following) return finish(session, "finished");
  if (following.exercise === stepOf(session).exercise) return enter(session, session.step + 1);
  const pause = session.plan.exercises[following.exercise].pause;
  if (pause !== null) return openFor(session, pause);
  return enter(keepUnder(session), session.step + 1);
}

/**
 * Enter a step: a set whose cuff is open waits.
 *
 * @param {Session} session
 * @param {number} step
 * @param {boolean} [afresh] Whether the cuffs have been open long enough to count from nothing.
 * @returns {Told}
 */
function enter(session, step, afresh = false) {
  const entered = { ...session, step, ...COUNTS_FROM_NOTHING };
  if (afresh) entered.cuffs = {};
  else if (stepOf(entered).exercise !== stepOf(session).exercise) {
    // Another exercise may bring another ceiling, to come near to once more.
    entered.cuffs = Object.fromEntries(
      Object.entries(session.cuffs).map(([limb, cuff]) => [limb, { ...cuff, near: false }]),
    );
  }
  const { kind, exercise } = entered.plan.steps[step];
  const { limb } = entered.plan.exercises[exercise];
  // Without a cuff the reader says when an exercise begins, and no more.
  const isFree = !limb && session.plan.steps[session.step].exercise === exercise;
  if (kind === "set" && !isFree && (entered.cuffs[limb]?.since ?? null) === null) {
    return tell({ ...entered, phase: "ready" }, "ready");
  }
  return tell({ ...entered, phase: "running", since: session.at }, kind);
}

/**
 * Wait for an open cuff, and count the pause from then on.
 *
 * @param {Session} session
 * @param {number} pause
 * @returns {Told}
 */
function openFor(session, pause) {
  const kept = keepUnder(session);
  const since = isOn(kept) ? null : kept.at;
  return tell({ ...kept, ...COUNTS_FROM_NOTHING, phase: "open", pause, since }, "open");
}

/**
 * @param {Session} session
 * @param {"finished" | "stopped" | "ceiling" | "sign"} ended
 * @returns {Told}
 */
function finish(session, ended) {
  const over = { ...keepUnder(session), phase: /** @type {Phase} */ ("over"), since: null, ended };
  return tell(over, ended === "stopped" || ended === "sign" ? "stopped" : "finished");
}

const COUNTS_FROM_NOTHING = { since: null, spent: 0, pause: 0, tenSaid: false };

// --- What the reader does ---

/** @type {Record<Action, (session: Session) => Told>} */
const ACTIONS = {
  start(session) {
    const { exercises } = session.plan;
    const { exercise } = stepOf(session);
    const { limb } = exercises[exercise];
    const cuffs = Object.fromEntries(
      Object.entries(session.cuffs).map(([each, cuff]) => [
        each,
        isNeeded(session, each) ? cuff : opened(cuff, session.at),
      ]),
    );
    if (limb) {
      const cuff = cuffs[limb] ?? { banked: 0, since: null, near: false };
      cuffs[limb] = { ...cuff, since: session.at };
    }
    if (!session.plan.getReady) return run({ ...session, cuffs });
    const waiting = { ...session, cuffs, since: session.at, spent: 0 };
    return tell({ ...waiting, phase: "countdown" }, "get-ready");
  },

  done(session) {
    return finishStep(session);
  },

  repeat(session) {
    // In a rest: the set before it, once more.
    const back = stepOf(session).kind === "set" ? session.step : session.step - 1;
    return enter(session, Math.max(0, back));
  },

  pause(session) {
    const paused = { ...session, phase: /** @type {Phase} */ ("paused") };
    return tell({ ...paused, spent: spentOf(session), since: null }, "paused");
  },

  resume(session) {
    const resumed = { ...session, phase: /** @type {Phase} */ ("running"), since: session.at };
    const { kind, exercise } = stepOf(session);
    const { limb } = session.plan.exercises[exercise];
    if (kind === "set" && limb) {
      const cuff = session.cuffs[limb];
      resumed.cuffs = { ...session.cuffs, [limb]: { ...cuff, since: cuff.since ?? session.at } };
    }
    return tell(resumed, "resumed");
  },

  "cuff-open"(session) {
    const cuffs = Object.fromEntries(
      Object.entries(session.cuffs).map(([limb, cuff]) => [limb, opened(cuff, session.at)]),
    );
    const open = keepUnder({ ...session, cuffs });
    const told = tell(open, "cuff-open");
    if (session.phase === "open") return { ...told, session: { ...open, since: session.at } };
    if (session.phase === "countdown") {
      return { ...told, session: { ...open, ...COUNTS_FROM_NOTHING, phase: "ready" } };
    }
    if (session.phase !== "ceiling") return told;
    const next = open.plan.steps[nextExercise(open)];
    const after =
      next && !open.ended
        ? openFor(open, pauseBefore(open, next))
        : finish(open, open.ended || "ceiling");
    return { session: after.session, happened: [...told.happened, ...after.happened] };
  },

  end(session) {
    return finish(withSetThatIsOn(session), "stopped");
  },

  sign(session) {
    return finish(withSetThatIsOn(session), "sign");
  },
};

/** @param {Session} session */
function withSetThatIsOn(session) {
  const { phase } = session;
  const inSet = stepOf(session).kind === "set" && (phase === "running" || phase === "paused");
  return inSet ? keepSet(session) : session;
}

// --- Small questions ---

/**
 * @param {Session} session
 * @param {Happening["kind"]} kind
 * @returns {Told}
 */
function tell(session, kind) {
  return { session, happened: [{ kind, at: session.at }] };
}

/**
 * @param {Session} session
 * @returns {Told}
 */
function quiet(session) {
  return { session, happened: [] };
}

/**
 * @param {Session} session
 * @returns {Step}
 */
function stepOf(session) {
  return session.plan.steps[session.step];
}

/**
 * @param {Session} session
 * @returns {number}
 */
function spentOf(session) {
  return session.spent + (session.since === null ? 0 : session.at - session.since);
}

/**
 * Tell how long what is on lasts.
 *
 * @param {Session} session
 * @returns {number}
 */
function lengthOf(session) {
  if (session.phase === "open") return session.pause;
  return session.phase === "countdown" ? session.plan.getReady : stepOf(session).ms;
}

/**
 * Tell how many repetitions the tempo has room for so far.
 *
 * @param {Session} session
 * @returns {number}
 */
function repsOf(session) {
  const { ms, repetitions } = stepOf(session);
  if (session.phase === "countdown") return 0;
  return Math.min(repetitions, (spentOf(session) * repetitions) / ms);
}

/**
 * Keep what was done of the set that is on.
 *
 * @param {Session} session
 * @returns {Session}
 */
function keepSet(session) {
  const { exercise, set, repetitions } = stepOf(session);
  const done = {
    exercise,
    set,
    planned: repetitions,
    // Ended early, in the middle of one: the nearer.
    repetitions: Math.round(repsOf(session)),
    ms: spentOf(session),
  };
  return { ...session, done: [...session.done, done] };
}

/**
 * Keep the time under the cuff of the exercise that is on.
 *
 * @param {Session} session
 * @returns {Session}
 */
function keepUnder(session) {
  const { exercise } = stepOf(session);
  const { limb } = session.plan.exercises[exercise];
  const time = timeOf(session, limb);
  return { ...session, under: session.under.map((each, at) => (at === exercise ? time : each)) };
}

/**
 * @param {Session} session
 * @returns {boolean}
 */
function isOn(session) {
  return Object.values(session.cuffs).some(({ since }) => since !== null);
}

/**
 * @param {Cuff} cuff
 * @param {number} at
 * @returns {Cuff}
 */
function opened(cuff, at) {
  return {
    ...cuff,
    banked: cuff.banked + (cuff.since === null ? 0 : at - cuff.since),
    since: null,
  };
}

/**
 * @param {Session} session
 * @param {string} limb
 * @returns {number}
 */
function timeOf(session, limb) {
  const cuff = session.cuffs[limb];
  return cuff ? opened(cuff, session.at).banked : 0;
}

/**
 * List the exercises that run without an open cuff between them, with the one that is on.
 *
 * @param {Session} session
 * @returns {{ before: Exercise[], now: Exercise, after: Exercise[] }}
 */
function chainOf(session) {
  const { exercises } = session.plan;
  const at = stepOf(session).exercise;
  let first = at;
  while (first > 0 && exercises[first].pause === null) first -= 1;
  let end = at + 1;
  while (end < exercises.length && exercises[end].pause === null) end += 1;
  return {
    before: exercises.slice(first, at),
    now: exercises[at],
    after: exercises.slice(at + 1, end),
  };
}

/**
 * Find the ceiling of a limb's cuff now: that of its exercise, or of its next one while another limb works.
 *
 * @param {Session} session
 * @param {string} limb
 * @returns {number}
 */
function ceilingOf(session, limb) {
  const { before, now, after } = chainOf(session);
  const own = [now, ...after, ...before.reverse()].find((each) => each.limb === limb);
  return (own ?? now).ceiling;
}

/**
 * Tell whether a limb's cuff is needed again before all cuffs are opened.
 *
 * @param {Session} session
 * @param {string} limb
 * @returns {boolean}
 */
function isNeeded(session, limb) {
  const { now, after } = chainOf(session);
  return [now, ...after].some((each) => each.limb === limb);
}

/**
 * @param {Session} session
 * @param {string} limb
 * @returns {Clock}
 */
function clockOf(session, limb) {
  const ms = timeOf(session, limb);
  const ceiling = ceilingOf(session, limb);
  const cuff = session.cuffs[limb];
  const { exercise } = stepOf(session);
  let planned = ms;
  if (limb === session.plan.exercises[exercise].limb && session.phase !== "over") {
    if (["ready", "countdown", "running", "paused"].includes(session.phase)) {
      const rest = session.plan.steps
        .slice(session.step)
        .filter((each) => each.exercise === exercise);
      for (const each of rest) if (each.cuffOn) planned += each.ms;
      if (session.phase === "countdown") planned += session.plan.getReady - spentOf(session);
      else if (stepOf(session).cuffOn) planned -= Math.min(spentOf(session), stepOf(session).ms);
    }
  }
  const on = (cuff?.since ?? null) !== null;
  return { limb, ms, ceiling, planned, on, near: ms >= ceiling - NEAR_MS };
}

/**
 * Find the place of the first set of the next exercise; -1 after the last.
 *
 * @param {Session} session
 * @returns {number}
 */
function nextExercise(session) {
  const { exercise } = stepOf(session);
  return session.plan.steps.findIndex((each) => each.exercise > exercise && each.kind === "set");
}

/**
 * @param {Session} session
 * @param {Step} step
 * @returns {number}
 */
function pauseBefore(session, step) {
  return Math.max(session.plan.exercises[step.exercise].pause ?? 0, session.plan.leastOpen);
}

/**
 * @param {Segment} segment
 * @returns {number}
 */
function milliseconds({ start_s, end_s }) {
  return Math.round((end_s - start_s) * 1000);
}
