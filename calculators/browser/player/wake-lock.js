/** Keeps the screen on while a session runs, and tells whether it does. */

/** @typedef {"off" | "on" | "refused" | "missing"} ScreenState */

/** A wish for a screen that stays on. Fires `change` when its state does. */
export class WakeLock extends EventTarget {
  /** @type {ScreenState} */
  state = "off";
  #wanted = false;
  /** @type {WakeLockSentinel | undefined} */
  #lock;

  constructor() {
    super();
    // The browser takes it back whenever the page is hidden.
    document.addEventListener("visibilitychange", () => {
      if (this.#wanted && document.visibilityState === "visible") this.#ask();
    });
  }

  /** Keep the screen on from now. */
  want() {
    this.#wanted = true;
    this.#ask();
  }

  /** Let the screen go dark again. */
  release() {
    this.#wanted = false;
    this.#lock?.release();
    this.#lock = undefined;
    this.#become("off");
  }

  async #ask() {
    if (!("wakeLock" in navigator)) return this.#become("missing");
    if (this.#lock && !this.#lock.released) return;
    try {
      const lock = await navigator.wakeLock.request("screen");
      if (!this.#wanted) return void lock.release();
      this.#lock = lock;
      lock.addEventListener("release", () => this.#lost(lock));
      this.#become("on");
    } catch {
      // Low battery, or a setting of the phone.
      this.#become("refused");
    }
  }

  /** @param {WakeLockSentinel} lock */
  #lost(lock) {
    if (this.#lock !== lock) return;
    this.#lock = undefined;
    if (this.#wanted) this.#become("refused");
  }

  /** @param {ScreenState} state */
  #become(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}
