/** What a calculator shows, by what has happened to it. Run by test_scripts.py. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as states from "../../calculators/browser/calculator/calculator-state.js";

const { BEGIN, derive } = states;

const ASLEEP = { state: "asleep" };
const LOADING = { state: "loading" };
const READY = { state: "ready" };
const BUG = { kind: "bug", message: "ours" };
const NET = { kind: "net", message: "the net failed" };
/** Nobody was screened, and nothing stops. */
const OPEN = { stopped: false, closes: false, found: false };

const ANSWERS = { one_rm: "84" };
const OUTCOME = { headline: "25 kg", answer: "25 kg" };
const PROBLEMS = [
  { name: "one_rm", says: "Enter 1 to 500 kg" },
  { name: "percent_1rm", says: "Enter 1 to 100" },
];

/** Type, ask and hear. */
function answered(state, response = { outcome: OUTCOME }) {
  return states.rest(states.receive(asking(state), response, false));
}

function asking(state) {
  return states.ask(states.want(state, false), ANSWERS);
}

const shown = (state, engine = READY, standing = OPEN) => derive(state, engine, standing);
const typed = (state = BEGIN) => states.typed(state, "one_rm");

test("as built it shows an example, and waits for nothing", () => {
  const view = shown(BEGIN, ASLEEP);
  assert.deepEqual([...view.shows], ["static", "example"]);
  const { phase, answered, stale, unanswered, gated, kept, limbClosed, level, trouble } = view;
  assert.deepEqual(
    { phase, answered, stale, unanswered, gated, kept, limbClosed, level, trouble },
    {
      phase: "static",
      answered: false,
      stale: false,
      unanswered: false,
      gated: false,
      kept: false,
      limbClosed: false,
      level: null,
      trouble: null,
    },
  );
});

test("until the first answer the example's number does not stand for the reader's", () => {
  const state = asking(typed());
  for (const engine of [ASLEEP, LOADING, READY]) {
    const view = shown(state, engine);
    assert.ok(view.stale && view.unanswered && !view.answered);
    assert.ok(!view.shows.has("own"));
  }
  assert.deepEqual([...shown(state, LOADING).shows], ["loading"]);
  assert.equal(shown(state, READY).phase, "busy");
});

test("an answer to the reader's numbers is called theirs, and an example's is not", () => {
  const own = answered(typed());
  assert.deepEqual([...shown(own).shows], ["ready", "own"]);
  assert.deepEqual(own.answer, { outcome: OUTCOME, answers: ANSWERS, own: true });
  const example = answered(states.restart(own));
  assert.equal(example.answer?.own, false);
  const woken = answered(BEGIN);
  assert.deepEqual([...shown(woken).shows], ["ready", "example"]);
});

test("the answer stays fresh while the next is under way, and grows stale when none comes", () => {
  const own = answered(typed());
  const next = asking(typed(own));
  assert.ok(!shown(next).stale && !shown(next).unanswered);
  const wrong = answered(typed(own), { problems: PROBLEMS });
  assert.deepEqual([...shown(wrong).shows], ["ready", "stale"]);
  assert.equal(wrong.answer, own.answer);
});

test("where a first answer is wrong the page says that none came, once it says what is wrong", () => {
  const wrong = answered(typed(), { problems: PROBLEMS });
  assert.deepEqual([...shown(wrong).shows], ["ready", "example"]);
  const finished = states.finish(wrong, ["one_rm"]);
  assert.deepEqual([...shown(finished).shows], ["ready", "wrong"]);
  const mended = typed(finished);
  assert.deepEqual([...shown(mended).shows], ["ready", "example"]);
});

test("what was wrong with an answer is not held against the one that is typed over it", () => {
  const [wrongLoad] = PROBLEMS;
  const wrong = answered(states.finish(typed(), ["one_rm"]), { problems: PROBLEMS });
  assert.deepEqual(shown(wrong).problems, [wrongLoad]);
  const mended = states.finish(asking(typed(wrong)), ["one_rm"]);
  assert.deepEqual(shown(mended).problems, []);
  assert.ok(shown(mended).stale);
  const again = states.receive(mended, { problems: PROBLEMS }, false);
  assert.deepEqual(shown(again).problems, [wrongLoad]);
});

