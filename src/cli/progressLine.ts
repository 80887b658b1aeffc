import type { Terminal } from "./terminal.js";

const PATIENCE = 1000;
const INTERVAL = 100;

const timeLeft = (seconds: number): string =>
  seconds < 99.5 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

export interface ProgressLine {
  /** So many are finished now; a share of the next one may be counted. */
  update(done: number): void;
  /** Takes the line away. */
  clear(): void;
}

/**
 * "37 of 200, 12 s left", on a person's terminal, after a second. One line that rewrites itself is all that this needs, so no library
 * does it. `before` are finished already: they took no time.
 */
export function progressLine(terminal: Terminal, total: number, before = 0): ProgressLine {
  const start = terminal.now();
  let last = start + PATIENCE - INTERVAL;
  let shown = false;
  return {
    update(done) {
      const now = terminal.now();
      if (!terminal.watched || now - last < INTERVAL || done >= total) return;
      last = now;
      shown = true;
      const left = (((now - start) / 1000) * (total - done)) / Math.max(1, done - before);
      terminal.warn(`\r${Math.floor(done)} of ${total}, ${timeLeft(left)} left\u001b[K`);
    },
    clear() {
      if (shown) terminal.warn("\r\u001b[K");
      shown = false;
    },
  };
}
