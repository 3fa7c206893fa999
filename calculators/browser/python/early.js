/*
 * Stands in the head of a page whose purpose is a calculator: asks for the answers that the build has made, and starts the
 * worker, while the rest of the page is on its way. shard.js and engine.js take them over. Where a reader has asked for
 * little data both wait until somebody types, as elsewhere, and where the net is slow the worker does.
 */
(function () {
  var tab = /** @type {any} */ (window);
  var connection = tab.navigator.connection;
  if (connection && connection.saveData) return;
  try {
    var told = /** @type {HTMLElement} */ (document.getElementById("bfr-runtime"));
    var runtime = JSON.parse(/** @type {string} */ (told.textContent));
    var shard = runtime.shard;
    if (shard) {
      var href = new URL(shard.address, document.baseURI).href;
      var asked = fetch(href, { integrity: shard.integrity, mode: "same-origin" });
      var text = asked.then(function (response) {
        return response.text();
      });
      text.catch(function () {});
      tab.bfrShard = { href: href, text: text };
    }
    if (connection && connection.effectiveType !== "4g") return;
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
