/**
 * Keeps what a reader has opened, so that it works without a net. `build.py` writes `self.SITE` above this, and the two
 * together are the site's `sw.js`.
 *
 * A page comes from the net, and from the copy when the net is silent for three seconds. The parts of a page come from
 * the copy, but only when the page itself is of this build: files of two builds never meet. A newer build installs
 * itself beside this one, brings along everything that is kept here, and takes over when no page of this one is open.
 * A browser is slow to see that, so a page of another build that asks for something here is a reason to look.
 *
 * In:  a `Wish`.
 * Out: { page, ahead, whole }, each time more is there: whether that page, what a session leads to, and the whole guide
 *      work without a net from now on; and { done } when no more will come.
 */

/**
 * @typedef {object} Site - See `Table` in build.py.
 * @property {string} build
 * @property {Record<string, string>} files
 * @property {Record<string, string>} titles
 * @property {string[]} shell
 * @property {string[]} ahead
 * @property {string[]} rest
 * @property {string} runtime
 * @property {string} lone
 */
/** @typedef {Event & { waitUntil: (done: Promise<unknown>) => void }} Lasting */
/** @typedef {Lasting & { request: Request, clientId: string, resultingClientId: string, respondWith: (response: Promise<Response>) => void }} Asked */
/**
 * @typedef {object} Wish - Of a page whose Python runs, or whose reader wants to keep everything.
 * @property {string} page
 * @property {string[]} seen - What it has loaded.
 * @property {string} runtime - Folder of its Python.
 * @property {boolean} isThrifty - Whether its reader has asked for little data.
 * @property {boolean} [wantsAll] - Whether its reader has asked for the whole guide.
 * @property {true} [looks] - Whether it only asks what is there.
 * @property {true} [takeOver]
 */
/** @typedef {MessageEvent<Wish> & Lasting & { source: { id: string } }} Told */
/** @typedef {{ claim: () => Promise<void>, matchAll: (of: object) => Promise<{ id: string }[]> }} Clients */
/** @typedef {{ registration: ServiceWorkerRegistration, clients: Clients, skipWaiting: () => Promise<void>, SITE: Site }} Scope */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
const { build, files, titles, shell, ahead, rest, runtime, lone } = scope.SITE;

/** How long a page is waited for when there is a copy. */
const PATIENCE_MS = 3_000;

const ROOT = scope.registration.scope;
/** Other sites of the same host have caches too. */
const OURS = `bfr ${new URL(ROOT).pathname} `;
const KEPT = `${OURS}${build}`;
/** Remembers which open pages are of another build, because a browser may stop this program at any time. */
const STRANGERS = `${OURS}strangers ${build}`;

const PYTHON = Object.keys(files).filter((path) => path.startsWith(runtime));

/** Whether the reader has asked for little data. */
const isThrifty = () =>
  /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData === true;

// --- Paths ---

/**
 * Find the file of this site that an address names.
 *
 * @param {string} address
 * @returns {string | undefined}
 */
