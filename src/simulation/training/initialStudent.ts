import type { TeacherStudentSettings } from "./settings.js";
import { streamOf } from "./streams.js";
import { studentWidths } from "./widths.js";

/** The student before the first step: (inputs + 1) x nodes a layer, the biases last, row-major. */
export function initialStudent(settings: TeacherStudentSettings, seed: number): readonly Float32Array[] {
  const { standardDeviation } = settings.student;
  const widths = studentWidths(settings);
  return widths.slice(1).map((nodes, layer) => {
    const inputs = widths[layer]!;
    const stream = streamOf(seed, "student", layer);
    const weights = new Float32Array((inputs + 1) * nodes);
    if (standardDeviation === null) {
      const bound = 1 / Math.sqrt(inputs);
      return weights.map(() => bound * (2 * stream.uniform() - 1));
    }
    return weights.map((_, i) => (i < inputs * nodes ? standardDeviation * stream.next() : 0));
  });
}