test("before Python runs, an answer that is there is shown as any, and not beside other numbers", () => {
  const ready = answered(typed());
  assert.deepEqual([...shown(ready, LOADING).shows], ["own"]);
  assert.ok(!shown(ready, LOADING).stale);
  const other = asking(typed(ready));
  assert.deepEqual([...shown(other, LOADING).shows], ["loading"]);
  for (const engine of [ASLEEP, LOADING, { state: "failed", failure: NET }]) {
    assert.ok(shown(other, engine).stale && shown(other, engine).unanswered);
    assert.ok(!shown(other, engine).shows.has("own"));
  }
  const failed = states.fail(ready, NET);
  assert.deepEqual([...shown(failed, LOADING).shows], ["error", "own"]);
  assert.ok(!shown(failed, LOADING).stale);
});

test("what was typed meanwhile makes an answer an old one", () => {
  const meanwhile = states.want(typed(asking(typed())), false);
  assert.equal(states.receive(meanwhile, { outcome: OUTCOME }, false), meanwhile);
});

test("a stop makes an answer that is under way nobody's, and lets nothing be asked", () => {
  const state = asking(typed());
  assert.equal(states.receive(state, { outcome: OUTCOME }, true), state);
  const stopped = states.want(states.withdraw(answered(typed())), true);
  assert.equal(stopped.wanted, false);
  assert.equal(stopped.answer, null);
  assert.ok(shown(stopped, READY, { ...OPEN, stopped: true }).gated);
});

test("an answer that was asked for under one set of answers keeps them", () => {
  const state = states.give(states.restart(asking(typed())));
  assert.deepEqual(states.receive(state, { outcome: OUTCOME }, false).answer?.answers, ANSWERS);
});

test("a mistake is pointed out once its question is finished, and listed when asked for outright", () => {
  const wrong = answered(typed(), { problems: PROBLEMS });
  assert.deepEqual(shown(wrong).problems, []);
  const left = states.finish(wrong, ["one_rm"]);
  assert.deepEqual(shown(left).problems, [PROBLEMS[0]]);
  assert.ok(!shown(left).lists);
  assert.deepEqual(shown(typed(left)).problems, []);
  const outright = answered(states.submit(typed()), { problems: PROBLEMS });
  assert.deepEqual(shown(outright).problems, PROBLEMS);
  assert.ok(shown(outright).lists);
});

test("mistakes are listed until an answer comes, and no longer", () => {
  const listed = answered(states.submit(typed()), { problems: PROBLEMS });
  const still = answered(typed(listed), { problems: [PROBLEMS[1]] });
  assert.ok(shown(still).lists);
  assert.ok(!shown(answered(typed(still))).lists);
  assert.ok(!shown(states.restart(still)).lists);
});

test("starting again is nobody's number, and points nothing out", () => {
  const again = states.restart(
    states.finish(answered(typed(), { problems: PROBLEMS }), ["one_rm"]),
  );
  assert.deepEqual([again.own, shown(again).problems], [false, []]);
});

test("trouble is an error whatever else holds, and a stall passes by itself", () => {
  for (const engine of [ASLEEP, LOADING, READY]) {
    const view = shown(states.fail(asking(typed()), NET), engine);
    assert.deepEqual([view.phase, view.trouble], ["error", NET]);
  }
  const stalled = { ...LOADING, stall: { kind: "hang", message: "" } };
  assert.equal(shown(typed(), stalled).phase, "error");
  assert.equal(shown(typed(), LOADING).phase, "loading");
});

test("a failure to start is everybody's and goes once Python runs; a mistake of ours stays", () => {
  const failed = states.follow(BEGIN, { state: "failed", failure: NET });
  assert.equal(failed.failure, NET);
  assert.equal(states.follow(failed, { state: "failed", failure: BUG }).failure, NET);
  assert.equal(states.follow(failed, LOADING), failed);
  assert.equal(states.follow(failed, READY).failure, null);
  const bug = states.fail(asking(typed()), BUG);
  assert.equal(states.follow(bug, READY), bug);
});

