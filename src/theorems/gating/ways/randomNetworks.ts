/** Random networks and points of theorems, pure functions of their parameters. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import {
  type GatedModel,
  type GatedNetwork,
  gatedNetwork,
  isLinearlyGated,
} from "../../../theory/gating/network/gatedNetwork.js";
import { randomGatedNetwork } from "../../../theory/gating/network/randomGatedNetwork.js";

export interface NetworkValues {
  readonly d: number;
  readonly L: number;
  readonly m: number;
  readonly C: number;
  readonly weights: string;
  /** Default "none". */
  readonly biases?: string;
  readonly seed: number;
}

export const streamOf = (seed: number, draw: number): GaussianStream => new GaussianStream({ seed, sample: 11, draw });

const wholeNumber = (stream: GaussianStream): number => Math.floor(3 * stream.uniform()) - 1;

interface Kind {
  readonly beta?: number;
  readonly atZero?: "open" | "closed";
}

/** Widths d, m, ..., m, C with L layers of weights. "integers": -1, 0 and 1, so that gates are at exactly 0 and neurons dead. */
export function networkOf(model: GatedModel, values: NetworkValues, kind: Kind = {}): GatedNetwork {
  const { d, L, m, C, weights, biases = "none", seed } = values;
  const widths = [d, ...new Array<number>(L - 1).fill(m), C];
  const random = randomGatedNetwork(model, widths, { seed, biases: biases === "none" ? 0 : 0.5, ...kind });
  if (weights === "gaussian") return random;
  const stream = streamOf(seed, 1);
  const whole = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(() => wholeNumber(stream)));
  const lists = (values: readonly (readonly number[])[] | null) => (values === null ? undefined : whole(values));
  const { W, U, b, c } = random;
  const own = { W: W.map(whole), b: lists(b) };
  return gatedNetwork(model, isLinearlyGated(model) ? { ...own, U: U.map(whole), c: lists(c) } : own, kind);
}

/** A point; of networks of integers one of integers. */
export function pointOf({ d, weights, seed }: Pick<NetworkValues, "d" | "weights" | "seed">, which = 0): number[] {
  const stream = streamOf(seed, 2 + which);
  return Array.from({ length: d }, () => (weights === "gaussian" ? stream.next() : wholeNumber(stream)));
}

export const pointsOf = (values: NetworkValues, n: number): number[][] =>
  Array.from({ length: n }, (_, k) => pointOf(values, k));

/** Independent Gaussians that belong to the seed, e.g. targets. */
export const gaussianList = (seed: number, length: number): number[] => {
  const stream = streamOf(seed, 1000);
  return Array.from({ length }, () => stream.next());
};
