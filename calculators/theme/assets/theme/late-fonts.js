/*
 * Leaves a page in the fonts of the device where ours came after its first paint. A browser that is told to do so itself
 * takes them after all as soon as a script changes a style, and every line would move.
 */
(function () {
  const links = document.querySelectorAll('link[rel="preload"][as="font"]');

  /**
   * @param {any} link
   * @param {number} paintedMs
   */
  function isLate(link, paintedMs) {
    const loads = performance.getEntriesByName(link.href);
    const load = /** @type {PerformanceResourceTiming | undefined} */ (loads[loads.length - 1]);
    return !load || load.responseEnd > paintedMs;
  }

  if (!window.PerformanceObserver) return;
  new PerformanceObserver(function (list, observer) {
    list.getEntriesByName("first-contentful-paint").forEach(function (paint) {
      observer.disconnect();
      for (let i = 0; i < links.length; i++) {
        if (isLate(links[i], paint.startTime)) {
          document.documentElement.className += " bfr-has-late-fonts";
          return;
        }
      }
    });
  }).observe({ type: "paint", buffered: true });
})();
