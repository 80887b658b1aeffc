/** One end of a line on which plain data travels: what Node's ports and the browser's workers have in common. */
export interface Channel {
  send(message: unknown): void;
  /** Called once, with who listens. */
  receive(listener: (message: unknown) => void): void;
}

/** A worker as its owner sees it. */
export interface WorkerChannel extends Channel {
  /** The worker died, or could not be started. */
  onDeath(listener: (reason: string) => void): void;
  /** Ends it, at once or as soon as it can; whether messages still come is not said. */
  terminate(): void;
}

/**
 * Starts a worker that runs `serve`; theoria/simulation/worker is one for browsers, theoria/simulation/node starts one
 * in Node.
 */
export type StartWorker = () => WorkerChannel;
