/**
 * What a calculator knows of its form and its answer, and what of that shows. Pure: it knows no page, no clock and no
 * Python. An element keeps one `State`, lets these functions make the next, and shows what `derive` gives.
 */

/** @typedef {import("../shared/answers.js").Answers} Answers */
/** @typedef {import("../shared/outcome.js").Outcome} Outcome */
/** @typedef {{ name: string, says: string }} Problem */
/** @typedef {{ kind: string, message: string, says?: string }} Trouble - Why there is no answer, and which sentence tells it if not that of its kind. */
/** @typedef {{ outcome: Outcome, answers: Answers, own: boolean }} Answer - With the answers it is for, and whether they are the reader's. */

/**
 * @typedef {object} State
 * @property {boolean} own Whether what stands in the form comes from the reader: not what was built, nor an example.
 * @property {boolean} touched Whether an answer was asked for: by typing, an example or a link, not by a change of
 *     standing alone.
 * @property {boolean} dirty Whether the form has changed since the answer that is shown.
 * @property {boolean} wanted Whether the newest answers still have to be asked about.
 * @property {{ answers: Answers, own: boolean } | null} asked What is under way.
 * @property {Answer | null} answer The last one; null before it, and once a stop stands in its place.
 * @property {boolean} answered Whether the rules have answered at all: Python, or what the build asked them before.
 * @property {boolean} varying Whether it is not yet known what would change the answer.
 * @property {Problem[]} problems Of the answers that were asked about last.
 * @property {boolean} submitted Whether an answer was asked for outright, so that mistakes may be listed.
 * @property {ReadonlySet<string>} finished Questions whose answer the reader has finished typing.
 * @property {ReadonlySet<string>} retyped Questions typed at since the problems were found.
 * @property {Trouble | null} failure Why nothing was answered.
 */

/** @typedef {"static" | "loading" | "ready" | "busy" | "error"} Phase */

/** What the one Python of the tab is at. @typedef {{ state: string, failure?: Trouble, stall?: Trouble }} Engine */

/**
 * Where the screening leaves the reader, for this calculator.
 *
 * @typedef {object} Standing
 * @property {boolean} stopped Whether a stop stands in the place of every setting.
 * @property {boolean} closes Whether some limb must have no cuff, and settings heed it.
 * @property {boolean} found Whether a screening has found where the reader stands, for the screening itself to say.
 */

/**
 * What shows.
 *
 * @typedef {object} View
 * @property {Phase} phase
 * @property {boolean} answered
 * @property {boolean} stale Whether the answer on show is to other numbers than the form's.
 * @property {boolean} varying Whether it is not yet known what would change the answer.
 * @property {boolean} unanswered Whether numbers of the reader's stand beside an answer to others, and none comes soon: it is
 *     not shown then.
 * @property {boolean} gated
 * @property {boolean} kept Whether the screening shows where it left the reader, whose answers are gone.
 * @property {boolean} limbClosed Whether the answer is that no cuff may go on: common answers would be settings then.
 * @property {string | null} level Of the screening's answer; null before one.
 * @property {ReadonlySet<string>} shows The blocks of the status that hold.
 * @property {Trouble | null} trouble
 * @property {Problem[]} problems Those to point out.
 * @property {boolean} lists Whether they are listed, too.
 */

/**
 * What others on the page are told of a calculator.
 *
 * @typedef {object} Told
 * @property {Phase} phase
 * @property {boolean} stale
 * @property {boolean} answered
 * @property {boolean} dirty
 * @property {Trouble | null} trouble
 * @property {Problem[]} problems
 * @property {Answer | null} answer
 * @property {State["asked"]} asked
 */

/** @type {State} */
export const BEGIN = {
  own: false,
  touched: false,
  dirty: false,
  wanted: false,
  asked: null,
  answer: null,
  answered: false,
  varying: false,
  problems: [],
  submitted: false,
  finished: new Set(),
  retyped: new Set(),
  failure: null,
};

/**
 * Something was typed at a question.
 *
 * @param {State} state
 * @param {string} name
 * @returns {State}
 */
export function typed(state, name) {
  const finished = new Set(state.finished);
  finished.delete(name);
  const retyped = new Set([...state.retyped, name]);
  return { ...state, own: true, touched: true, finished, retyped };
}

/**
 * What stands at some questions is finished: what is wrong with it may be pointed out.
 *
 * @param {State} state
 * @param {Iterable<string>} names
 * @returns {State}
 */
export function finish(state, names) {
  return { ...state, finished: new Set([...state.finished, ...names]) };
}

/**
 * Answers were put into the form as the reader's own: by a link, from memory, or by an earlier step.
 *
 * @param {State} state
 * @returns {State}
 */
export function give(state) {
  return { ...state, own: true, touched: true };
}

/**
 * An answer was asked for outright: mistakes are listed.
 *
 * @param {State} state
 * @returns {State}
 */
export function submit(state) {
  return { ...give(state), submitted: true };
}

/**
 * The form stands as it was built, or as an example has it.
 *
 * @param {State} state
 * @returns {State}
 */
export function restart(state) {
  return { ...state, own: false, touched: true, submitted: false, finished: new Set() };
}

/**
 * What stands in the form has to be asked about, unless a stop stands in the place of every answer.
 *
 * @param {State} state
 * @param {boolean} stopped
 * @returns {State}
 */
