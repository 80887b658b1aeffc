import { useEffect, useRef, useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import type { Simulated, SimulateQuestion } from "./simulateTask.js";

export interface SimulationState {
  /** What the networks of the present question say so far. */
  readonly simulated: Simulated | null;
  readonly running: boolean;
  /** The reader has paused it. */
  readonly paused: boolean;
  readonly error: Error | null;
  pause(): void;
  /** Continues where it was, after a pause or a failure. */
  resume(): void;
  /** From the first network again. */
  restart(): void;
}

type Halt = { readonly by: "reader" } | { readonly by: "error"; readonly key: string; readonly error: Error };

/** A question that changes as sliders move is asked when they rest. Milliseconds. */
const REST = 300;

/**
 * Simulates the networks of a question and starts anew when it changes; more networks of the same question continue the run. Finished
 * networks stay through a pause, a failure and the death of the worker: their statistics are kept here.
 */
export function useSimulation(question: Omit<SimulateQuestion, "from"> | null): SimulationState {
  const key = question === null ? null : JSON.stringify({ ...question, goal: null });
  const [kept, setKept] = useState<{ readonly key: string; readonly simulated: Simulated } | null>(null);
  const [halt, setHalt] = useState<Halt | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef<string | null>(null);
  const keep = (simulated: Simulated) => {
    if (asked.current !== null) setKept({ key: asked.current, simulated });
  };
  const { running, answer, error, start, stop } = useLongTask("simulate", keep);
  const simulated = kept !== null && kept.key === key ? kept.simulated : null;
  const goal = question?.goal ?? null;
  // another question may not fail
  const halted = halt !== null && (halt.by === "reader" || halt.key === key);

  useEffect(() => {
    if (answer !== null) keep(answer);
  }, [answer]);
  useEffect(() => {
    if (error !== null && asked.current !== null) setHalt({ by: "error", key: asked.current, error });
  }, [error]);
  useEffect(() => {
    if (question === null || key === null || halted) return;
    if (simulated !== null && goal !== null && simulated.running.samples >= goal) return;
    const begin = () => {
      asked.current = key;
      start({ ...question, from: simulated?.running ?? null });
    };
    const timer = setTimeout(begin, asked.current === null || asked.current === key ? 0 : REST);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [key, goal, halted, tries]);

  return {
    ...{ simulated, running, paused: halt?.by === "reader" },
    error: halted && halt.by === "error" ? halt.error : null,
    pause: () => setHalt({ by: "reader" }),
    resume: () => setHalt(null),
    restart: () => {
      setKept(null);
      setHalt(null);
      setTries((before) => before + 1);
    },
  };
}
