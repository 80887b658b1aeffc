/** Everything a command may touch outside itself: the process in main.ts, a recording in tests. */
export interface Terminal {
  write(text: string): void;
  warn(text: string): void;
  /** Whether a person watches the error stream: only then is progress shown. */
  readonly watched: boolean;
  /** Milliseconds of a steady clock. */
  now(): number;
  /** Lets signals come through between two pieces of work. */
  breathe(): Promise<void>;
  /** True once the user has asked to stop. */
  interrupted(): boolean;
  /** From here on Ctrl-C ends the process at once: what follows is one piece of work, of which nothing could be kept. */
  stopAtOnce(): void;
  /** Show stack traces of unexpected errors. */
  readonly debug: boolean;
}
