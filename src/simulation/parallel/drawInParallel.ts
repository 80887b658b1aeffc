/**
 * Samples from several workers. A sample is a pure function of (network, seed, index, backend), so that how many workers there are, which one draws
 * which sample, and a worker that dies on the way change no bit of the result.
 */
import { TheoryError } from "../../errors.js";
import type { Recording, Sample } from "../sample.js";
import type { StopSignal } from "../stopSignal.js";
import type { StartWorker, WorkerChannel } from "./channel.js";
import type { PortableNetwork, Reply, Request } from "./messages.js";

export interface ParallelOptions {
  readonly seed: number;
  /** As the worker names it; default "wasm". */
  readonly backend?: string;
  readonly recording?: Recording;
  readonly start: StartWorker;
  /** How many, at least 1. */
  readonly workers: number;
  /** In the order in which they finish. */
  readonly onSample: (sample: Sample) => void;
  /** Stops at once; the samples reported so far are whole. */
  readonly signal?: StopSignal;
}

/** Workers that may die and be replaced before the run gives up. */
const REPLACEMENTS = 3;
/** No worker holds more than this many samples, so that the last ones do not wait for one worker. */
const LARGEST_CHUNK = 16;

/**
 * Draws the samples `indices` of the run `seed`. Resolves when all are reported, or after an abort.
 *
 * @throws TheoryError for what the sampler refuses; Error when workers keep dying.
 */
export function drawInParallel(
  network: PortableNetwork,
  indices: readonly number[],
  options: ParallelOptions,
): Promise<void> {
  if (indices.length === 0 || options.signal?.aborted) return Promise.resolve();
  return new Promise((resolve, reject) => new Pool(network, indices, options, resolve, reject).begin());
}

class Pool {
  private readonly queue: number[];
  private readonly workers = new Map<WorkerChannel, Set<number>>();
  private missing: number;
  private replacements = REPLACEMENTS;
  private done = false;

  constructor(
    private readonly network: PortableNetwork,
    indices: readonly number[],
    private readonly options: ParallelOptions,
    private readonly resolve: () => void,
    private readonly reject: (error: Error) => void,
  ) {
    // taken from the end
    this.queue = [...indices].reverse();
    this.missing = indices.length;
  }

  begin(): void {
    const { workers, signal } = this.options;
    signal?.addEventListener("abort", this.stop, { once: true });
    for (let k = 0; k < Math.min(workers, this.queue.length); k++) this.hire();
  }

  private readonly stop = () => this.finish(this.resolve);

  private finish(settle: () => void): void {
    if (this.done) return;
    this.done = true;
    this.options.signal?.removeEventListener("abort", this.stop);
    for (const worker of this.workers.keys()) worker.terminate();
    settle();
  }

  private fail(error: Error): void {
    this.finish(() => this.reject(error));
  }

  private hire(): void {
    const worker = this.options.start();
    this.workers.set(worker, new Set());
    worker.receive((message) => this.hear(worker, message as Reply));
    worker.onDeath((reason) => this.bury(worker, reason));
    const { seed, backend = "wasm", recording = {} } = this.options;
    worker.send({ kind: "open", network: this.network, seed, recording, backend } satisfies Request);
  }

  private hear(worker: WorkerChannel, reply: Reply): void {
    const held = this.workers.get(worker);
    if (this.done || held === undefined) return;
    if (reply.kind === "failed") {
      const { message, details } = reply;
      this.fail(details === null ? new Error(message) : new TheoryError(message, details));
    } else if (reply.kind === "sample") {
      held.delete(reply.sample.index);
      this.missing--;
      this.options.onSample(reply.sample);
      if (this.missing === 0) this.finish(this.resolve);
    } else this.feed(worker, held);
  }

  private feed(worker: WorkerChannel, held: Set<number>): void {
    const share = Math.ceil(this.queue.length / (4 * this.workers.size));
    const indices = this.queue.splice(-Math.max(1, Math.min(LARGEST_CHUNK, share))).reverse();
    if (indices.length === 0) return;
    for (const index of indices) held.add(index);
    worker.send({ kind: "draw", indices } satisfies Request);
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
