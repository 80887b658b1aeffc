/**
 * Jobs for workers. What a job gives depends on nothing but the job, so that how many workers there are, which one does
 * which job, and a worker that dies on the way change no bit of the result.
 */
import { assertInteger } from "../../numeric/domain.js";
import type { StopSignal } from "../stopSignal.js";
import type { StartWorker, WorkerChannel } from "./channel.js";
import { errorOf } from "./failure.js";
import type { Reply, Request } from "./messages.js";

export interface Jobs {
  /** Their numbers; each is done once. */
  readonly numbers: readonly number[];
  /** The first message to a worker, where it needs one. */
  readonly opening?: Request;
  /** What asks a worker for these jobs, one after the other. */
  readonly ask: (numbers: readonly number[]) => Request;
  /** The job that a reply finishes, undefined where it finishes none. */
  readonly numberOf: (reply: Reply) => number | undefined;
  /** In the order in which jobs finish, each once. What it throws ends the run. */
  readonly onFinished: (reply: Reply) => void;
  /** No worker holds more jobs than this, so that the last ones do not wait for one worker. */
  readonly largestShare: number;
}

export interface PoolOptions {
  readonly start: StartWorker;
  /** How many, 1 .. 256. */
  readonly workers: number;
  /** Stops at once, or after the next job where it cannot be listened to; what was reported so far is whole. */
  readonly signal?: StopSignal;
}

/** Workers that may die and be replaced before the run gives up. */
const REPLACEMENTS = 3;

/**
 * Resolves when all jobs are finished, or after an abort.
 *
 * @throws TheoryError for what a worker refuses; Error when workers keep dying.
 */
export async function runJobs(jobs: Jobs, options: PoolOptions): Promise<void> {
  assertInteger("workers", options.workers, 1, 256);
  if (jobs.numbers.length === 0 || options.signal?.aborted) return;
  await new Promise<void>((resolve, reject) => new Pool(jobs, options, resolve, reject).begin());
}

class Pool {
  private readonly queue: number[];
  private readonly workers = new Map<WorkerChannel, Set<number>>();
  private missing: number;
  private replacements = REPLACEMENTS;
  private done = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly options: PoolOptions,
    private readonly resolve: () => void,
    private readonly reject: (error: unknown) => void,
  ) {
    // taken from the end
    this.queue = [...new Set(jobs.numbers)].reverse();
    this.missing = this.queue.length;
  }

  begin(): void {
    const { workers, signal } = this.options;
    signal?.addEventListener?.("abort", this.stop, { once: true });
    const count = Math.min(workers, this.queue.length);
    for (let k = 0; k < count && !this.done; k++) this.hire();
  }

  private readonly stop = () => this.finish(this.resolve);

  private finish(settle: () => void): void {
    if (this.done) return;
    this.done = true;
    this.options.signal?.removeEventListener?.("abort", this.stop);
    for (const worker of this.workers.keys()) worker.terminate();
    settle();
  }

  private fail(error: unknown): void {
    this.finish(() => this.reject(error));
  }

  /** Runs a step that calls what others wrote; an error ends the run, since nobody listens where a message arrives. */
  private guarded(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.fail(error);
    }
  }

  private hire(): void {
    this.guarded(() => {
      const worker = this.options.start();
      const held = new Set<number>();
      this.workers.set(worker, held);
      worker.receive((message) => this.guarded(() => this.hear(worker, message as Reply)));
      worker.onDeath((reason) => this.bury(worker, reason));
      if (this.jobs.opening === undefined) this.feed(worker, held);
      else worker.send(this.jobs.opening);
    });
  }

  private hear(worker: WorkerChannel, reply: Reply): void {
    const held = this.workers.get(worker);
    if (this.done || held === undefined) return;
    const number = this.jobs.numberOf(reply);
    if (reply.kind === "failed") this.fail(errorOf(reply));
    else if (number !== undefined) {
      if (!held.delete(number)) return;
      this.missing--;
      this.jobs.onFinished(reply);
      if (this.missing === 0 || this.options.signal?.aborted) this.stop();
    } else if (reply.kind === "idle") this.feed(worker, held);
  }

  private feed(worker: WorkerChannel, held: Set<number>): void {
    const share = Math.ceil(this.queue.length / (4 * this.workers.size));
    const numbers = this.queue.splice(-Math.max(1, Math.min(this.jobs.largestShare, share))).reverse();
    if (numbers.length === 0) return;
    for (const number of numbers) held.add(number);
    worker.send(this.jobs.ask(numbers));
  }

  private bury(worker: WorkerChannel, reason: string): void {
    const held = this.workers.get(worker);
    if (this.done || held === undefined) return;
    this.workers.delete(worker);
    worker.terminate();
    this.queue.push(...[...held].reverse());
    if (this.replacements-- === 0) this.fail(new Error(`simulation workers keep dying: ${reason}`));
    else this.hire();
  }
}
