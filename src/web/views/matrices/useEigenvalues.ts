import { useEffect, useRef, useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import type { EigenvaluesQuestion, SampledSpectrum } from "./eigenvaluesTask.js";

export interface Sampling {
  /** What the matrices of the present question say so far. */
  readonly sampled: SampledSpectrum | null;
  readonly running: boolean;
  readonly paused: boolean;
  readonly error: Error | null;
  pause(): void;
  /** Continues where it was, after a pause or a failure. */
  resume(): void;
  /** From the first matrix again. */
  restart(): void;
}

/** A question that changes as sliders move is asked when they rest. Milliseconds. */
const REST = 250;

type Kept = { readonly key: string; readonly sampled: SampledSpectrum };
type Halt = { readonly by: "reader" } | { readonly by: "error"; readonly key: string; readonly error: Error };

/**
 * Samples the matrices of a question and starts anew when it changes; more matrices of the same question continue the run. What is
 * sampled stays through a pause, a failure and the death of the worker: its sums are kept here. `null`: nothing is sampled.
 */
export function useEigenvalues(question: Omit<EigenvaluesQuestion, "from"> | null): Sampling {
  const key = question === null ? null : JSON.stringify({ ...question, samples: null });
  const goal = question?.samples ?? 0;
  const [kept, setKept] = useState<Kept | null>(null);
  const [halt, setHalt] = useState<Halt | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef<string | null>(null);
  const keep = (sampled: SampledSpectrum) => {
    if (asked.current !== null) setKept({ key: asked.current, sampled });
  };
  const { running, answer, error, start, stop } = useLongTask("eigenvalues", keep);
  const sampled = kept !== null && kept.key === key ? kept.sampled : null;
  // another question may not fail
  const halted = halt !== null && (halt.by === "reader" || halt.key === key);

  useEffect(() => {
    if (answer !== null) keep(answer);
  }, [answer]);
  useEffect(() => {
    if (error !== null && asked.current !== null) setHalt({ by: "error", key: asked.current, error });
  }, [error]);
  useEffect(() => {
    if (question === null || key === null || halted || (sampled !== null && sampled.samples >= goal)) return;
    const begin = () => {
      asked.current = key;
      start({ ...question, from: sampled?.sums ?? null });
    };
    const timer = setTimeout(begin, asked.current === null || asked.current === key ? 0 : REST);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [key, goal, halted, tries]);

  return {
    ...{ sampled, running, paused: halt?.by === "reader" },
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
