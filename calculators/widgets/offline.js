/**
 * Lets the site work without a net, once Python has started: registers the service worker, tells it what this page is
 * made of, and says so at the foot of the page when everything is there.
 *
 * A site that is served while it is edited has no service worker; there, one that an earlier preview left is removed.
 */

import { engine } from "./engine.js";

/** @typedef {{ page: boolean, all: boolean }} Kept */

/** The service worker, as the page on which the tab began names it. */
const named = document.querySelector("meta[name=bfr-offline]")?.getAttribute("content");
const address = named ? new URL(named, location.href) : undefined;

/** How often the foot of the page has been asked about; only the last answer counts. */
let asked = 0;

/** Ask whether this page works without a net, and say so when it does. */
async function ask() {
  const place = document.querySelector("[data-part=offline]");
  const mine = ++asked;
  if (place) place.textContent = "";
  if (!address || engine.state !== "ready") return;
  await navigator.serviceWorker.register(address, { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (place instanceof HTMLElement && mine === asked) say(place, data);
  };
  active?.postMessage(
    {
      page: location.href.replace(/[?#].*/, ""),
      seen: performance.getEntriesByType("resource").map(({ name }) => name),
      runtime: engine.base,
      isThrifty: isThrifty(),
    },
    [port2],
  );
}

/**
 * @param {HTMLElement} place
 * @param {Kept} kept
 */
function say(place, { page, all }) {
  place.textContent = (all ? place.dataset.all : page ? place.dataset.page : "") ?? "";
}

/** @returns {boolean} Whether the reader has asked for little data. */
function isThrifty() {
  const { connection } = /** @type {{ connection?: { saveData: boolean } }} */ (navigator);
  return connection?.saveData === true;
}

/** Remove a service worker of this site, and what it has kept. */
async function remove() {
  const left = await navigator.serviceWorker.getRegistration();
  if (!left) return;
  await left.unregister();
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("bfr ")).map((name) => caches.delete(name)),
  );
}

/** Ask when nothing else is to do: the first answer must not wait for this. */
function askSoon() {
  const soon = window.requestIdleCallback ?? ((ask) => window.setTimeout(ask, 200));
  soon(() => {
    ask().catch(() => {}); // A browser that may not keep anything works as before.
  });
}

if (navigator.serviceWorker) {
  if (address) {
    let was = engine.state;
    engine.addEventListener("change", () => {
      if (engine.state === "ready" && was !== "ready") askSoon();
      was = engine.state;
    });
    // A newer service worker has taken over.
    navigator.serviceWorker.addEventListener("controllerchange", askSoon);
    // Material tells when another page has been put in the place of this one.
    /** @type {any} */ (window).document$?.subscribe(askSoon);
  } else remove();
}
