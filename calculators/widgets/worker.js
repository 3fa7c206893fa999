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
    const load = async () => {
      const { loadPyodide } = await import(new URL("pyodide.mjs", runtime).href).catch((error) => {
        throw new DownloadError(String(error));
      });
      const python = await loadPyodide({ indexURL: runtime, packages: ["bfr-rules"] });
      return python.pyimport("bfr_rules.bridge").answer;
    };
    answer = /** @type {Answer} */ (await Promise.race([load(), failed]));
    self.postMessage({ ready: true });
  } catch (error) {
    const kind = error instanceof DownloadError ? "download" : "start";
    self.postMessage({ failed: kind, detail: String(error) });
  } finally {
    self.fetch = download;
  }
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
