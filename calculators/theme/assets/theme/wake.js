/*
 * Notices when a script of the page was lost, failed or hangs, and shows the sentence of partials/lost.html. It stands
 * inside each page, so it cannot be lost itself, and is written for browsers too old for any other script here.
 */
(function () {
  var WIDGETS = "bfr-calculator, bfr-flow, bfr-player, bfr-search";
  /* How long nothing may arrive before a script that is waited for counts as lost. */
  var PATIENCE_MS = 10000;
  var hasLost = false;
  var hangs = false;
  /* Whether every script that the page names has run: a browser tells after the last. */
  var hasRun = false;
  /** @type {any} */
  var timer;

  function show() {
    var said = document.getElementById("page-lost");
    if (!said) return;
    if (location.protocol === "file:") said.className = "bfr-page-lost bfr-is-file";
    said.hidden = !(hasLost || hangs);
  }

  function isAwake() {
    var widgets = document.querySelectorAll(WIDGETS);
    for (var i = 0; i < widgets.length; i++) {
      if (!window.customElements || !customElements.get(widgets[i].localName)) return false;
    }
    return hasRun;
  }

  function arrived() {
    return performance.getEntriesByType ? performance.getEntriesByType("resource").length : 0;
  }

  function watch() {
    var since = Date.now();
    var had = arrived();
    clearInterval(timer);
    timer = setInterval(function () {
      var has = arrived();
      if (has !== had) since = Date.now();
      had = has;
      hangs = !isAwake() && Date.now() - since >= PATIENCE_MS;
      if (isAwake()) clearInterval(timer);
      show();
    }, 1000);
  }

  /* Load the page again, past what the browser has kept of its scripts. */
  function again() {
    function reload() {
      location.reload();
    }
    if (!window.fetch || !performance.getEntriesByType) return reload();
    var ours = performance.getEntriesByType("resource").filter(function (entry) {
      return entry.name.indexOf(location.origin) === 0 && /\.(css|js)$/.test(entry.name);
    });
    var fetched = ours.map(function (entry) {
      return fetch(entry.name, { cache: "reload" }).catch(function () {});
    });
    setTimeout(reload, PATIENCE_MS);
    Promise.all(fetched).then(reload);
  }

  /* Whether Start was begun in this tab, or by a link: then its first question is not all that comes. */
  function hasBegun() {
    try {
      return (
        /^#(step-|my-plan)/.test(location.hash) || sessionStorage.getItem("bfr-start") !== null
      );
    } catch (error) {
      return false;
    }
  }

  document.documentElement.className += " bfr-has-script" + (hasBegun() ? " bfr-has-begun" : "");
  document.addEventListener("readystatechange", function () {
    show();
    if (document.readyState === "interactive") watch();
  });
  document.addEventListener("DOMContentLoaded", function () {
    hasRun = true;
  });
  document.addEventListener("click", function (event) {
    if (/** @type {Element} */ (event.target).id === "page-again") again();
  });
  /* The number of the example must not stand beside a typed one. A widget that is awake sees to that itself. */
  document.addEventListener("input", function (event) {
    var element = /** @type {Element | null} */ (event.target);
    while (element && element.localName !== "bfr-calculator") element = element.parentElement;
    if (element && !(window.customElements && customElements.get("bfr-calculator"))) {
      element.setAttribute("unanswered", "");
    }
  });
  window.addEventListener(
    "error",
    function (event) {
      var target = /** @type {Element | null} */ (event.target);
      if (target && target.nodeName === "SCRIPT") {
        hasLost = true;
        show();
      }
    },
    true
  );
  window.addEventListener("load", function () {
    hasLost = hasLost || !isAwake();
    show();
    /* Another page of the site may be put in the place of this one. */
    var changes = /** @type {any} */ (window).document$;
    if (changes) changes.subscribe(watch);
  });
})();
