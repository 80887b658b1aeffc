import { isTheoryError } from "../../errors.js";
import type { Failure, Reply, Request } from "./protocol.js";
import { abortError, isAbort, type Task, type TaskContext } from "./task.js";

/** What of a worker's global scope is used here. */
export interface WorkerScope {
  postMessage(message: Reply): void;
  addEventListener(type: "message", listener: (event: { readonly data: Request }) => void): void;
}

type Tasks = Readonly<Record<string, () => Promise<Task<never, unknown, never>>>>;

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

/** Answers what is asked. What a task shows, answers or fails with goes back under the id of the question. */
export function serveTasks(scope: WorkerScope, tasks: Tasks): void {
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
    try {
      const task = await tasks[name]!();
      await pause();
      const answer = await task(question as never, context);
      scope.postMessage({ kind: "answer", id, answer });
    } catch (error) {
      scope.postMessage(isAbort(error) ? { kind: "stopped", id } : { kind: "failed", id, failure: failureOf(error) });
    } finally {
      running.delete(id);
      stopped.delete(id);
    }
  }

  scope.addEventListener("message", ({ data }) => {
    if (data.kind === "run") void run(data);
    else if (data.kind === "stop" && running.has(data.id)) stopped.add(data.id);
    else if (data.kind === "prepare") for (const load of Object.values(tasks)) void load();
  });
}
