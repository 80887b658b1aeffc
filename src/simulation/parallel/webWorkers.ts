import type { StartWorker } from "./channel.js";

/** What of the browser's Worker is used here. */
export interface WebWorker {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

/**
 * Workers of a browser: `make` is `() => new Worker(url of theoria/simulation/worker, { type: "module" })`. A worker
 * that throws, or whose script cannot be loaded, is replaced; of one that it kills itself, for want of memory, a
 * browser tells nobody.
 */
export const webWorkers =
  (make: () => WebWorker): StartWorker =>
  () => {
    const worker = make();
    return {
      send: (message) => worker.postMessage(message),
      receive: (listener) => worker.addEventListener("message", ({ data }) => listener(data)),
      onDeath: (listener) => worker.addEventListener("error", ({ message }) => listener(message ?? "no reason given")),
      terminate: () => worker.terminate(),
    };
  };
