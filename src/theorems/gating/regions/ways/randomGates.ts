/** Random gating networks of theorems, pure functions of a seed. Entries are small multiples of 1/4, so that doubles hold every preactivation exactly, ties too. */
import { GaussianStream } from "../../../../numeric/random/gaussianStream.js";
import { plainPaths } from "../../ways/plainPaths.js";

export interface Gates {
  /** W_1, ..., W_{L-1}. */
  readonly W: readonly (readonly (readonly number[])[])[];
  readonly b: readonly (readonly number[])[];
}

export interface GateSizes {
  readonly m: number;
  readonly L: number;
  readonly biases: string;
  readonly seed: number;
}

/** Numbers for the part `draw` of the objects of a seed. */
export const streamOf = (seed: number, draw: number): GaussianStream => new GaussianStream({ seed, sample: 41, draw });

/** -most/4, ..., most/4, in steps of 1/4. */
export const quarters = (stream: GaussianStream, most: number): number =>
  (Math.floor(stream.uniform() * (2 * most + 1)) - most) / 4;

/** L - 1 hidden layers of m neurons with `inputs` inputs. */
export function randomGates({ m, L, biases, seed }: GateSizes, inputs = 2): Gates {
  const stream = streamOf(seed, 0);
  const many = (length: number, most: number) => Array.from({ length }, () => quarters(stream, most));
  const layers = Array.from({ length: L - 1 }, (_, l) => l);
  return {
    W: layers.map((l) => Array.from({ length: m }, () => many(l === 0 ? inputs : m, 4))),
    b: layers.map(() => (biases === "none" ? new Array<number>(m).fill(0) : many(m, 2))),
  };
}

/** A point of the lattice of eighths in [-1, 1]^d. */
export const latticePoint = (stream: GaussianStream, d: number): number[] =>
  Array.from({ length: d }, () => (Math.floor(stream.uniform() * 17) - 8) / 8);

/** Every path, as one neuron of each hidden layer. */
export const allPaths = ({ W }: Gates): number[][] => plainPaths(W.map((rows) => rows.length));
