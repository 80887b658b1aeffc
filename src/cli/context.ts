import type { Terminal } from "./terminal.js";

/** What a command is given: where to write, and where to leave its exit code. */
export interface Context {
  readonly terminal: Terminal;
  finish(exitCode: number): void;
}
