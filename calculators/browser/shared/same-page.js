/**
 * Keeps links within a page, and the way back from them, from fetching that page anew.
 *
 * Material's instant navigation takes the first of them for a change of page, and puts a fresh copy in the place of what
 * the reader has typed. Here they stay with the browser, which needs nothing but to scroll. Going back or forward
 * within a page is told as `bfr-same-page` at the window.
 *
 * A page that comes by a link begins at its top. Material notes the place on the old page a moment after the last scroll,
 * and when the link was tapped within that moment, takes it for the place on the new one.
 *
 * This has to run before Material's script: of two listeners at one place the earlier is asked first.
 */

/** The path of the page that is shown, or that was asked for last. */
let path = location.pathname;
/** Whether a link leads to the page that comes next, not the history. */
let byLink = false;

/** Keep what happens within a page from Material. */
export function staySamePage() {
  document.body.addEventListener("click", follow);
  window.addEventListener("popstate", back);
  // Deferred scripts have run by then, Material's too.
  document.addEventListener("DOMContentLoaded", () => {
    /** @type {any} */ (window).location$?.subscribe((/** @type {URL} */ to) => {
      path = to.pathname;
    });
    /** @type {any} */ (window).document$?.subscribe(() => {
      if (byLink && !location.hash) window.scrollTo(0, 0);
      byLink = false;
    });
  });
}

/** @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement)) return;
  byLink = link.origin === location.origin && link.pathname !== path;
  if (!link.hash) return;
  if (link.origin === location.origin && link.pathname === path) event.stopImmediatePropagation();
}

/** @param {PopStateEvent} event */
function back(event) {
  byLink = false;
  if (location.pathname !== path) return;
  event.stopImmediatePropagation();
  // Once pages have changed, the browser leaves the place on the page to Material, which notes it in the history.
  const { y } = event.state ?? {};
  if (typeof y === "number" && history.scrollRestoration === "manual") window.scrollTo(0, y);
  window.dispatchEvent(new Event("bfr-same-page"));
}
