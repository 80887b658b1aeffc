import { type Recorded, recorded } from "../../engine/recorded.js";
import { type RunState, useRun } from "../../engine/useRun.js";
import type { MoveRecord, MoveSetting } from "./moveStudentsTask.js";
import { recordedSteps } from "./recordedSteps.js";

export interface Moves extends Recorded<MoveRecord>, Omit<RunState<unknown>, "state"> {}

/** Trains as long as `stopped` is not said, and starts anew when the setting changes; a run that was stopped goes on from its last moment. */
export function useMoves(setting: MoveSetting, stopped: boolean): Moves {
  const last = recordedSteps(setting.steps).at(-1);
  const { state, ...run } = useRun<"moveStudents", Recorded<MoveRecord>>("moveStudents", {
    ...{ key: JSON.stringify(setting), goal: null, stopped },
    ask: (before) => ({ ...setting, from: before?.records.at(-1) ?? null }),
    isDone: ({ records, divergedAt }) => divergedAt !== null || records.at(-1)?.step === last,
    ...recorded,
  });
  return { ...run, records: state?.records ?? [], divergedAt: state?.divergedAt ?? null };
}
