/** Which counter-based stream of a run holds what: nothing that is drawn depends on how much else is. */
import { GaussianStream } from "../../numeric/random/gaussianStream.js";

const sampleOf = { teacher: 0, student: 1, training: 2, evaluation: 3, batches: 4 } as const;

/** `layer`: 0 for the lowest one; inputs and batches have one stream each. */
export function streamOf(seed: number, what: keyof typeof sampleOf, layer = 0): GaussianStream {
  return new GaussianStream({ seed, sample: sampleOf[what], draw: layer });
}
