import { Worker } from "node:worker_threads";
import type { WorkerChannel } from "../simulation/parallel/channel.js";
import { END } from "./end.js";

/** Milliseconds that a thread is given to end by itself. */
const PATIENCE = 200;

/**
 * A thread of Node that runs a file. `terminate` asks it to end, and stops it where it does not, in the middle of its work: Node 20 may abort the
 * whole process where a thread is stopped while its code is being optimised in the background.
 */
export function threadWorker(file: URL): WorkerChannel {
  const worker = new Worker(file);
  let ended = false;
  let limit: ReturnType<typeof setTimeout> | null = null;
  worker.on("exit", () => {
    ended = true;
    if (limit !== null) clearTimeout(limit);
  });
  return {
    send: (message) => worker.postMessage(message),
    receive: (listener) => worker.on("message", listener),
    onDeath(listener) {
      worker.on("error", (error) => listener(error instanceof Error ? error.message : String(error)));
      worker.on("exit", (code) => listener(`it ended with code ${code}`));
    },
    terminate() {
      if (ended || limit !== null) return;
      worker.postMessage(END);
      limit = setTimeout(() => void worker.terminate(), PATIENCE);
    },
  };
}
