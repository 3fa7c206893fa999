/** The clock of the timer, against times worked on paper. Run by test_scripts.py. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as clock from "../../calculators/browser/player/player-clock.js";
import { csvOf, entryOf } from "../../calculators/browser/kept/record.js";

const S = 1000;

/** One exercise: 30-15-15-15 at 4 s, rests of 60 s: 120 + 60 + 60 + 60 + 60 + 60 + 60 = 480 s. */
function timeline({
  exercises = 1,
  limbs = [],
  sides = [],
  open = 180,
  rests = true,
  ceiling = 600,
} = {}) {
  const segments = [];
  const clocks = [];
  let now = 0;
  const add = (kind, exercise, seconds, more) => {
    const times = { start_s: now, end_s: now + seconds };
    segments.push({
      kind,
      exercise,
      set: null,
      repetitions: null,
      cuff_on: true,
      ...times,
      ...more,
    });
    now += seconds;
  };
  for (let exercise = 1; exercise <= exercises; exercise += 1) {
    if (exercise > 1 && open) add("open", exercise, open, { cuff_on: false });
    if (exercise > 1 && !open) add("rest", exercise, 60);
    [30, 15, 15, 15].forEach((repetitions, at) => {
      if (at) add("rest", exercise, 60, { cuff_on: rests });
      add("set", exercise, repetitions * 4, { set: at + 1, repetitions });
    });
    const limb = limbs[exercise - 1] ?? "leg";
    const held = !open && exercise > 1 ? 1200 : ceiling;
    const name = `Exercise ${exercise}`;
    const side = sides[exercise - 1] ?? "";
    clocks.push({ exercise, name, load: "20 kg", limb, side, ceiling_s: held });
  }
  return { segments, clocks, tempo_s: [2, 0, 2] };
}

/** A session that things are done to, and what came of it. */
function play({ getReady = 0, ...of } = {}) {
  let session = clock.begin(clock.planOf(timeline(of), 180, getReady), 0);
  const heard = [];
  const take = (told) => {
    session = told.session;
    heard.push(...told.happened.map(({ kind, at }) => [kind, at / S]));
    return clock.view(session);
  };
  return {
    at: (seconds) => take(clock.advance(session, seconds * S)),
    act: (action, seconds) => take(clock.act(session, action, seconds * S)),
    openNow: (seconds) => take(clock.openNow(session, seconds * S)),
    heard,
    get session() {
      return session;
    },
  };
}

test("a whole session has the times of paper", () => {
  const { at, act, heard } = play();
  act("start", 0);
  assert.equal(at(119.9).repetition, 30);
  const end = at(480);
  assert.deepEqual(
    heard.filter(([kind]) => kind !== "ten"),
    [
      ["set", 0],
      ["rest", 120],
      ["set", 180],
      ["rest", 240],
      ["set", 300],
      ["rest", 360],
      ["set", 420],
      ["finished", 480],
    ],
  );
  assert.equal(end.phase, "over");
  assert.equal(end.clocks[0].ms, 480 * S);
});

test("many looks or one: the same session", () => {
  const [often, once] = [play(), play()];
  often.act("start", 0);
  once.act("start", 0);
  for (let seconds = 0; seconds <= 481; seconds += 0.2) often.at(seconds);
  once.at(481);
  often.at(481);
  assert.deepEqual(often.session, once.session);
  assert.deepEqual(often.heard, once.heard);
});

test("three minutes of sleep end in the true state", () => {
  const { at, act } = play();
  act("start", 0);
  at(100);
  const now = at(280);
  // Set 1 to 120, rest to 180, set 2 to 240, rest to 300: 20 s of it are left.
  assert.deepEqual([now.kind, now.left, now.then.set], ["rest", 20 * S, 3]);
  assert.equal(now.clocks[0].ms, 280 * S);
});

test("repetitions follow the tempo, from the first", () => {
  const { at, act } = play();
  act("start", 10);
  assert.equal(at(10).repetition, 1);
  assert.equal(at(13.9).repetition, 1);
  assert.equal(at(14).repetition, 2);
});

test("a pause holds the set and not the cuff", () => {
  const { at, act } = play();
  act("start", 0);
  const paused = act("pause", 60);
  assert.deepEqual([paused.phase, paused.left], ["paused", 60 * S]);
  const later = at(90);
  assert.deepEqual([later.left, later.clocks[0].ms], [60 * S, 90 * S]);
  act("resume", 100);
  assert.equal(at(159).kind, "set");
  assert.equal(at(160).kind, "rest");
});

