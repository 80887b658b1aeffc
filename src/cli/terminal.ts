import type { StartWorker } from "../simulation/parallel/channel.js";
import type { StopSignal } from "../simulation/stopSignal.js";

/** Everything a command may touch outside itself: the process in main.ts, a recording in tests. */
export interface Terminal {
  write(text: string): void;
  warn(text: string): void;
  /** The standard input; destroying it ends the waiting for more. */
  input(): AsyncIterable<Uint8Array> & { destroy?(): unknown };
  /** Whether a person watches the error stream: only then is progress shown. */
  readonly watched: boolean;
  /** Whether the output goes to a person's terminal: a page is not written there. */
  readonly outputWatched?: boolean;
  /** Milliseconds of a steady clock. */
  now(): number;
  /** Lets signals come through between two pieces of work. */
  breathe(): Promise<void>;
  /** True once the user has asked to stop. */
  interrupted(): boolean;
  /** The same, as an event. */
  readonly stopSignal: StopSignal;
  /** From here on Ctrl-C ends the process at once: what follows is one piece of work, of which nothing could be kept. */
  stopAtOnce(): void;
  /** Starts a worker thread; null where there are none. */
  readonly startWorker: StartWorker | null;
  /** Starts a worker thread for the jobs of experiments; absent where there are none. */
  readonly startExperimentWorker?: StartWorker;
  /** Threads that run at the same time. */
  readonly cores: number;
  /** Show stack traces of unexpected errors. */
  readonly debug: boolean;
}
