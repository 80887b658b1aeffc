import type { Terminal } from "./terminal.js";

const BREATH = 40;

/** Runs a generator to its end, letting Ctrl-C through now and then; null when the user stopped it. */
export async function unfold<S, T>(
  steps: Generator<S, T, void>,
  terminal: Terminal,
  onStep: (step: S) => void = () => {},
): Promise<T | null> {
  let last = terminal.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    onStep(value);
    const now = terminal.now();
    if (now - last < BREATH) continue;
    last = now;
    await terminal.breathe();
    if (terminal.interrupted()) return null;
  }
}
