import { CommanderError } from "commander";
import { exitCodes } from "./exitCodes.js";
import { explain } from "./explain.js";
import { createProgram } from "./program.js";
import type { Terminal } from "./terminal.js";

function fail(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    // commander has already said what is wrong
    if (error.exitCode === 0) return exitCodes.fine;
    if (error.code === "commander.unknownOption" && /option '-[^-]/.test(error.message)) {
      terminal.warn('What starts with "-" and is no option goes after --, as in: theoria rate --batch 8 -- "-x^2"\n');
    }
    return exitCodes.badInput;
  }
  const message = explain(error);
  if (message !== null) {
    terminal.warn(`error: ${message}\n`);
    return exitCodes.badInput;
  }
  const told = error instanceof Error ? error.message : String(error);
  terminal.warn(
    `internal error: ${told.split("\n")[0]}. This is a defect in theoria: please report it with the command line.\n`,
  );
  if (terminal.debug && error instanceof Error) terminal.warn(`${error.stack}\n`);
  return exitCodes.internal;
}

/** Runs one command line (without "node theoria") and returns the process's exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.fine;
  const finish = (code: number) => {
    exitCode = code;
  };
  try {
    await createProgram({ terminal, finish }).parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    return fail(error, terminal);
  }
}