function pathOf(address) {
  const plain = new URL(address);
  if (!plain.href.startsWith(ROOT)) return undefined;
  const path = decodeURIComponent(plain.pathname.slice(new URL(ROOT).pathname.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** @param {string} path */
const addressOf = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), ROOT).href;

/** @param {string} path */
const isPage = (path) => path.endsWith(".html");

// --- The copy ---

/**
 * @param {Response} response - Is left unread.
 * @returns {Promise<string>} As `digest` in build.py.
 */
async function digest(response) {
  const bytes = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const digits = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0"));
  return digits.join("").slice(0, 16);
}

/** @param {string} path */
async function has(path) {
  const kept = await caches.open(KEPT);
  return Boolean(await kept.match(addressOf(path), { ignoreVary: true }));
}

/**
 * Find a file in the copy. One that has gone bad there is thrown away, for it would be bad for ever. Python's own files are
 * checked where they are used.
 *
 * @param {string} path
 * @returns {Promise<Response | undefined>}
 */
async function find(path) {
  const kept = await caches.open(KEPT);
  const copy = await kept.match(addressOf(path), { ignoreVary: true });
  if (!copy || path.startsWith(runtime)) return copy;
  const found = await digest(copy).catch(() => "");
  if (found === files[path]) return copy;
  await kept.delete(addressOf(path), { ignoreVary: true });
  return undefined;
}

/**
 * Keep a response if it is what this build has at that path. Its address is kept without what may follow `?` or `#`.
 *
 * @param {string} path
 * @param {Response} response
 * @returns {Promise<boolean>} Whether it is.
 */
async function keep(path, response) {
  if (!response.ok || response.redirected || (await digest(response)) !== files[path]) return false;
  const kept = await caches.open(KEPT);
  await kept.put(addressOf(path), response.clone());
  return true;
}

/**
 * Have a file in the copy.
 *
 * @param {string} path
 * @param {RequestCache} where - Where to look first.
 * @returns {Promise<boolean>} Whether it is there.
 */
async function ensure(path, where) {
  if (await has(path)) return true;
  try {
    const request = new Request(addressOf(path), { cache: where, mode: "same-origin" });
    return await keep(path, await fetch(request));
  } catch {
    return false;
  }
}

/**
 * @param {Iterable<string>} paths
 * @param {RequestCache} where
 * @returns {Promise<boolean>} Whether all are there.
 */
async function ensureAll(paths, where) {
  const had = await Promise.all([...paths].map((path) => ensure(path, where)));
  return had.every(Boolean);
}

// --- Pages of another build ---

/** @type {Promise<Set<string>> | undefined} */
let strangers;

/** @returns {Promise<Set<string>>} The open pages of another build. */
function knownStrangers() {
  strangers ??= caches
    .open(STRANGERS)
    .then((cache) => cache.keys())
    .then((requests) => new Set(requests.map(({ url }) => new URL(url).search.slice(1))));
  return strangers;
}

/** @param {string} client */
async function addStranger(client) {
  (await knownStrangers()).add(client);
  const cache = await caches.open(STRANGERS);
  await cache.put(`${ROOT}?${client}`, new Response());
}

// --- Answers to requests ---

/**
 * @template Asked
 * @param {Promise<Asked>} asked
 * @returns {Promise<Asked | undefined>} Nothing when it fails, or takes too long.
 */
function inTime(asked) {
  /** @type {Promise<undefined>} */
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([asked.catch(() => undefined), late]);
}

/**
 * Ask the net for a page.
 *
 * @param {Asked} event
 * @param {string} path
 * @returns {Promise<{ response: Response, isOurs: boolean }>} Whether it is of this build.
 */
async function ask({ request }, path) {
  const response = await fetch(request);
  if (response.status >= 500) throw new Error(`${response.status}`);
  if (response.type === "opaqueredirect") return { response, isOurs: true };
  const isOurs = (await keep(path, response)) || (await digest(response)) === files["404.html"];
  return { response, isOurs };
}

/**
 * Answer for a page that is opened.
 *
 * @param {Asked} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function open(event, path) {
  const asked = ask(event, path);
  event.waitUntil(asked.catch(() => {}));
  const copy = await find(path);
  const came = await (copy ? inTime(asked) : asked.catch(() => undefined));
  if (came) {
    // A page that comes too late is none of the open ones: its copy is, which is of this build.
    if (!came.isOurs) await addStranger(event.resultingClientId);
    return came.response;
  }
  if (copy) return copy;
  const folder = `${path}/index.html`;
  return (await find(folder)) ? Response.redirect(addressOf(folder)) : withoutNet();
}

/**
 * Answer for a page whose content is put in the place of another's. When both are not of one build the answer is an
 * error, upon which the page is opened as a whole.
 *
 * @param {Asked} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function swap(event, path) {
  if ((await knownStrangers()).has(event.clientId)) return Response.error();
  const asked = ask(event, path).then(({ response, isOurs }) =>
    isOurs ? response : Response.error(),
  );
  event.waitUntil(asked.catch(() => {}));
  const copy = await find(path);
  if (copy) return (await inTime(asked)) ?? copy;
  return asked.catch(() => Response.error());
}

/**
 * Answer for a part of a page.
 *
 * @param {Asked} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function part(event, path) {
  if ((await knownStrangers()).has(event.clientId)) return fetch(event.request);
  // A page that wants it past every copy has found the copy bad.
  const copy = event.request.cache === "reload" ? undefined : await find(path);
  if (copy) return copy;
  const response = await fetch(event.request);
  event.waitUntil(keep(path, response.clone()).catch(() => {}));
  return response;
}

/** @returns {Promise<Response>} A plain page that says what can be read without a net. */
async function withoutNet() {
  const kept = await caches.open(KEPT);
  const paths = (await kept.keys()).map(({ url }) => pathOf(url) ?? "").filter(isPage);
  const items = paths.sort().map((path) => {
    const address = addressOf(path).slice(ROOT.length) || "./";
    return `<li><a href="${escaped(address)}">${escaped(titles[path] ?? path)}</a></li>`;
  });
  const parts = { root: escaped(ROOT), pages: items.join("\n") };
  const text = lone.replace(/\{(root|pages)\}/g, (_, name) => Reflect.get(parts, name));
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'self'",
  };
  return new Response(text, { status: 503, headers });
}

