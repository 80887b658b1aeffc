/** The factorised ladders over which Sections 5.2 and 7.7 range. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import {
  type RandomFactorisedLadder,
  randomFactorisedLadder,
} from "../../../theory/ladder/disentanglement/randomFactorisedLadder.js";
import { seedOf } from "../../parameters.js";
import type { Tolerance } from "../../theorem.js";

export const seed = seedOf("Seed of tables, marginals, activations, weights, gradients and of the sizes |S_i|.");

export const factorised = {
  nodes: { set: "integer", min: 1, max: 3, doc: "Nodes of alpha, one a factor." },
  most: { set: "integer", min: 1, max: 3, doc: "Largest |S_i|: factors of beta below one of alpha." },
  events: { set: "integer", min: 2, max: 3, doc: "Events of each factor of alpha; the paper has 2." },
  seed,
} as const;

export interface FactorisedPoint {
  readonly nodes: number;
  readonly most: number;
  readonly events: number;
  readonly seed: number;
}

/** |S_i| from 1 to `most`. */
export function sizesAt({ nodes, most, seed: key }: FactorisedPoint): number[] {
  const stream = new GaussianStream({ seed: key, sample: 2 ** 31, draw: 0 });
  return Array.from({ length: nodes }, () => 1 + Math.floor(most * stream.uniform()));
}

export const ladderAt = (point: FactorisedPoint, centred = true, sample = 0): RandomFactorisedLadder =>
  randomFactorisedLadder(sizesAt(point), { seed: point.seed, events: point.events, centred, sample });

export const factors = {
  n: { set: "integer", min: 1, max: 4, doc: "Factors, and columns." },
  seed,
} as const;

export interface FactorsPoint {
  readonly n: number;
  readonly seed: number;
}

/** Gaussian factors with two or three events each. */
export function factorsAt({ n, seed: key }: FactorsPoint, sample = 0): number[][] {
  const shape = new GaussianStream({ seed: key, sample: 0, draw: 1 });
  const stream = new GaussianStream({ seed: key, sample, draw: 0 });
  return Array.from({ length: n }, () =>
    Array.from({ length: 2 + Math.floor(2 * shape.uniform()) }, () => stream.next()),
  );
}

/** Probabilities for the factors of a point. */
export function marginalsAt(point: FactorsPoint): number[][] {
  return factorsAt(point, 7).map((values) => {
    const shares = values.map((value) => 0.1 + value ** 2);
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  });
}

export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-11,
  why: "rounding of sums over at most 3^3 x 2^9 products of Gaussian numbers",
};
