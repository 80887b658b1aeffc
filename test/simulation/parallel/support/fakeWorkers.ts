/**
 * Workers in this thread: messages are cloned as between threads, and arrive late and in an order that a seed chooses,
 * those of one line in turn.
 */
import type { Backend } from "../../../../src/simulation/kernels/kernels.js";
import { plainBackend } from "../../../../src/simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../../../src/simulation/kernels/wasm/wasmBackend.js";
import type { Channel, StartWorker, WorkerChannel } from "../../../../src/simulation/parallel/channel.js";
import { serve } from "../../../../src/simulation/parallel/serve.js";

type Listener = (message: unknown) => void;

/** Delivers one waiting message a turn, from a line chosen by chance. */
class Post {
  private readonly lines: (() => void)[][] = [];
  private running = false;

  constructor(private state: number) {}

  line(): (deliver: () => void) => void {
    const waiting: (() => void)[] = [];
    this.lines.push(waiting);
    return (deliver) => {
      waiting.push(deliver);
      if (!this.running) setImmediate(() => this.turn());
      this.running = true;
    };
  }

  private turn(): void {
    const busy = this.lines.filter((line) => line.length > 0);
    this.running = busy.length > 0;
    if (!this.running) return;
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    const deliver = busy[Math.floor((this.state / 2 ** 32) * busy.length)]!.shift()!;
    setImmediate(() => this.turn());
    deliver();
  }
}

export interface FakeWorkers {
  readonly start: StartWorker;
  started(): number;
  /** Neither terminated nor dead. */
  alive(): number;
}

export interface FakeOptions {
  readonly seed?: number;
  /** The k-th worker dies instead of sending its message number deaths[k], from 0; those without an entry live. */
  readonly deaths?: readonly number[];
  readonly backends?: readonly Backend[];
}

export function fakeWorkers({
  seed = 1,
  deaths = [],
  backends = [wasmBackend, plainBackend],
}: FakeOptions): FakeWorkers {
  const post = new Post(seed);
  const living = new Set<WorkerChannel>();
  let count = 0;

  const start = (): WorkerChannel => {
    const [there, back] = [post.line(), post.line()];
    const life = { left: deaths[count++] ?? Number.POSITIVE_INFINITY };
    let [toWorker, toOwner, onDeath]: [Listener, Listener, Listener] = [() => {}, () => {}, () => {}];
    const worker: WorkerChannel = {
      send(message) {
        const copy = structuredClone(message);
        there(() => living.has(worker) && toWorker(copy));
      },
      receive: (listener) => {
        toOwner = listener;
      },
      onDeath: (listener) => {
        onDeath = listener as Listener;
      },
      terminate: () => void living.delete(worker),
    };
    const inside: Channel = {
      send(message) {
        if (!living.has(worker)) return;
        if (life.left-- > 0) {
          const copy = structuredClone(message);
          back(() => living.has(worker) && toOwner(copy));
        } else {
          living.delete(worker);
          back(() => onDeath("struck by lightning"));
        }
      },
      receive: (listener) => {
        toWorker = listener;
      },
    };
    living.add(worker);
    serve(inside, backends);
    return worker;
  };

  return { start, started: () => count, alive: () => living.size };
}
