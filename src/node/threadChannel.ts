import { parentPort } from "node:worker_threads";
import type { Channel } from "../simulation/parallel/channel.js";
import { END } from "./end.js";

/** The line from a thread to its owner; told to end, the thread closes it and has nothing to wait for. */
export function threadChannel(): Channel {
  const port = parentPort;
  if (port === null) throw new Error("this file runs in a worker thread only");
  return {
    send: (message) => port.postMessage(message),
    receive: (listener) => port.on("message", (message) => (message === END ? port.close() : listener(message))),
  };
}
