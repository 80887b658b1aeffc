import { progressLine } from "./progressLine.js";
import type { Terminal } from "./terminal.js";

export interface Work<T> {
  readonly results: readonly T[];
  /** The user stopped it before the end. */
  readonly interrupted: boolean;
}

const BREATH = 40;

/**
 * Computes one result after the other. It lets Ctrl-C through now and then, keeping what is finished, and after a second
 * shows a person how far it is.
 */
export async function work<S, T>(items: readonly S[], compute: (item: S) => T, terminal: Terminal): Promise<Work<T>> {
  const results: T[] = [];
  const progress = progressLine(terminal, items.length);
  let last = terminal.now();
  for (const item of items) {
    results.push(compute(item));
    const now = terminal.now();
    if (now - last < BREATH || results.length === items.length) continue;
    last = now;
    await terminal.breathe();
    if (terminal.interrupted()) break;
    progress.update(results.length);
  }
  progress.clear();
  return { results, interrupted: results.length < items.length };
}
