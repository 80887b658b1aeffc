/** Which counter-based stream of a run holds what: nothing that is drawn depends on how much else is. */
import { GaussianStream } from "../../numeric/random/gaussianStream.js";

const sampleOf = { W: 0, U: 1, order: 2 } as const;

/** `draw`: the layer of weights, 0 for the lowest one; the epoch of an order, 0 for the first one. */
export const streamOf = (seed: number, what: keyof typeof sampleOf, draw: number): GaussianStream =>
  new GaussianStream({ seed, sample: sampleOf[what], draw });
