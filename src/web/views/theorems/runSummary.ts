import type { Status } from "../../../verification/verdict.js";
import type { CheckedVerdict, VerdictsQuestion } from "./verdicts.js";

/** What was asked for and has no verdict yet. */
export function remainingIds({ ids }: VerdictsQuestion, finished: readonly string[]): readonly string[] {
  const done = new Set(finished);
  return ids.filter((id) => !done.has(id));
}

/** What became of the statements of a run, in a sentence; "" while it runs. */
export function runSummary(
  { ids, effort, seed }: VerdictsQuestion,
  finished: readonly string[],
  verdicts: ReadonlyMap<string, CheckedVerdict>,
  running: boolean,
): string {
  if (running) return "";
  const found = finished.flatMap((id) => verdicts.get(id) ?? []);
  const count = (status: Status) => found.filter(({ verdict }) => verdict.status === status).length;
  const seconds = found.reduce((sum, each) => sum + each.seconds, 0);
  const where = finished.length < ids.length ? `Stopped after ${finished.length} of ${ids.length}: ` : "";
  return (
    `${where}${count("holds")} hold, ${count("refuted")} refuted, ${count("undecided")} undecided; ` +
    `${effort}, seed ${seed}, ${seconds.toFixed(1)} s.`
  );
}
