import type { Terminal } from "./terminal.js";

export interface Work<T> {
  readonly results: readonly T[];
  /** The user stopped it before the end. */
  readonly interrupted: boolean;
}

const BREATH = 40;
const PATIENCE = 1000;

/**
 * Computes one result after the other. It lets Ctrl-C through now and then, keeping what is finished, and after a second
 * shows a person how far it is: one line that rewrites itself is all that needs, so no library does it.
 */
export async function work<S, T>(items: readonly S[], compute: (item: S) => T, terminal: Terminal): Promise<Work<T>> {
  const results: T[] = [];
  const start = terminal.now();
  let last = start;
  let shown = false;
  for (const item of items) {
    results.push(compute(item));
    const now = terminal.now();
    if (now - last < BREATH || results.length === items.length) continue;
    last = now;
    await terminal.breathe();
    if (terminal.interrupted()) break;
    if (terminal.watched && now - start > PATIENCE) {
      terminal.warn(`\r${results.length} of ${items.length}`);
      shown = true;
    }
  }
  if (shown) terminal.warn("\r\u001b[K");
  return { results, interrupted: results.length < items.length };
}
