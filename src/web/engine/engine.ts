/** The page's side of the workers: a question in, pieces and an answer out; a worker that dies is replaced. */
import { TheoryError } from "../../errors.js";
import type { Failure, Reply, Request } from "./protocol.js";
import { abortError } from "./task.js";
import type { Answer, Piece, Question, TaskName } from "./tasks.js";

/** What of a Worker is used here. */
export interface EngineWorker {
  postMessage(message: Request): void;
  addEventListener(type: "message", listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: "error" | "messageerror", listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

export interface RunOptions<Name extends TaskName> {
  readonly signal?: AbortSignal;
  readonly onPiece?: (piece: Piece<Name>) => void;
}

export interface Engine {
  /**
   * Rejects with a TheoryError of the engine, an AbortError after `signal`, and a WorkerDeath when the worker died or
   * was replaced while the question had shown pieces; one that had shown none is asked again.
   */
  run<Name extends TaskName>(task: Name, question: Question<Name>, options?: RunOptions<Name>): Promise<Answer<Name>>;
  /** Loads the code of all tasks. */
  prepare(): void;
}

export interface EngineOptions {
  /** Milliseconds that a task may take to notice that it is to stop, before its worker is replaced. Default 1500. */
  readonly patience?: number;
  /** `prepare` also loads what only some browsers need. Default false. */
  readonly extras?: boolean;
}

/** The worker died, for want of memory for example; the next question goes to a new one. */
export class WorkerDeath extends Error {
  override readonly name = "WorkerDeath";
}

interface Waiting {
  readonly request: Request;
  /** Whether a piece has come, or the question has been asked a second time: it is not asked again then. */
  begun: boolean;
  /** It is to stop. */
  stopping: boolean;
  resolve(answer: unknown): void;
  reject(error: Error): void;
  onPiece(piece: unknown): void;
}

const PATIENCE_MS = 1500;

const SILENT = "the worker stopped without a reason, or its script could not be loaded";
const REPLACED = "its worker was replaced, since another task did not stop";

const errorOf = ({ message, details }: Failure): Error =>
  details === null ? new Error(message) : new TheoryError(message, details);

export function createEngine(start: () => EngineWorker, options: EngineOptions = {}): Engine {
  const { patience = PATIENCE_MS, extras = false } = options;
  const waiting = new Map<number, Waiting>();
  let worker: EngineWorker | null = null;
  let last = 0;

  /**
   * The next question starts a new worker. A question is a pure function of plain data: what has not begun is asked
   * again, once, so that a worker which always dies is not started for ever.
   */
  function replace(reason: string): void {
    worker?.terminate();
    worker = null;
    const all = [...waiting];
    const lost = all.filter(([, { begun, stopping }]) => begun || stopping);
    for (const [id] of lost) waiting.delete(id);
    for (const [, question] of all) question.begun = true;
    // what is told may ask something new: it comes after those that have waited
    for (const { request } of waiting.values()) started().postMessage(request);
    for (const [, { reject, stopping }] of lost) reject(stopping ? abortError() : new WorkerDeath(reason));
  }

  function receive(reply: Reply): void {
    const question = waiting.get(reply.id);
    if (question === undefined) return;
    if (reply.kind === "piece") {
      question.begun = true;
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
    const die = ({ message }: { readonly message?: string }) => {
      if (worker === made) replace(message || SILENT);
    };
    made.addEventListener("error", die);
    made.addEventListener("messageerror", die);
    worker = made;
    return made;
  }

  function stop(id: number): void {
    const question = waiting.get(id);
    if (question === undefined) return;
    question.stopping = true;
    const asked = worker;
    asked?.postMessage({ kind: "stop", id });
    setTimeout(() => {
      // another stop may have replaced it
      if (waiting.has(id) && worker === asked) replace(REPLACED);
    }, patience);
  }

  return {
    run(task, question, { signal, onPiece } = {}) {
      if (signal?.aborted) return Promise.reject(abortError());
      const id = ++last;
      const request: Request = { kind: "run", id, task, question };
      const promise = new Promise<never>((resolve, reject) => {
        // throws what cannot be sent, and the promise rejects with it
        started().postMessage(request);
        waiting.set(id, {
          ...{ request, begun: false, stopping: false, resolve: resolve as never, reject },
          onPiece: (piece) => onPiece?.(piece as never),
        });
      });
      const abort = () => stop(id);
      signal?.addEventListener("abort", abort, { once: true });
      return promise.finally(() => signal?.removeEventListener("abort", abort));
    },
    prepare: () => started().postMessage({ kind: "prepare", extras }),
  };
}
