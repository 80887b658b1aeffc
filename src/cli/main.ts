#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { startExperimentWorker, startNodeWorker } from "../node/startNodeWorker.js";
import { exitCodes } from "./exitCodes.js";
import { run } from "./run.js";

const stop = new AbortController();
const onInterrupt = () => {
  // a second Ctrl-C does not wait for the result that is being computed
  if (stop.signal.aborted) process.exit(130);
  stop.abort();
};
process.on("SIGINT", onInterrupt);

// a reader that has seen enough (| head) closes the pipe: that is no error
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    if (stream === process.stdout) process.stderr.write(`error: the output cannot be written (${error.code})\n`);
    process.exit(exitCodes.badInput);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  input: () => process.stdin,
  watched: process.stderr.isTTY === true,
  outputWatched: process.stdout.isTTY === true,
  now: () => performance.now(),
  breathe: () => setImmediate(),
  interrupted: () => stop.signal.aborted,
  stopSignal: stop.signal,
  stopAtOnce: () => process.removeListener("SIGINT", onInterrupt),
  startWorker: startNodeWorker,
  startExperimentWorker,
  cores: availableParallelism(),
  debug: process.env.DEBUG !== undefined && process.env.DEBUG !== "",
});