/** @param {string} text */
const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => `&#${/** @type {number} */ (sign.codePointAt(0))};`);

/** @param {Asked} event */
function answer(event) {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const path = pathOf(request.url);
  if (path === undefined) return;
  if (request.mode === "navigate") event.respondWith(open(event, path));
  else if (path in files) event.respondWith(isPage(path) ? swap(event, path) : part(event, path));
}

// --- What a page asks for ---

/** @param {string[]} paths */
async function hasAll(paths) {
  const had = await Promise.all(paths.map(has));
  return had.every(Boolean);
}

/**
 * Keep what a page needs, and what its reader may need next.
 *
 * @param {Told} event
 */
async function serve({ data, ports: [port], source }) {
  if (data.takeOver) return scope.skipWaiting();
  const isOurs = ROOT + runtime === data.runtime;
  if (!isOurs) await addStranger(source.id).then(giveWay);
  const page = pathOf(data.page) ?? "";
  const isThrifty = data.isThrifty && !data.wantsAll;
  const where = isThrifty ? "only-if-cached" : "default";
  const seen = data.seen.map((address) => pathOf(address) ?? "").filter((path) => path in files);
  // What a page loads only when it is asked for must be there too, unless that would cost data.
  const wanted = [page, ...seen, ...PYTHON, ...(isThrifty ? [] : shell)];
  /** @param {string[]} paths */
  const have = (paths) => (data.looks ? hasAll(paths) : ensureAll(paths, where));
  const here = isOurs && page in files && (await have(wanted));
  const told = { page: here, ahead: false, whole: false };
  port?.postMessage(told);
  told.ahead = here && (await have(ahead));
  port?.postMessage(told);
  told.whole = told.ahead && (await have(rest));
  port?.postMessage({ ...told, done: true });
}

// --- From one build to the next ---

/** Let a newer build that waits take over, once every open page is of another build than this one. */
async function giveWay() {
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = await knownStrangers();
  if (pages.every(({ id }) => others.has(id))) {
    scope.registration.waiting?.postMessage({ takeOver: true });
  }
}

/** Bring along what the builds before this one have kept. */
async function bringAlong() {
  /** @type {Map<string, Response>} */
  const had = new Map();
  const wanted = new Set();
  for (const name of await earlier()) {
    if (name.startsWith(`${OURS}strangers `)) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (!response) continue;
      const path = pathOf(request.url) ?? "";
      if (path.startsWith("assets/runtime/")) for (const each of PYTHON) wanted.add(each);
      if (path in files) wanted.add(path);
      had.set(await digest(response), response);
    }
  }
  if (wanted.size) for (const path of shell) wanted.add(path);
  for (const path of wanted) {
    const same = had.get(files[path] ?? "");
    if (same) await keep(path, same);
  }
  const where = isThrifty() ? "only-if-cached" : "no-cache";
  const isWhole = await ensureAll(wanted, where);
  if (!isWhole && !isThrifty()) throw new Error("Not all of the new build came; tried again later");
}

/** @returns {Promise<string[]>} The caches of the builds before this one. */
async function earlier() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);
}

async function takeOver() {
  await Promise.all((await earlier()).map((name) => caches.delete(name)));
  await caches.delete(STRANGERS);
  await scope.clients.claim();
}

self.addEventListener("install", (event) => /** @type {Lasting} */ (event).waitUntil(bringAlong()));
self.addEventListener("activate", (event) => /** @type {Lasting} */ (event).waitUntil(takeOver()));
self.addEventListener("fetch", (event) => answer(/** @type {Asked} */ (event)));
self.addEventListener("message", (event) => {
  const told = /** @type {Told} */ (event);
  told.waitUntil(serve(told));
});