test("an open cuff stands still, and its set waits until it is on again", () => {
  const { at, act } = play();
  act("start", 0);
  act("pause", 60);
  act("cuff-open", 70);
  assert.equal(at(200).clocks[0].ms, 70 * S);
  const on = act("resume", 200);
  assert.ok(on.clocks[0].on);
  assert.equal(at(230).clocks[0].ms, 100 * S);
});

test("a cuff opened in a rest makes the next set wait", () => {
  const { at, act, openNow } = play();
  act("start", 0);
  at(130);
  openNow(130);
  act("resume", 140);
  // 50 s of the rest were left.
  assert.equal(at(189).phase, "running");
  assert.equal(at(190).phase, "ready");
  assert.equal(at(400).phase, "ready");
  act("start", 400);
  assert.equal(at(410).clocks[0].ms, 140 * S);
});

test("a signal comes a minute before the ceiling, and nothing goes on past it", () => {
  const game = play();
  const { at, act, heard } = game;
  const session = () => game.session;
  act("start", 0);
  act("pause", 100);
  at(539.9);
  assert.ok(!heard.some(([kind]) => kind === "near"));
  at(5000);
  assert.deepEqual(heard.slice(-2), [
    ["near", 540],
    ["ceiling", 600],
  ]);
  const now = at(5000);
  assert.equal(now.phase, "ceiling");
  assert.deepEqual(clock.allowed(session()), ["cuff-open"]);
  assert.equal(now.clocks[0].ms, 5000 * S);
  assert.equal(act("resume", 5001).phase, "ceiling");
  assert.equal(act("done", 5001).phase, "ceiling");
});

test("the ceiling of the last exercise ends the session once the cuff is open", () => {
  const game = play();
  game.act("start", 0);
  game.act("pause", 10);
  game.at(600);
  assert.equal(game.act("cuff-open", 610).phase, "over");
  assert.equal(game.session.ended, "ceiling");
});

test("after a ceiling the next exercise waits through three open minutes", () => {
  const game = play({ exercises: 2, open: 0 });
  game.act("start", 0);
  game.act("pause", 10);
  game.at(600);
  assert.equal(game.act("cuff-open", 620).phase, "open");
  assert.equal(game.at(799).phase, "open");
  const ready = game.at(800);
  assert.deepEqual([ready.phase, ready.exercise.number, ready.set], ["ready", 2, 1]);
  game.act("start", 810);
  assert.equal(game.at(820).clocks[0].ms, 10 * S);
  assert.deepEqual(game.session.done, [
    { exercise: 0, set: 1, planned: 30, repetitions: 3, ms: 10 * S },
  ]);
});

test("between exercises the pause counts from the open cuff, and the next one waits", () => {
  const game = play({ exercises: 2 });
  game.act("start", 0);
  const release = game.at(490);
  assert.deepEqual([release.phase, release.cuffIsOn, release.left], ["open", true, 180 * S]);
  assert.equal(release.clocks[0].ms, 490 * S);
  game.act("cuff-open", 500);
  assert.deepEqual(clock.allowed(game.session), ["end", "sign"]);
  assert.equal(game.at(679).phase, "open");
  assert.equal(game.at(680).phase, "ready");
  assert.equal(game.at(900).clocks[0].ms, 0);
  game.act("start", 900);
  game.at(900 + 480);
  game.act("cuff-open", 900 + 485);
  assert.deepEqual(game.session.under, [500 * S, 485 * S]);
  assert.equal(game.session.ended, "finished");
  assert.deepEqual(
    game.session.done.map(({ repetitions }) => repetitions),
    [30, 15, 15, 15, 30, 15, 15, 15],
  );
});

test("a cuff that is never said to be open reaches its ceiling between exercises too", () => {
  const game = play({ exercises: 2 });
  game.act("start", 0);
  assert.equal(game.at(600).phase, "ceiling");
  assert.equal(game.act("cuff-open", 601).phase, "open");
  assert.equal(game.at(781).phase, "ready");
});

test("a cuff that stays on after the last set reaches its ceiling, and the session stays done", () => {
  const game = play();
  game.act("start", 0);
  assert.equal(game.at(480).phase, "over");
  assert.equal(game.at(700).phase, "ceiling");
  game.act("cuff-open", 710);
  assert.deepEqual([game.session.phase, game.session.ended], ["over", "finished"]);
});

