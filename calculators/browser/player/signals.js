/** Tells by sound, vibration and light that something has changed: four signals that cannot be taken for one another. */

/** @typedef {"set" | "rest" | "near" | "open"} Signal */
/** @typedef {"sound" | "vibration" | "flash"} Way */
/** @typedef {"silent" | "ready" | "blocked" | "missing"} SoundState */

/**
 * Set over: one low note. Rest over: two short notes that rise. Ceiling near: three long notes of one height. Open the cuff: eight short notes
 * that alternate between high and low.
 *
 * @type {Record<Signal, { notes: [hertz: number, startS: number, lengthS: number][], pattern: number[] }>}
 */
const SIGNALS = {
  set: {
    notes: [[392, 0, 0.5]],
    pattern: [60],
  },
  rest: {
    notes: [
      [660, 0, 0.14],
      [990, 0.2, 0.28],
    ],
    pattern: [120, 80, 240],
  },
  near: {
    notes: [
      [520, 0, 0.4],
      [520, 0.6, 0.4],
      [520, 1.2, 0.4],
    ],
    pattern: [400, 200, 400, 200, 400],
  },
  open: {
    notes: Array.from({ length: 8 }, (_, at) => [at % 2 ? 740 : 1180, at * 0.22, 0.2]),
    pattern: [200, 60, 200, 60, 200, 60, 200, 60, 600],
  },
};

/** How long the light of a signal stays, ms; its rhythm is in the style sheet, below three a second. */
const FLASH_MS = 2000;

/** The signals of a player. Fires `change` when it becomes known whether sound can be heard. */
export class Signals extends EventTarget {
  /** What the reader wants. @type {Record<Way, boolean>} */
  ways = { sound: true, vibration: true, flash: true };
  /** @type {SoundState} */
  sound = "AudioContext" in window ? "silent" : "missing";
  /** @type {AudioContext | undefined} */
  #audio;
  #light;
  #dark = 0;

  /** @param {HTMLElement} light What shows a flash, by its attribute `data-flash`. */
  constructor(light) {
    super();
    this.#light = light;
  }

  /** Whether this browser lets a page vibrate; a computer without a motor may still say so. */
  get canVibrate() {
    return "vibrate" in navigator;
  }

  /** Whether it may vibrate now: browsers refuse before the first tap on a page. */
  get mayVibrate() {
    return this.canVibrate && navigator.userActivation?.hasBeenActive !== false;
  }

  /** Wake the sound: browsers allow that in answer to a tap alone. */
  async unlock() {
    if (this.sound === "missing") return;
    try {
      this.#audio ??= new AudioContext();
      // Some browsers leave the promise waiting for ever instead of refusing.
      await Promise.race([this.#audio.resume(), new Promise((done) => setTimeout(done, 500))]);
    } catch {
      // Told below, by its state.
    }
    this.#claim();
    this.#become(this.#audio?.state === "running" ? "ready" : "blocked");
  }

  /** Whether sound may be heard in silent mode: then it stops the music of others. */
  get canBreakSilence() {
    return "audioSession" in navigator;
  }

  /** Ask the phone to play signals as it plays music, which its silent switch leaves alone; else give that back. */
  #claim() {
    const { audioSession } = /** @type {{ audioSession?: { type: string } }} */ (navigator);
    if (audioSession) audioSession.type = this.#audio && this.ways.sound ? "playback" : "auto";
  }

  /**
   * Have a way of telling, or do without it.
   *
   * @param {Way} way
   * @param {boolean} isWanted
   */
  want(way, isWanted) {
    this.ways[way] = isWanted;
    if (way === "sound" && this.#audio) this.#claim();
  }

  /**
   * Give a signal in every way that is wanted.
   *
   * @param {Signal} signal
   */
  give(signal) {
    const { notes, pattern } = SIGNALS[signal];
    if (this.ways.sound) this.#play(notes);
    if (this.ways.vibration && this.mayVibrate) navigator.vibrate(pattern);
    if (this.ways.flash) this.#flash(signal);
  }

  /**
   * Sound a beat of the tempo: high to raise, low to lower.
   *
   * @param {"up" | "down"} kind
   * @param {number} inS - From now.
   */
  beat(kind, inS) {
    if (this.ways.sound) this.#play([[kind === "up" ? 880 : 587, Math.max(0, inS), 0.08]]);
  }

  /** End what is still going on. */
  hush() {
    if (this.mayVibrate) navigator.vibrate(0);
    clearTimeout(this.#dark);
    this.#light.removeAttribute("data-flash");
  }

  /** Give the sound back to the system. */
  async close() {
    this.hush();
    const audio = this.#audio;
    this.#audio = undefined;
    this.#claim();
    await audio?.close();
  }

  /** @param {[hertz: number, startS: number, lengthS: number][]} notes */
  async #play(notes) {
    // A phone call or a locked screen may have stopped it.
    if (this.#audio && this.#audio.state !== "running") await this.unlock();
    const audio = this.#audio;
    // A blocked sound would wait, and come out with all the others later.
    if (audio?.state !== "running") return;
    for (const [hertz, startS, lengthS] of notes) {
      const tone = new OscillatorNode(audio, { type: "triangle", frequency: hertz });
      const loud = new GainNode(audio, { gain: 0 });
      const [from, to] = [audio.currentTime + startS, audio.currentTime + startS + lengthS];
      // Without a slope at both ends a tone clicks.
      loud.gain.setValueAtTime(0, from);
      loud.gain.linearRampToValueAtTime(0.9, from + 0.02);
      loud.gain.setValueAtTime(0.9, to - 0.03);
      loud.gain.linearRampToValueAtTime(0, to);
      tone.connect(loud).connect(audio.destination);
      tone.start(from);
      tone.stop(to);
    }
  }

  /** @param {Signal} signal */
  #flash(signal) {
    this.#light.dataset.flash = signal;
    clearTimeout(this.#dark);
    this.#dark = window.setTimeout(() => this.#light.removeAttribute("data-flash"), FLASH_MS);
  }

  /** @param {SoundState} sound */
  #become(sound) {
    if (sound === this.sound) return;
    this.sound = sound;
    this.dispatchEvent(new Event("change"));
  }
}
