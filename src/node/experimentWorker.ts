/** The file that a worker thread of Node runs for experiments. */
import { parentPort } from "node:worker_threads";
import { experiments } from "../experiments/experiments.js";
import { serveExperiments } from "../experiments/serve.js";

const port = parentPort;
if (port === null) throw new Error("experimentWorker.js runs in a worker thread only");
serveExperiments(
  { send: (message) => port.postMessage(message), receive: (listener) => port.on("message", listener) },
  experiments,
);
