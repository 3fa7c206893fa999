/**
 * `<bfr-under-way>` says on every page that a session is on, how long its cuff has been on, and leads back to the timer.
 * It looks into the storage of the tab, as the timer left it when its page went.
 */

import { underWay } from "./under-way.js";
import { write } from "../shared/write.js";

const TICK_MS = 1000;

class BfrUnderWay extends HTMLElement {
  #ticking = 0;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener("pageshow", () => this.#look(), { signal });
    document.addEventListener("visibilitychange", () => this.#look(), { signal });
    this.#ticking = window.setInterval(() => this.#look(), TICK_MS);
    this.#look();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearInterval(this.#ticking);
  }

  async #look() {
    // The timer itself says all of it.
    const left = document.querySelector("dialog.bfr-player[open]") ? null : underWay.get();
    if (!left) {
      this.hidden = true;
      return;
    }
    const { advance, view } = await import("./player-clock.js");
    const now = Math.max(left.session.at, Date.now() - left.zero);
    const { cuffIsOn, clocks, phase } = view(advance(left.session, now).session);
    const [cuff] = clocks.toSorted((one, other) => Number(other.on) - Number(one.on));
    const mustOpen =
      cuffIsOn && (phase === "ceiling" || phase === "over" || cuff.ms >= cuff.ceiling);
    const state = !cuff ? "free" : mustOpen ? "late" : cuffIsOn ? "on" : "open";
    for (const words of this.querySelectorAll("[data-when]")) {
      words.toggleAttribute("hidden", words.getAttribute("data-when") !== state);
    }
    const seconds = Math.floor((cuff?.ms ?? 0) / 1000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    for (const place of this.querySelectorAll("[data-part=time]")) write(place, time);
    this.toggleAttribute("late", mustOpen);
    this.hidden = false;
  }
}

customElements.define("bfr-under-way", BfrUnderWay);
