import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { quickEngine } from "./engines.js";
import { isAbort } from "./task.js";
import type { Answer, Question, TaskName } from "./tasks.js";

export interface TaskState<A> {
  /** The last answer there was: it stays while the next one is computed. */
  readonly answer: A | null;
  /** Why the last question has no answer. */
  readonly error: Error | null;
  /** The answer belongs to an earlier question. */
  readonly stale: boolean;
  /** Asks the last question again. */
  retry(): void;
}

/**
 * The quick engine's answer to a question that changes as sliders move: at most one question is under way, and the
 * newest follows it. `null`: nothing is asked.
 */
export function useTask<Name extends TaskName>(task: Name, question: Question<Name> | null): TaskState<Answer<Name>> {
  const [state, setState] = useState<Omit<TaskState<Answer<Name>>, "retry">>({
    ...{ answer: null, error: null, stale: true },
  });
  const [tries, setTries] = useState(0);
  const key = question === null ? null : JSON.stringify(question);
  const line = useRef<{ busy: boolean; next: Question<Name> | null; gone: boolean }>({
    ...{ busy: false, next: null, gone: false },
  });

  useEffect(() => {
    const { current } = line;
    current.gone = false;
    return () => {
      current.gone = true;
    };
  }, []);

  useEffect(() => {
    const { current } = line;
    if (question === null) return;
    current.next = question;
    setState((before) => (before.stale ? before : { ...before, stale: true }));
    if (!current.busy) void work();

    async function work(): Promise<void> {
      current.busy = true;
      while (current.next !== null && !current.gone) {
        const asked = current.next;
        current.next = null;
        const found = await answerOf(task, asked);
        if (!current.gone && found !== null) {
          const stale = current.next !== null;
          setState((before) => ({
            answer: found.error === null ? found.answer : before.answer,
            error: found.error,
            stale,
          }));
        }
      }
      current.busy = false;
    }
  }, [task, key, tries]);

  const retry = useCallback(() => setTries((before) => before + 1), []);
  return { ...state, retry };
}

async function answerOf<Name extends TaskName>(task: Name, question: Question<Name>) {
  try {
    return { answer: await quickEngine.run(task, question), error: null };
  } catch (error) {
    return isAbort(error) ? null : { answer: null, error: error as Error };
  }
}
