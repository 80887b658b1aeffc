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
export function work<S, T>(items: readonly S[], compute: (item: S) => T, terminal: Terminal): Promise<Work<T>> {
  const atOnce = (item: S): Iterator<unknown, T> => ({ next: () => ({ done: true, value: compute(item) }) });
  return workInPieces(items, atOnce, terminal);
}

/** The same for results that take long: Ctrl-C comes through between the pieces of one, too, which is then lost. */
export async function workInPieces<S, T>(
  items: readonly S[],
  compute: (item: S) => Iterator<unknown, T>,
  terminal: Terminal,
): Promise<Work<T>> {
  const results: T[] = [];
  const progress = progressLine(terminal, items.length);
  const breathe = breather(terminal);
  let stopped = false;
  for (const item of items) {
    const pieces = compute(item);
    for (let ended = false; !ended && !stopped; ) {
      const { done, value } = pieces.next();
      if (done) results.push(value);
      ended = done === true;
      if (results.length === items.length || !(await breathe())) continue;
      stopped = terminal.interrupted();
      if (!stopped) progress.update(results.length);
    }
    if (stopped) break;
  }
  progress.clear();
  return { results, interrupted: results.length < items.length };
}

/** Lets signals through if the last time is a while ago; says whether it has. */
function breather(terminal: Terminal): () => Promise<boolean> {
  let last = terminal.now();
  return async () => {
    const now = terminal.now();
    if (now - last < BREATH) return false;
    last = now;
    await terminal.breathe();
    return true;
  };
}
