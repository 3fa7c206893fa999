/*
 * Gives the links of the page for missing addresses their way home. A host shows that page at any address, so only the
 * browser can find out where the site begins: in the nearest folder above that has this site's manifest.
 */
(function () {
  var page = document.documentElement;
  var folders = location.pathname.split("/").slice(1, -1).slice(0, 8);
  var roots = ["/"];
  folders.forEach(function (folder) {
    roots.unshift(roots[0] + folder + "/");
  });

  /** @param {string} root */
  function begins(root) {
    return fetch(root + "manifest.webmanifest")
      .then(function (response) {
        return response.json();
      })
      .then(function (manifest) {
        return manifest.name === page.getAttribute("data-site");
      })
      .catch(function () {
        return false;
      });
  }

  /** @param {string} root */
  function lead(root) {
    var links = document.querySelectorAll("[data-to]");
    for (var i = 0; i < links.length; i++) {
      links[i].setAttribute("href", root + links[i].getAttribute("data-to"));
    }
    /* The last part of the address, as words to search for. */
    var words = location.pathname.split("/").filter(Boolean).pop() || "";
    var asked = words.replace(/\.\w+$/, "").replace(/[-_]+/g, "%20");
    var search = document.getElementById("search");
    if (search) search.setAttribute("href", root + "#search?q=" + asked);
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = root + "assets/styles/site.css";
    /* Not before the reader's eyes: what is not drawn at all cannot jump. */
    document.body.style.display = "none";
    /* At once, too: a sheet from the cache may be here before the next frame. */
    void document.body.offsetTop;
    sheet.onload = sheet.onerror = function () {
      document.body.style.display = "";
    };
    document.head.appendChild(sheet);
  }

  /* As on every other page: the reader's colours. */
  function colour() {
    document.body.setAttribute("data-md-color-scheme", dark.matches ? "dark" : "light");
  }

  var dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", colour);
  colour();
  Promise.all(roots.map(begins)).then(function (answers) {
    var nearest = answers.indexOf(true);
    if (nearest >= 0) lead(roots[nearest]);
  });
})();
