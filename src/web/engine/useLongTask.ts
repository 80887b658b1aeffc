import { useEffect, useRef, useState } from "preact/hooks";
import { longEngine } from "./engines.js";
import { isAbort } from "./task.js";
import type { Answer, Piece, Question, TaskName } from "./tasks.js";

export interface LongTask<Name extends TaskName> {
  readonly running: boolean;
  readonly answer: Answer<Name> | null;
  readonly error: Error | null;
  /** Stops what runs, and asks. */
  start(question: Question<Name>): void;
  /** What was shown stays. */
  stop(): void;
}

/** A question that takes seconds, on the long engine: pieces arrive at `onPiece` as they are made. It stops when the view closes. */
export function useLongTask<Name extends TaskName>(
  task: Name,
  onPiece: (piece: Piece<Name>) => void = () => {},
): LongTask<Name> {
  const [state, setState] = useState<Pick<LongTask<Name>, "running" | "answer" | "error">>({
    ...{ running: false, answer: null, error: null },
  });
  const control = useRef<AbortController | null>(null);
  const listener = useRef(onPiece);
  listener.current = onPiece;

  const stop = () => {
    control.current?.abort();
    control.current = null;
    setState((before) => (before.running ? { ...before, running: false } : before));
  };

  const start = (question: Question<Name>) => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    const current = () => control.current === mine;
    setState({ running: true, answer: null, error: null });
    longEngine
      .run(task, question, {
        signal: mine.signal,
        onPiece: (piece) => {
          if (current()) listener.current(piece);
        },
      })
      .then(
        (answer) => current() && setState({ running: false, answer, error: null }),
        (error) => current() && !isAbort(error) && setState({ running: false, answer: null, error }),
      );
  };

  useEffect(() => () => control.current?.abort(), []);
  return { ...state, start, stop };
}
