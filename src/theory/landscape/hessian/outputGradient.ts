import type { SamplePasses } from "./samplePasses.js";
import { sensitivityOf } from "./samplePasses.js";

/** out += factor dT/dtheta of a sample: dT/dW_q[i,j] = h_{q-1}[i] g_q[j]. */
export function addOutputGradient(passes: SamplePasses, sample: number, factor: number, out: Float64Array): void {
  if (factor === 0) return;
  const { problem, units, starts, values } = passes;
  const { widths, offsets } = problem;
  for (let q = 1; q < widths.length; q++) {
    const below = widths[q - 1]!;
    for (let j = 0; j < widths[q]!; j++) {
      const scale = factor * sensitivityOf(passes, sample, q, j);
      if (scale === 0) continue;
      const column = offsets[q - 1]! + j * below;
      const input = sample * units + starts[q - 1]!;
      for (let i = 0; i < below; i++) out[column + i]! += scale * values[input + i]!;
    }
  }
}