test("with the cuff left on, its clock and a larger ceiling go on into the next exercise", () => {
  const game = play({ exercises: 2, open: 0 });
  game.act("start", 0);
  const lead = game.at(481);
  assert.deepEqual(
    [lead.kind, lead.exercise.number, lead.clocks[0].ceiling],
    ["rest", 2, 1200 * S],
  );
  const set = game.at(541);
  assert.deepEqual([set.kind, set.set, set.clocks[0].ms], ["set", 1, 541 * S]);
  game.at(1020);
  assert.equal(game.session.phase, "over");
});

test("another limb's cuff has its own clock, and its set waits for it", () => {
  const game = play({ exercises: 2, open: 0, limbs: ["leg", "arm"] });
  game.act("start", 0);
  const wait = game.at(545);
  assert.deepEqual([wait.phase, wait.clocks.map(({ limb }) => limb)], ["ready", ["arm", "leg"]]);
  // The leg has no exercise left: to start means that its cuff is open.
  const set = game.act("start", 550);
  assert.deepEqual(
    set.clocks.map(({ limb, on }) => [limb, on]),
    [["arm", true]],
  );
});

test("rests with an open cuff: only the time until it is said to be open counts", () => {
  const game = play({ rests: false });
  game.act("start", 0);
  const rest = game.at(125);
  assert.deepEqual([rest.planCuffOn, rest.cuffIsOn], [false, true]);
  game.act("cuff-open", 130);
  assert.equal(game.at(180).phase, "ready");
  game.act("start", 190);
  assert.equal(game.at(250).clocks[0].ms, 190 * S);
});

test("a set ended early is kept with what the tempo had room for", () => {
  const game = play();
  game.act("start", 0);
  game.act("done", 88);
  assert.deepEqual(game.session.done[0], {
    exercise: 0,
    set: 1,
    planned: 30,
    repetitions: 22,
    ms: 88 * S,
  });
  assert.equal(clock.adjust(game.session, 0, -1).done[0].repetitions, 21);
  assert.equal(game.act("done", 90).kind, "set");
});

test("repeat goes back to the set: the one that is on, or the one before a rest", () => {
  const game = play();
  game.act("start", 0);
  assert.equal(game.act("repeat", 100).left, 120 * S);
  game.at(225);
  const again = game.act("repeat", 230);
  assert.deepEqual([again.kind, again.set, again.left], ["set", 1, 120 * S]);
  assert.equal(again.clocks[0].ms, 230 * S);
  assert.ok(again.clocks[0].planned > again.clocks[0].ceiling);
});

test("the end of a session keeps what was done, and the cuff's clock", () => {
  const game = play();
  game.act("start", 0);
  const over = game.act("end", 130);
  assert.deepEqual([over.phase, over.cuffIsOn], ["over", true]);
  assert.equal(game.session.ended, "stopped");
  game.act("cuff-open", 140);
  assert.deepEqual(game.session.under, [140 * S]);
});

test("the clock survives sleep, and a wall clock that is set back or forth", () => {
  let [wall, steady] = [1_000_000, 5];
  const time = clock.tickingClock(
    () => wall,
    () => steady,
  );
  [wall, steady] = [wall + 1000, steady + 1000];
  assert.equal(time(), 1000);
  wall += 180_000; // asleep: the steady one stood still
  assert.equal(time(), 181_000);
  wall -= 3_600_000; // set back by an hour
  steady += 500;
  assert.equal(time(), 181_500);
  assert.equal(time(), 181_500);
});

test("a record has a line for each set, and no cell that a spreadsheet would run", () => {
  const game = play();
  game.act("start", 0);
  game.at(480);
  game.act("cuff-open", 480);
  game.session.plan.exercises[0].name = '=HYPERLINK("x"), leg';
  const entry = entryOf(game.session, new Date(2026, 10, 24, 18, 5));
  const lines = csvOf([entry], ",").split("\r\n");
  assert.equal(lines.length, 6);
  assert.ok(lines[0].startsWith('\ufeff"date","start",'));
  assert.equal(
    lines[1],
    '"2026-11-24","18:05","\'=HYPERLINK(""x""), leg","20 kg","1","30","30","120","480","finished","leg","",""',
  );
  assert.equal(csvOf([entry], ";").split("\r\n")[1], lines[1].replaceAll('","', '";"'));
  assert.equal(entry.minutes, 8);
});

