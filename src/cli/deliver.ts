import { type Report, renderReport } from "../render/report.js";
import { exitCodes } from "./exitCodes.js";
import { type FormatOptions, formatOf } from "./options.js";
import type { Terminal } from "./terminal.js";

export interface Outcome {
  readonly report: Report;
  /** How many results there are, how many were asked for, and how many are not what they should be. */
  readonly finished: number;
  readonly asked: number;
  readonly unsound: number;
}

/** Writes the report, says on the error stream what is wrong with it, and returns the exit code. */
export function deliver(
  { report, finished, asked, unsound }: Outcome,
  options: FormatOptions,
  terminal: Terminal,
): number {
  if (finished > 0 || asked === 0)
    terminal.write(renderReport(report, formatOf(options), { quiet: options.quiet ?? false }));
  const say = (sentence: string) => {
    if (!options.quiet) terminal.warn(`${sentence}\n`);
  };
  if (finished < asked) {
    say(`stopped: ${finished} of ${asked} results are finished`);
    return exitCodes.interrupted;
  }
  if (unsound === 0) return exitCodes.fine;
  say(
    `warning: ${unsound} of ${finished} results did not reach the tolerance or failed confirmation; their errors are shown`,
  );
  return exitCodes.unsound;
}