test("other numbers are asked about after a mistake of ours, and only a retry ends another failure", () => {
  assert.equal(states.want(typed(states.fail(asking(typed()), BUG)), false).failure, null);
  const net = states.fail(asking(typed()), NET);
  assert.equal(states.want(typed(net), false).failure, NET);
  assert.equal(states.want(states.retry(net), false).failure, null);
});

test("a failure lets nothing wait", () => {
  const failed = states.rest(states.fail(states.want(asking(typed()), false), NET));
  assert.deepEqual([failed.wanted, failed.asked], [false, null]);
});

test("a screening shows where it left the reader until it is answered, or tried, again", () => {
  const found = { ...OPEN, found: true };
  assert.ok(shown(BEGIN, ASLEEP, found).kept);
  assert.ok(!shown(states.give(BEGIN), ASLEEP, found).kept);
  assert.ok(!shown(typed(), ASLEEP, found).kept);
  assert.ok(!shown(states.restart(BEGIN), ASLEEP, found).kept);
  assert.ok(!shown(BEGIN, ASLEEP, OPEN).kept);
});

test("common answers stand beside no answer that no cuff may go on", () => {
  const stop = answered(typed(), { outcome: { ...OUTCOME, stop: { says: "No cuff" } } });
  assert.ok(shown(stop, READY, { ...OPEN, closes: true }).limbClosed);
  assert.ok(!shown(stop).limbClosed);
  assert.ok(!shown(answered(typed()), READY, { ...OPEN, closes: true }).limbClosed);
});

test("the level is that of the screening's own answer", () => {
  const left = answered(typed(), { outcome: { ...OUTCOME, standing: { level: "doctor" } } });
  assert.equal(shown(left).level, "doctor");
  assert.equal(shown(answered(typed())).level, "");
});

test("the page is told of a change, and of nothing twice", () => {
  const first = states.tell(BEGIN, shown(BEGIN), null);
  assert.equal(states.tell(BEGIN, shown(BEGIN), first), first);
  // Which question is finished concerns nobody else.
  const left = states.finish(BEGIN, ["one_rm"]);
  assert.equal(states.tell(left, shown(left), first), first);
  const wanted = states.want(typed(), false);
  const second = states.tell(wanted, shown(wanted), first);
  assert.notEqual(second, first);
  assert.deepEqual([second.dirty, second.answer, second.phase], [true, null, "ready"]);
  const own = answered(wanted);
  const third = states.tell(own, shown(own), second);
  assert.deepEqual([third.dirty, third.answer?.outcome], [false, OUTCOME]);
});

test("what would change an answer comes after it, and only to that answer", () => {
  const own = answered(typed());
  assert.ok(shown(own).varying);
  const changes = [{ says: "Share of the 1RM 35 %", result: "27.5 kg" }];
  const known = states.vary(own, own.answer?.outcome, changes);
  assert.ok(!shown(known).varying);
  assert.deepEqual(known.answer, { ...own.answer, outcome: { ...OUTCOME, changes } });
  const other = answered(typed(own), { outcome: { ...OUTCOME } });
  assert.equal(states.vary(other, own.answer?.outcome, changes), other);
  assert.ok(!shown(answered(typed(), { outcome: { stop: { says: "No cuff" } } })).varying);
});

test("nothing is changed in place", () => {
  const freeze = (state) => Object.freeze({ ...state });
  const { typed, finish, give, submit, restart, want, ask, receive, fail, rest, retry } = states;
  let state = freeze(BEGIN);
  for (const step of [
    (now) => typed(now, "one_rm"),
    (now) => finish(now, ["one_rm"]),
    give,
    submit,
    (now) => want(now, false),
    (now) => ask(now, ANSWERS),
    (now) => receive(now, { problems: PROBLEMS }, false),
    (now) => fail(now, NET),
    rest,
    retry,
    restart,
    states.withdraw,
  ]) {
    state = freeze(step(state));
  }
  assert.equal(state.own, false);
});