// --- Getting ready, the tempo, and exercises without a cuff ---

test("a countdown before a set is a moment too, and the cuff's clock runs in it", () => {
  const game = play({ getReady: 10 });
  assert.equal(game.act("start", 100).phase, "countdown");
  assert.equal(game.at(104).left, 6 * S);
  assert.equal(game.at(104).clocks[0].ms, 4 * S);
  assert.equal(game.at(104).repetition, 1);
  // Slept through: the set has run for 50 s, 12.5 repetitions of 4 s.
  const now = game.at(160);
  assert.deepEqual([now.phase, now.repetition, now.clocks[0].ms], ["running", 13, 60 * S]);
  assert.deepEqual(game.heard.slice(0, 2), [
    ["get-ready", 100],
    ["set", 110],
  ]);
});

test("a countdown can be cut short, and ends when the cuff is opened", () => {
  const game = play({ getReady: 10 });
  game.act("start", 0);
  assert.equal(game.act("done", 3).phase, "running");
  assert.equal(game.at(3 + 120).kind, "rest");
  const other = play({ getReady: 10 });
  other.act("start", 0);
  const open = other.act("cuff-open", 4);
  assert.deepEqual([open.phase, open.cuffIsOn], ["ready", false]);
  assert.equal(other.at(60).phase, "ready");
  assert.deepEqual(other.session.done, []);
});

test("a ceiling that comes in a countdown is the ceiling", () => {
  const game = play({ getReady: 10, ceiling: 5 });
  game.act("start", 0);
  assert.equal(game.at(5).phase, "ceiling");
  assert.deepEqual(game.session.done, []);
});

test("the beats of the tempo are moments: up every 4 s, down 2 s later", () => {
  const game = play();
  game.act("start", 100);
  const told = clock.beats(game.session, 100 * S, 108 * S);
  assert.deepEqual(
    told.map(({ at, kind }) => [at / S, kind]),
    [
      [100, "up"],
      [102, "down"],
      [104, "up"],
      [106, "down"],
    ],
  );
  game.act("pause", 103);
  assert.deepEqual(clock.beats(game.session, 103 * S, 200 * S), []);
  game.act("resume", 110);
  const [next] = clock.beats(game.session, 110 * S, 200 * S);
  assert.deepEqual([next.at / S, next.kind], [111, "up"]);
  game.at(300);
  assert.equal(clock.beats(game.session, 300 * S, 301 * S).length, 0, "a rest has none");
});

test("a session that ends at a stop sign says so", () => {
  const game = play();
  game.act("start", 0);
  game.act("sign", 60);
  game.act("cuff-open", 65);
  const entry = entryOf(game.session, new Date(2026, 10, 24, 23, 59), { left: [2] });
  assert.equal(entry.ended, "sign");
  assert.equal(entry.end, "2026-11-25T00:00");
  assert.deepEqual(entry.exercises[0].sets[0].repetitions, 15);
  assert.equal(entry.exercises[0].left, 2);
});

test("a record takes the side off the name and keeps it apart", () => {
  const game = play({ sides: ["left"] });
  game.session.plan.exercises[0].name = "Curl, left leg";
  game.act("start", 0);
  game.at(130);
  const [exercise] = entryOf(game.session, new Date(2026, 10, 24)).exercises;
  assert.deepEqual([exercise.name, exercise.limb, exercise.side], ["Curl", "leg", "left"]);
});

test("an exercise without a cuff waits once, has no clock, and goes on after its rests", () => {
  const free = timeline({ rests: false });
  const uncuffed = free.clocks.map(({ exercise, name, load }) => ({ exercise, name, load }));
  let session = clock.begin(clock.planOf({ ...free, clocks: [], uncuffed }, 180), 0);
  assert.deepEqual(clock.view(session).clocks, []);
  session = clock.act(session, "start", 0).session;
  session = clock.advance(session, 190 * S).session;
  const now = clock.view(session);
  assert.deepEqual([now.phase, now.kind, now.set, now.cuffIsOn], ["running", "set", 2, false]);
  session = clock.advance(session, 480 * S).session;
  assert.deepEqual([session.phase, session.ended, session.under], ["over", "finished", [0]]);
  // It survives a phone that loads the page anew.
  const again = JSON.parse(JSON.stringify(session));
  assert.deepEqual(clock.view(again).clocks, []);
});
