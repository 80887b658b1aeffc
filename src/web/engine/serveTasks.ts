import { isTheoryError } from "../../errors.js";
import type { Failure, Reply, Request } from "./protocol.js";
import { abortError, isAbort, type Task, type TaskContext } from "./task.js";

/** What of a worker's global scope is used here. */
export interface WorkerScope {
  postMessage(message: Reply): void;
  addEventListener(type: "message", listener: (event: { readonly data: Request }) => void): void;
}

type Tasks = Readonly<Record<string, () => Promise<Task<never, unknown, never>>>>;
type Loads = readonly (() => Promise<unknown>)[];

function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { message, details: isTheoryError(error) ? error.details : null };
}

/** After what is waiting in the queue of messages; timers of a few milliseconds would wait longer. */
function afterMessages(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Answers what is asked. What a task shows, answers or fails with goes back under the id of the question. `extras` loads
 * what tasks themselves load when they need it.
 */
export function serveTasks(scope: WorkerScope, tasks: Tasks, extras: Loads = []): void {
  const stopped = new Set<number>();
  const running = new Set<number>();

  async function run({ id, task: name, question }: Request & { kind: "run" }): Promise<void> {
    running.add(id);
    const pause = async () => {
      await afterMessages();
      if (stopped.has(id)) throw abortError();
    };
    const context: TaskContext<never> = {
      pause,
      show: (piece) => {
        scope.postMessage({ kind: "piece", id, piece });
        return pause();
      },
    };
    const tell = (error: unknown): void => {
      const failure = failureOf(error);
      try {
        scope.postMessage({ kind: "failed", id, failure });
      } catch {
        // details that cannot travel, a function for example
        scope.postMessage({ kind: "failed", id, failure: { ...failure, details: null } });
      }
    };
    try {
      if (!Object.hasOwn(tasks, name)) throw new RangeError(`there is no task named ${name}`);
      const task = await tasks[name]!();
      await pause();
      const answer = await task(question as never, context);
      scope.postMessage({ kind: "answer", id, answer });
    } catch (error) {
      if (isAbort(error)) scope.postMessage({ kind: "stopped", id });
      else tell(error);
    } finally {
      running.delete(id);
      stopped.delete(id);
    }
  }

  scope.addEventListener("message", ({ data }) => {
    if (data.kind === "run") void run(data);
    else if (data.kind === "stop" && running.has(data.id)) stopped.add(data.id);
    else if (data.kind === "prepare") {
      // what cannot be loaded now is told when it is asked for
      for (const load of [...Object.values(tasks), ...(data.extras ? extras : [])]) load().catch(() => {});
    }
  });
}