export function want(state, stopped) {
  if (stopped) return { ...state, dirty: true, wanted: false };
  // Other numbers may not meet the mistake of ours that these met.
  const failure = state.failure?.kind === "bug" ? null : state.failure;
  return { ...state, dirty: true, wanted: true, failure };
}

/**
 * The form's answers are asked about.
 *
 * @param {State} state
 * @param {Answers} answers
 * @returns {State}
 */
export function ask(state, answers) {
  return { ...state, wanted: false, asked: { answers, own: state.own } };
}

/**
 * An answer has come. What was typed meanwhile makes it an old one, and so does a stop.
 *
 * @param {State} state
 * @param {{ outcome?: Outcome, problems?: Problem[] }} response
 * @param {boolean} stopped
 * @returns {State}
 */
export function receive(state, { outcome, problems = [] }, stopped) {
  const { asked } = state;
  if (!asked || state.wanted || stopped) return state;
  const submitted = state.submitted && problems.length > 0;
  const heard = { ...state, problems, submitted, retyped: new Set() };
  if (!outcome) return heard;
  const answer = { outcome, ...asked };
  return { ...heard, dirty: false, answered: true, answer, varying: !outcome.stop };
}

/**
 * What would change an answer is known, or will not be.
 *
 * @param {State} state
 * @param {Outcome} outcome - Of that answer.
 * @param {Outcome["changes"]} changes
 * @returns {State}
 */
export function vary(state, outcome, changes) {
  const { answer } = state;
  if (!answer || answer.outcome !== outcome) return state;
  return { ...state, varying: false, answer: { ...answer, outcome: { ...outcome, changes } } };
}

/**
 * No answer will come to what was asked.
 *
 * @param {State} state
 * @param {Trouble} failure
 * @returns {State}
 */
export function fail(state, failure) {
  return { ...state, failure, wanted: false };
}

/**
 * Nothing is under way any more.
 *
 * @param {State} state
 * @returns {State}
 */
export function rest(state) {
  return { ...state, asked: null };
}

/**
 * It is tried again.
 *
 * @param {State} state
 * @returns {State}
 */
export function retry(state) {
  return { ...state, failure: null };
}

/**
 * A stop stands in the place of the answer, or somebody else has come.
 *
 * @param {State} state
 * @returns {State}
 */
export function withdraw(state) {
  return { ...state, answer: null, varying: false };
}

/**
 * Python has gone on: a failure to start is everybody's, and goes once it runs; a mistake on these numbers stays.
 *
 * @param {State} state
 * @param {Engine} engine
 * @returns {State}
 */
export function follow(state, engine) {
  if (engine.state === "failed") {
    return { ...state, failure: state.failure ?? engine.failure ?? null };
  }
  const isOver = engine.state === "ready" && state.failure?.kind !== "bug";
  return isOver ? { ...state, failure: null } : state;
}

/**
 * Give what others on the page are told; the same value again when nothing of it has changed.
 *
 * @param {State} state
 * @param {View} view
 * @param {Told | null} before - What they were told last.
 * @returns {Told}
 */
export function tell(state, view, before) {
  const { answer, dirty, problems, asked } = state;
  const { phase, stale, answered, trouble } = view;
  const now = { phase, stale, answered, trouble, dirty, problems, answer, asked };
  const keys = /** @type {(keyof Told)[]} */ (Object.keys(now));
  return before && keys.every((key) => before[key] === now[key]) ? before : now;
}

/**
 * Say what shows.
 *
 * @param {State} state
 * @param {Engine} engine
 * @param {Standing} standing
 * @returns {View}
 */
export function derive(state, engine, standing) {
  const { own, touched, dirty, asked, answer, answered, failure, retyped } = state;
  const trouble = failure ?? engine.stall ?? null;
  const phase = phaseOf(trouble, engine.state, asked !== null);
  // Until the first answer of their own, readers must not take the example's for it. Nor the last one, when it is to other
  // numbers and Python, which these take, does not run.
  const unanswered = dirty && (!answered || engine.state !== "ready");
  const stale = unanswered || (dirty && state.problems.length > 0);
  const theirs = stale ? "stale" : "own";
  // What was wrong with an answer that is no longer there says nothing of the one that is.
  const problems = state.problems.filter(
    ({ name }) => !retyped.has(name) && (state.submitted || state.finished.has(name)),
  );
  const none = unanswered && problems.length ? "wrong" : "example";
  const shown = answered && touched && !unanswered ? theirs : none;
  return {
    phase,
    answered,
    stale,
    varying: state.varying,
    unanswered,
    gated: standing.stopped,
    kept: standing.found && !own && !touched,
    // Beside “No cuff on your legs”, common answers for legs would be settings.
    limbClosed: standing.closes && Boolean(answer?.outcome.stop),
    level: answer ? (answer.outcome.standing?.level ?? "") : null,
    shows: new Set(phase === "loading" ? [dirty || !answered ? phase : shown] : [phase, shown]),
    trouble,
    problems,
    lists: state.submitted,
  };
}

/**
 * @param {Trouble | null} trouble
 * @param {string} engine
 * @param {boolean} isAsking
 * @returns {Phase}
 */
function phaseOf(trouble, engine, isAsking) {
  if (trouble) return "error";
  if (engine === "loading") return "loading";
  if (engine === "ready") return isAsking ? "busy" : "ready";
  return "static";
}
