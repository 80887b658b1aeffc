#!/usr/bin/env node
import { setImmediate } from "node:timers/promises";
import { run } from "./run.js";

let interrupted = false;
const onInterrupt = () => {
  // a second Ctrl-C does not wait for the result that is being computed
  if (interrupted) process.exit(130);
  interrupted = true;
};
process.on("SIGINT", onInterrupt);

// a reader that has seen enough (| head) closes the pipe: that is no error
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  watched: process.stderr.isTTY === true,
  now: () => performance.now(),
  breathe: () => setImmediate(),
  interrupted: () => interrupted,
  stopAtOnce: () => process.removeListener("SIGINT", onInterrupt),
  debug: process.env.DEBUG !== undefined && process.env.DEBUG !== "",
});
