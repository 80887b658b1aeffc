import { Worker } from "node:worker_threads";
import type { StartWorker, WorkerChannel } from "../simulation/parallel/channel.js";

function channelOf(worker: Worker): WorkerChannel {
  return {
    send: (message) => worker.postMessage(message),
    receive: (listener) => worker.on("message", listener),
    onDeath(listener) {
      worker.on("error", (error) => listener(error instanceof Error ? error.message : String(error)));
      worker.on("exit", (code) => listener(`it ended with code ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
}

/** A worker thread that draws samples; the file stands beside the one that this is bundled into. */
export const startNodeWorker: StartWorker = () => channelOf(new Worker(new URL("./nodeWorker.js", import.meta.url)));

/** A worker thread that runs the jobs of experiments. */
export const startExperimentWorker: StartWorker = () =>
  channelOf(new Worker(new URL("./experimentWorker.js", import.meta.url)));
