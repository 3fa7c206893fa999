/**
 * Lets the site work without a net, once Python has started or when the reader asks for it: registers the service worker,
 * tells it what this page is made of, and says at the foot of the page what is there.
 *
 * A site that is served while it is edited has no service worker; there, one that an earlier preview left is removed.
 */

import { engine } from "../python/engine.js";

/** @typedef {{ page: boolean, ahead: boolean, whole: boolean, done?: true }} Kept */

/** The service worker, as the page on which the tab began names it. */
const meta = document.querySelector("meta[name=bfr-offline]");
const named = meta?.getAttribute("content");
const address = named ? new URL(named, location.href) : undefined;
const runtime = meta?.getAttribute("data-runtime") ?? "";

/** How often the foot of the page has been asked about; only the last answer counts. */
let asked = 0;

/** Whether the reader has asked in this tab for the whole guide. */
let wantsAll = false;

/**
 * @param {string} name
 * @returns {HTMLElement | null}
 */
const part = (name) => document.querySelector(`[data-part="${name}"]`);

/** Ask whether this page works without a net, and say so when it does. */
async function ask() {
  const mine = ++asked;
  const said = part("offline");
  if (said) said.textContent = "";
  const isReady = engine.state === "ready";
  const isKnown = isReady || wantsAll || Boolean(navigator.serviceWorker.controller);
  part("keep-guide")?.toggleAttribute("hidden", isKnown);
  if (!address || !isKnown) return;
  // It is asked once Python has started or failed. One that has given way and is then asked again stays on for long.
  if (engine.state === "loading" && !wantsAll) return;
  const looks = !isReady && !wantsAll;
  if (!looks) await navigator.serviceWorker.register(address, { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (mine === asked) say(data);
  };
  active?.postMessage(
    {
      page: location.href.replace(/[?#].*/, ""),
      seen: performance.getEntriesByType("resource").map(({ name }) => name),
      runtime: isReady ? engine.base : new URL(runtime, address).href,
      isThrifty: isThrifty(),
      wantsAll,
      looks,
    },
    [port2],
  );
}

/** @param {Kept} kept */
function say({ page, ahead, whole, done }) {
  const said = part("offline");
  const what = whole ? "whole" : ahead ? "ahead" : page ? "page" : "";
  if (said) said.textContent = what ? (said.dataset[what] ?? "") : "";
  if (!done) return;
  if (wantsAll && !whole && said) said.textContent = said.dataset.failed ?? "";
  wantsAll = false;
  part("keep-guide")?.toggleAttribute("hidden", whole);
}

/** Keep everything, because the reader has asked for it. */
function keepAll() {
  wantsAll = true;
  ask()
    .then(() => {
      const said = part("offline");
      if (said && wantsAll && !said.textContent) said.textContent = said.dataset.wait ?? "";
    })
    .catch(() => {
      wantsAll = false;
      const said = part("offline");
      if (said) said.textContent = said.dataset.failed ?? "";
      part("keep-guide")?.removeAttribute("hidden");
    });
}

/** @returns {boolean} Whether the reader has asked for little data. */
function isThrifty() {
  const { connection } = /** @type {{ connection?: { saveData: boolean } }} */ (navigator);
  return connection?.saveData === true;
}

/**
 * Remove a service worker of this site, and what it has kept. The image of Python is none of that: the page itself keeps it,
 * under an address that changes with Python and the rules.
 *
 * One that was at work goes on until its page is left, and may keep something again: the next page removes that.
 */
async function remove() {
  const left = await navigator.serviceWorker.getRegistration();
  await left?.unregister();
  const root = new URL("../../../", import.meta.url).pathname;
  const names = await caches.keys();
  const kept = names.filter((name) => name.startsWith(`bfr ${root} `));
  await Promise.all(kept.map((name) => caches.delete(name)));
}

/** How long nobody types before anything is kept. */
const QUIET_MS = 1_000;

/** When somebody has typed last. */
let typedAt = -QUIET_MS;

/** Ask when nothing else is to do, and nobody types: no answer must wait for this, neither the first nor the next. */
function askSoon() {
  const soon = window.requestIdleCallback ?? ((ask) => window.setTimeout(ask, 200));
  soon(() => {
    const left = typedAt + QUIET_MS - performance.now();
    if (left > 0) setTimeout(askSoon, left);
    else ask().catch(() => {}); // A browser that may not keep anything works as before.
  });
}

if (navigator.serviceWorker) {
  if (address) {
    document.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest('[data-part="keep-guide"]')) keepAll();
    });
    const typed = () => {
      typedAt = performance.now();
    };
    document.addEventListener("input", typed, { capture: true, passive: true });
    askSoon();
    let was = engine.state;
    engine.addEventListener("change", () => {
      if (engine.state !== was && engine.state !== "loading") askSoon();
      was = engine.state;
    });
    // A newer service worker has taken over.
    navigator.serviceWorker.addEventListener("controllerchange", askSoon);
    // Material tells when another page has been put in the place of this one.
    /** @type {any} */ (window).document$?.subscribe(askSoon);
  } else remove().catch(() => {}); // Who may keep nothing has kept nothing.
}
