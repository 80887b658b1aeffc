import { type RunState, useRun } from "../../engine/useRun.js";
import type { Simulated, SimulateQuestion } from "./simulateTask.js";

/**
 * Simulates the networks of a question and starts anew when it changes; more networks of the same question continue the run. Finished
 * networks stay through a pause, a failure and the death of the worker: their statistics are kept.
 */
export function useSimulation(question: Omit<SimulateQuestion, "from"> | null): RunState<Simulated> {
  const goal = question?.goal ?? null;
  return useRun<"simulate", Simulated>("simulate", {
    key: question === null ? null : JSON.stringify({ ...question, goal: null }),
    goal,
    // asked only where there is a question
    ask: (state) => ({ ...question!, from: state?.running ?? null }),
    isDone: ({ running }) => goal !== null && running.samples >= goal,
    add: (_, simulated) => simulated,
    close: (_, simulated) => simulated,
  });
}
