import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer, Piece, Question, TaskName } from "./tasks.js";
import { useLongTask } from "./useLongTask.js";

/** A run as long as a reader lets it be: networks that are drawn, weights that are trained. Functions of it are called at any time. */
export interface Run<Name extends TaskName, State> {
  /** What makes another run: the question without how far it goes. `null`: nothing runs. */
  readonly key: string | null;
  /** How far it goes: a change continues the run. */
  readonly goal: number | null;
  /** The reader has stopped it, in a state of the view. */
  readonly stopped?: boolean;
  /** What is asked to continue after a state; null at the start. */
  ask(state: State | null): Question<Name>;
  isDone(state: State): boolean;
  /** The state with what the worker has shown. */
  add(state: State | null, piece: Piece<Name>): State;
  /** The state with the answer. */
  close(state: State | null, answer: Answer<Name>): State | null;
}

export interface RunState<State> {
  /** What the present run says so far. */
  readonly state: State | null;
  readonly running: boolean;
  /** The reader has paused it. */
  readonly paused: boolean;
  readonly done: boolean;
  readonly error: Error | null;
  pause(): void;
  /** Continues where it was, after a pause or a failure. */
  resume(): void;
  /** From the start again. */
  restart(): void;
}

interface Kept<State> {
  readonly key: string;
  readonly state: State | null;
}

type Halt = { readonly by: "reader" } | { readonly by: "error"; readonly key: string; readonly error: Error };

/** A question that changes as sliders move is asked when they rest. Milliseconds. */
const REST = 300;

/**
 * Runs a task of the long engine, and starts anew when the key changes. What is reached stays through a pause, a failure and the death of
 * the worker: it is kept here, and the worker is told where to go on. Pieces are shown once a frame.
 */
export function useRun<Name extends TaskName, State>(task: Name, run: Run<Name, State>): RunState<State> {
  const { key, goal, stopped = false } = run;
  const [kept, setKept] = useState<Kept<State> | null>(null);
  const [halt, setHalt] = useState<Halt | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef<string | null>(null);
  const newest = useRef<Kept<State> | null>(null);
  const frame = useRef<number | null>(null);

  const show = () => {
    if (frame.current !== null) cancelAnimationFrame(frame.current);
    frame.current = null;
    setKept(newest.current);
  };
  const reach = (next: (state: State | null) => State | null) => {
    if (asked.current === null) return;
    const before = newest.current?.key === asked.current ? newest.current.state : null;
    newest.current = { key: asked.current, state: next(before) };
  };
  const { running, answer, error, start, stop } = useLongTask(task, (piece) => {
    reach((state) => run.add(state, piece));
    frame.current ??= requestAnimationFrame(show);
  });

  const state = kept !== null && kept.key === key ? kept.state : null;
  const done = state !== null && run.isDone(state);
  // another question may not fail
  const halted = halt !== null && (halt.by === "reader" || halt.key === key);
  const wanted = key !== null && !stopped && !halted && !done;

  useEffect(() => {
    if (answer === null) return;
    reach((before) => run.close(before, answer));
    show();
  }, [answer]);
  useEffect(() => {
    if (error !== null && asked.current !== null) setHalt({ by: "error", key: asked.current, error });
  }, [error]);
  useEffect(() => {
    if (!wanted) return;
    const begin = () => {
      asked.current = key;
      start(run.ask(newest.current?.key === key ? newest.current.state : null));
    };
    const timer = setTimeout(begin, asked.current === null || asked.current === key ? 0 : REST);
    return () => {
      clearTimeout(timer);
      stop();
      show();
    };
  }, [key, goal, wanted, tries]);

  return {
    ...{ state, running, done, paused: stopped || halt?.by === "reader" },
    error: halted && halt.by === "error" ? halt.error : null,
    pause: () => setHalt({ by: "reader" }),
    resume: () => setHalt(null),
    restart: () => {
      newest.current = null;
      setKept(null);
      setHalt(null);
      setTries((before) => before + 1);
    },
  };
}
