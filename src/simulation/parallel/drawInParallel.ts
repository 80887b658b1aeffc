/**
 * Samples from several workers. A sample is a pure function of (network, seed, index, backend), so that how many
 * workers there are, which one draws which sample, and a worker that dies on the way change no bit of the result.
 */
import { TheoryError } from "../../errors.js";
import { assertInteger } from "../../numeric/domain.js";
import type { Recording, Sample } from "../sample.js";
import type { StopSignal } from "../stopSignal.js";
import type { StartWorker, WorkerChannel } from "./channel.js";
import type { PortableNetwork, Reply, Request, SamplerName } from "./messages.js";

export interface ParallelOptions {
  readonly seed: number;
  /** As the worker names it; default "wasm". */
  readonly backend?: string;
  /** Default "exact". */
  readonly sampler?: SamplerName;
  readonly recording?: Recording;
  readonly start: StartWorker;
  /** How many, 1 .. 256. */
  readonly workers: number;
  /** In the order in which they finish. What it throws ends the run. */
  readonly onSample: (sample: Sample) => void;
  /** Stops at once, or after the next sample where it cannot be listened to; the samples reported so far are whole. */
  readonly signal?: StopSignal;
}

/** Workers that may die and be replaced before the run gives up. */
const REPLACEMENTS = 3;
/** No worker holds more than this many samples, so that the last ones do not wait for one worker. */
const LARGEST_CHUNK = 16;

/**
 * Draws the samples `indices` of the run `seed`, each once. Resolves when all are reported, or after an abort.
 *
 * @throws TheoryError for what the sampler refuses; Error when workers keep dying.
 */
export async function drawInParallel(
  network: PortableNetwork,
  indices: readonly number[],
  options: ParallelOptions,
): Promise<void> {
  assertInteger("workers", options.workers, 1, 256);
  if (indices.length === 0 || options.signal?.aborted) return;
  await new Promise<void>((resolve, reject) => new Pool(network, indices, options, resolve, reject).begin());
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
    private readonly reject: (error: unknown) => void,
  ) {
    // taken from the end
    this.queue = [...new Set(indices)].reverse();
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
      this.workers.set(worker, new Set());
      worker.receive((message) => this.guarded(() => this.hear(worker, message as Reply)));
      worker.onDeath((reason) => this.bury(worker, reason));
      const { seed, backend = "wasm", sampler = "exact", recording = {} } = this.options;
      worker.send({ kind: "open", network: this.network, seed, recording, backend, sampler } satisfies Request);
    });
  }

  private hear(worker: WorkerChannel, reply: Reply): void {
    const held = this.workers.get(worker);
    if (this.done || held === undefined) return;
    if (reply.kind === "failed") {
      const { message, details } = reply;
      this.fail(details === null ? new Error(message) : new TheoryError(message, details));
    } else if (reply.kind === "sample") {
      if (!held.delete(reply.sample.index)) return;
      this.missing--;
      this.options.onSample(reply.sample);
      if (this.missing === 0 || this.options.signal?.aborted) this.stop();
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
