/**
 * The worker that runs Python: loads Pyodide once, then hands each request to `bridge.answer`.
 *
 * In:  { runtime } once, then { id, request } for each question.
 * Out: { read } while downloading, { ready }, { failed, detail }, { id, response } or { id, bug, detail }.
 */

/** @typedef {(request: string) => string} Answer */
/** @typedef {{ runtime: string }} Start */
/** @typedef {{ id: number, request: string }} Request */

const download = self.fetch;

/** @type {Answer | undefined} */
let answer;

/**
 * Load Python and the rules. Pyodide waits for ever when a file is missing or broken, so both are watched.
 *
 * @param {string} runtime - Address of the runtime's folder, with a slash at the end.
 */
async function start(runtime) {
  const failed = Promise.race([downloadFails(), compilingFails()]);
  try {
    answer = /** @type {Answer} */ (await Promise.race([load(runtime), failed]));
    self.postMessage({ ready: true });
  } catch (error) {
    const kind = error instanceof DownloadError ? "download" : "start";
    self.postMessage({ failed: kind, detail: String(error) });
  } finally {
    self.fetch = download;
  }
}

/**
 * Load Python with every file under way at once: each round trip that Pyodide would wait for costs a phone half a second.
 *
 * @param {string} runtime
 * @returns {Promise<Answer>}
 */
async function load(runtime) {
  /** @param {string} name */
  const address = (name) => new URL(name, runtime).href;
  for (const name of ["pyodide.asm.wasm", "python_stdlib.zip"]) ahead(address(name));
  const [{ loadPyodide }, lock] = await Promise.all([
    module(address("pyodide.mjs")),
    self.fetch(address("pyodide-lock.json")).then((response) => response.json()),
    module(address("pyodide.asm.mjs")),
  ]);
  const { file_name: file, sha256 } = lock.packages["bfr-rules"];
  const wheel = self.fetch(address(file), { integrity: integrity(sha256) });
  const python = await loadPyodide({ indexURL: runtime, lockFileContents: lock });
  // Python reads byte code from the archive as it is: unpacking it, as `loadPackage` does, takes longer.
  python.FS.writeFile(`/lib/${file}`, new Uint8Array(await (await wheel).arrayBuffer()));
  python.pyimport("sys").path.append(`/lib/${file}`);
  return python.pyimport("bfr_rules.bridge").answer;
}

/**
 * Import a module of the runtime.
 *
 * @param {string} address
 */
function module(address) {
  return import(address).catch((error) => {
    throw new DownloadError(String(error));
  });
}

/** Downloads under way that Pyodide has not asked for yet. @type {Map<string, Promise<Response>>} */
const begun = new Map();

/**
 * Begin a download that Pyodide will ask for.
 *
 * @param {string} address
 */
function ahead(address) {
  const response = self.fetch(address);
  response.catch(() => {}); // Told already, where the download was watched.
  begun.set(address, response);
}

/**
 * Write a lock's sha256 as `fetch` wants it: a package whose bytes differ is refused.
 *
 * @param {string} sha256 - In hexadecimal digits.
 */
function integrity(sha256) {
  const bytes = (sha256.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** A file that did not arrive. */
class DownloadError extends Error {}

/**
 * Count what is downloaded and tell the page.
 *
 * @returns {Promise<never>} Rejects when a download fails.
 */
function downloadFails() {
  let read = 0;
  return new Promise((_, reject) => {
    self.fetch = async (...request) => {
      const address = String(request[0]);
      const early = begun.get(address);
      if (early) {
        begun.delete(address);
        return early;
      }
      try {
        const response = await download(...request);
        if (!response.ok || !response.body) {
          throw new DownloadError(`${response.status} ${response.url}`);
        }
        const counted = response.body.pipeThrough(
          new TransformStream({
            transform(chunk, out) {
              read += chunk.byteLength;
              self.postMessage({ read });
              out.enqueue(chunk);
            },
          }),
        );
        return new Response(counted, { status: response.status, headers: response.headers });
      } catch (error) {
        reject(error instanceof DownloadError ? error : new DownloadError(String(error)));
        throw error;
      }
    };
  });
}

/**
 * Wait for WebAssembly that does not compile; Pyodide itself only warns, and waits for ever.
 *
 * @returns {Promise<never>} Rejects when it fails.
 */
function compilingFails() {
  const watched = /** @type {Record<string, any>} */ (WebAssembly);
  return new Promise((_, reject) => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const instantiate = watched[name];
      watched[name] = (/** @type {unknown[]} */ ...given) => {
        const made = instantiate.apply(WebAssembly, given);
        made.catch(reject);
        return made;
      };
    }
  });
}

/**
 * Answer one request; what Python raises is a bug of ours and goes back as such.
 *
 * @param {Request} asked
 */
function reply({ id, request }) {
  if (!answer) throw new Error("Asked before Python was ready");
  try {
    self.postMessage({ id, response: answer(request) });
  } catch (error) {
    const raised = /** @type {{ type?: string, name?: string, message?: string }} */ (error);
    self.postMessage({
      id,
      bug: raised.type ?? raised.name ?? "Error",
      detail: raised.message ?? String(error),
    });
  }
}

self.addEventListener("message", (/** @type {MessageEvent<Start | Request>} */ { data }) => {
  if ("runtime" in data) start(data.runtime);
  else reply(data);
});
