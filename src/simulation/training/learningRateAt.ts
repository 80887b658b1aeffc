import type { TeacherStudentSettings } from "./settings.js";

/** The rate of the step after `step` steps. */
export function learningRateAt(schedule: TeacherStudentSettings["learningRate"], step: number): number {
  return schedule.filter(({ from }) => from <= step).at(-1)!.rate;
}
