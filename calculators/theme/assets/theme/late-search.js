/**
 * Holds the request for the search index until someone turns to the search field.
 *
 * Material fetches and sorts the whole index on the first page of a visit. On a phone that is a second of work and a
 * good part of the page's weight, spent before anyone has looked for anything. Its script offers no other way to wait.
 */
{
  const SHORTCUTS = ["f", "s", "/"];
  const { open, send } = XMLHttpRequest.prototype;
  /** @type {WeakSet<XMLHttpRequest>} */
  const held = new WeakSet();

  /**
   * Tell whether an event means that someone is about to search.
   *
   * @param {Event} event
   */
  const isInterest = (event) =>
    event instanceof KeyboardEvent
      ? SHORTCUTS.includes(event.key)
      : event.target instanceof Element &&
        event.target.closest("[role=search], [for=__search]") !== null;

  /** @type {Promise<void>} */
  const wanted = new Promise((resolve) => {
    for (const name of ["focusin", "pointerover", "keydown"]) {
      document.addEventListener(name, (event) => {
        if (isInterest(event)) resolve();
      });
    }
  });

  /** @this {XMLHttpRequest} */
  XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...request) {
    if (String(request[1]).endsWith("/search/search_index.json")) held.add(this);
    Reflect.apply(open, this, request);
  };

  /**
   * @this {XMLHttpRequest}
   * @param {Parameters<typeof send>[0]} body
   */
  XMLHttpRequest.prototype.send = function (body) {
    if (held.has(this)) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
}
