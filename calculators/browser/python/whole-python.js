/**
 * Starts Pyodide as it is published, for whoever meets something that was cut from the other one.
 */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ base: string, lock: object, wasm: WebAssembly.Module, library: Bytes, wheel: Bytes, loadPyodide: (options: object) => Promise<any> }} Parts */

/**
 * Start Pyodide. It asks for two files, which are here already. When WebAssembly cannot be set up it only warns, or leaves a
 * promise alone, and waits for ever.
 *
 * @param {Parts} parts
 * @returns {Promise<(request: string) => string>}
 */
export async function startWhole({ base, loadPyodide, lock, wasm, library, wheel }) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  const listening = new AbortController();
  try {
    const python = await new Promise((resolve, reject) => {
      const left = (/** @type {PromiseRejectionEvent} */ { reason }) => reject(reason);
      self.addEventListener("unhandledrejection", left, listening);
      self.fetch = async (address) =>
        new Response(String(address).endsWith(".zip") ? library : undefined);
      WebAssembly.instantiateStreaming = async (_, imports) => {
        try {
          return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) };
        } catch (error) {
          reject(error);
          throw error;
        }
      };
      loadPyodide({ indexURL: base, lockFileContents: lock }).then(resolve, reject);
    });
    const path = "/lib/bfr_rules.whl";
    python.FS.writeFile(path, wheel);
    python.pyimport("sys").path.append(path);
    return python.pyimport("bfr_rules.bridge").answer;
  } finally {
    listening.abort();
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}
