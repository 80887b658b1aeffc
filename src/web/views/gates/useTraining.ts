import { type Recorded, recorded } from "../../engine/recorded.js";
import { type RunState, useRun } from "../../engine/useRun.js";
import type { CircleRecord } from "./circleNetwork.js";
import type { TrainCircleQuestion } from "./trainCircleTask.js";

export interface Training extends Recorded<CircleRecord>, Omit<RunState<unknown>, "state"> {}

/**
 * Trains a network as long as `stopped` is not said, and starts anew when the question changes; more epochs of the same question, and a
 * run that was paused, continue: what is recorded is kept, and the worker trains again up to there. `null`: nothing is trained.
 */
export function useTraining(question: Omit<TrainCircleQuestion, "from"> | null, stopped: boolean): Training {
  const epochs = question?.epochs ?? 0;
  const { state, ...run } = useRun<"trainCircle", Recorded<CircleRecord>>("trainCircle", {
    key: question === null ? null : JSON.stringify({ ...question, epochs: null }),
    ...{ goal: epochs, stopped },
    // asked only where there is a question
    ask: (before) => ({ ...question!, from: before?.records.at(-1)?.epoch ?? null }),
    isDone: ({ records, divergedAt }) => divergedAt !== null || (records.at(-1)?.epoch ?? -1) >= epochs,
    ...recorded,
  });
  const records = (state?.records ?? []).filter(({ epoch }) => epoch <= epochs);
  return { ...run, records, divergedAt: state?.divergedAt ?? null };
}
