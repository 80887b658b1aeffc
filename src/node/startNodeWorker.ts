import { Worker } from "node:worker_threads";
import type { StartWorker } from "../simulation/parallel/channel.js";

/** A worker thread that draws samples; the file stands beside the one that this is bundled into. */
export const startNodeWorker: StartWorker = () => {
  const worker = new Worker(new URL("./nodeWorker.js", import.meta.url));
  return {
    send: (message) => worker.postMessage(message),
    receive: (listener) => worker.on("message", listener),
    onDeath(listener) {
      worker.on("error", (error) => listener(error instanceof Error ? error.message : String(error)));
      worker.on("exit", (code) => listener(`it ended with code ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
};
