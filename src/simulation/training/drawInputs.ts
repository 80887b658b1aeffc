import type { TeacherStudentSettings } from "./settings.js";
import { streamOf } from "./streams.js";

/** Inputs in rows, N(0, standardDeviation^2 I), rounded to single precision for every kind of kernels. */
export function drawInputs(
  { inputs }: TeacherStudentSettings,
  seed: number,
  what: "training" | "evaluation",
): Float32Array {
  const stream = streamOf(seed, what);
  const count = what === "training" ? inputs.samples : inputs.evaluation;
  const values = new Float32Array(count * inputs.dimension);
  for (let i = 0; i < values.length; i++) values[i] = inputs.standardDeviation * stream.next();
  return values;
}
