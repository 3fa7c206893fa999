/*
 * Stands in the head of a page whose purpose is a calculator: starts the worker while the rest of the page is on its way.
 * engine.js takes it over. Not where a reader has asked for little data, or where the net is slow: there it waits until
 * somebody types, as elsewhere.
 */
(function () {
  var tab = /** @type {any} */ (window);
  var connection = tab.navigator.connection;
  if (connection && (connection.saveData || connection.effectiveType !== "4g")) return;
  try {
    var told = /** @type {HTMLElement} */ (document.getElementById("bfr-runtime"));
    var runtime = JSON.parse(/** @type {string} */ (told.textContent));
    runtime.base = new URL(runtime.base, document.baseURI).href;
    var script = new URL("../../widgets/python/worker.js", runtime.base);
    var worker = new Worker(script, { type: "module", name: "bfr-rules" });
    var early = { worker: worker, base: runtime.base, heard: [], isLost: false };
    worker.onmessage = function (event) {
      early.heard.push(/** @type {never} */ (event.data));
    };
    worker.onerror = function (event) {
      event.preventDefault();
      early.isLost = true;
    };
    worker.postMessage({ runtime: runtime, isWhole: false });
    tab.bfrEarly = early;
  } catch (error) {
    // The engine tries again, and says what is wrong.
    tab.bfrEarly = undefined;
  }
})();
