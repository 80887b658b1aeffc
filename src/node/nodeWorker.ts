/** The file that a worker thread of Node runs. */
import { parentPort } from "node:worker_threads";
import { plainBackend } from "../simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../simulation/kernels/wasm/wasmBackend.js";
import { serve } from "../simulation/parallel/serve.js";

const port = parentPort;
if (port === null) throw new Error("nodeWorker.js runs in a worker thread only");
serve({ send: (message) => port.postMessage(message), receive: (listener) => port.on("message", listener) }, [
  wasmBackend,
  plainBackend,
]);
