/** The page's side of the workers: a question in, pieces and an answer out; a worker that dies is replaced. */
import { TheoryError } from "../../errors.js";
import type { Failure, Reply, Request } from "./protocol.js";
import { abortError } from "./task.js";
import type { Answer, Piece, Question, TaskName } from "./tasks.js";

/** What of a Worker is used here. */
export interface EngineWorker {
  postMessage(message: Request): void;
  addEventListener(type: "message", listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

export interface RunOptions<Name extends TaskName> {
  readonly signal?: AbortSignal;
  readonly onPiece?: (piece: Piece<Name>) => void;
}

export interface Engine {
  /** Rejects with a TheoryError of the engine, an AbortError after `signal`, and a WorkerDeath when the worker died. */
  run<Name extends TaskName>(task: Name, question: Question<Name>, options?: RunOptions<Name>): Promise<Answer<Name>>;
  /** Loads the code of all tasks. */
  prepare(): void;
}

/** The worker died, for want of memory for example; the next question goes to a new one. */
export class WorkerDeath extends Error {
  override readonly name = "WorkerDeath";
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  onPiece(piece: unknown): void;
}

/** How long a task may take to notice that it is to stop before its worker is replaced. */
const PATIENCE_MS = 1500;

const errorOf = ({ message, details }: Failure): Error =>
  details === null ? new Error(message) : new TheoryError(message, details);

export function createEngine(start: () => EngineWorker): Engine {
  const waiting = new Map<number, Waiting>();
  let worker: EngineWorker | null = null;
  let last = 0;

  /** All that waits is told why; the next question starts a new worker. */
  function abandon(reason: Error): void {
    worker?.terminate();
    worker = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(reason);
  }

  function receive(reply: Reply): void {
    const question = waiting.get(reply.id);
    if (question === undefined) return;
    if (reply.kind === "piece") {
      question.onPiece(reply.piece);
      return;
    }
    waiting.delete(reply.id);
    if (reply.kind === "answer") question.resolve(reply.answer);
    else question.reject(reply.kind === "stopped" ? abortError() : errorOf(reply.failure));
  }

  function started(): EngineWorker {
    if (worker !== null) return worker;
    const made = start();
    made.addEventListener("message", ({ data }) => {
      if (worker === made) receive(data);
    });
    made.addEventListener("error", ({ message }) => {
      if (worker === made) abandon(new WorkerDeath(message ?? "the worker stopped without a reason"));
    });
    worker = made;
    return made;
  }

  function stop(id: number): void {
    worker?.postMessage({ kind: "stop", id });
    setTimeout(() => {
      if (waiting.has(id)) abandon(abortError());
    }, PATIENCE_MS);
  }

  return {
    run(task, question, { signal, onPiece } = {}) {
      if (signal?.aborted) return Promise.reject(abortError());
      const id = ++last;
      const promise = new Promise<never>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as never, reject, onPiece: (piece) => onPiece?.(piece as never) });
      });
      started().postMessage({ kind: "run", id, task, question });
      const abort = () => stop(id);
      signal?.addEventListener("abort", abort, { once: true });
      return promise.finally(() => signal?.removeEventListener("abort", abort));
    },
    prepare: () => started().postMessage({ kind: "prepare" }),
  };
}
