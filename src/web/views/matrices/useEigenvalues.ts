import { type RunState, useRun } from "../../engine/useRun.js";
import type { EigenvaluesQuestion, SampledSpectrum } from "./eigenvaluesTask.js";

/**
 * Samples the matrices of a question and starts anew when it changes; more matrices of the same question continue the run. What is
 * sampled stays through a pause, a failure and the death of the worker: its sums are kept. `null`: nothing is sampled.
 */
export function useEigenvalues(question: Omit<EigenvaluesQuestion, "from"> | null): RunState<SampledSpectrum> {
  const goal = question?.samples ?? 0;
  return useRun<"eigenvalues", SampledSpectrum>("eigenvalues", {
    key: question === null ? null : JSON.stringify({ ...question, samples: null }),
    goal,
    // asked only where there is a question
    ask: (state) => ({ ...question!, from: state?.sums ?? null }),
    isDone: ({ samples }) => samples >= goal,
    add: (_, sampled) => sampled,
    close: (_, sampled) => sampled,
  });
}
