/** The density of an ensemble, first roughly and then finely. */
import type { TaskContext } from "../../engine/task.js";
import { equalSteps, shownRange } from "./energies.js";
import type { Ensemble } from "./ensemble.js";
import { ensembleTheory } from "./ensembleTheory.js";
import type { DensityPoint, EnsembleTheory } from "./spectralTheory.js";

/** Energies of the rough line, and of the fine one. */
const [ROUGH, FINE] = [81, 241];
const PAUSE_MS = 8;

/** What is solved between two looks at the clock. */
const CHUNK = 12;

async function densityAt(
  theory: EnsembleTheory,
  energies: readonly number[],
  { pause }: Pick<TaskContext<never>, "pause">,
): Promise<readonly DensityPoint[]> {
  const points: DensityPoint[] = [];
  let paused = performance.now();
  for (let from = 0; from < energies.length; from += CHUNK) {
    const solved = theory.densities(energies.slice(from, from + CHUNK));
    // at atoms, and at edges where it has no bound, there is no height
    points.push(...solved.filter(({ density }) => Number.isFinite(density)));
    if (performance.now() - paused < PAUSE_MS) continue;
    await pause();
    paused = performance.now();
  }
  return points;
}

/** Shows a rough density at once, then a fine one. @throws TheoryError as the ensembles do. */
export async function dysonTask(ensemble: Ensemble, context: TaskContext<readonly DensityPoint[]>): Promise<null> {
  const theory = ensembleTheory(ensemble);
  const range = shownRange(theory.range);
  for (const count of [ROUGH, FINE]) await context.show(await densityAt(theory, equalSteps(range, count), context));
  return null;
}
