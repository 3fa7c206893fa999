/* Stands inside each embedded page, before anything is painted: light or dark, as the page around it asks. */
(function () {
  var wanted = /[?&]theme=(light|dark)(&|$)/.exec(location.search);
  if (wanted) document.body.setAttribute("data-md-color-scheme", wanted[1]);
})();
