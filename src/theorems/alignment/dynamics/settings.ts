/** Parameters, tolerances and small tools that the theorems about training dynamics share. */
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import type { Tolerance } from "../../theorem.js";

export const dimension = { set: "integer", min: 2, max: 4, doc: "Number of inputs d." } as const;

export const vector = (doc: string, length: number | "d" = "d") =>
  ({ set: "vector", length, min: -2, max: 2, doc }) as const;

export const positive = (min: number, max: number, doc: string) => ({ set: "real", min, max, doc }) as const;

/** The toy of two students and one direction. */
export const toy = {
  w_1: vector("First student.", 2),
  w_2: vector("Second student.", 2),
  w_star: vector("w*, the joint pull of the teacher.", 2),
  a_1: positive(0.2, 2, "a_1, how much the first student explains."),
  a_2: positive(0.2, 2, "a_2."),
} as const;

export interface ToyValues {
  readonly w_1: readonly number[];
  readonly w_2: readonly number[];
  readonly w_star: readonly number[];
  readonly a_1: number;
  readonly a_2: number;
}

export const problemOf = ({ w_1, w_2, w_star, a_1, a_2 }: ToyValues) => ({
  W: [w_1, w_2],
  wStar: w_star,
  a: [a_1, a_2],
});

export const length = (a: Vector): number => Math.hypot(...a);

/** r = w* - sum_q a_q w_q, with (1 + bump) w* in place of w*; written out, for the ways that must not share the theory's code. */
export const residueOf = ({ w_1, w_2, w_star, a_1, a_2 }: ToyValues, bump = 0): Vector =>
  w_star.map((x, i) => (1 + bump) * x - a_1 * w_1[i]! - a_2 * w_2[i]!);

export const rounding: Tolerance = { unit: "abs", limit: 1e-12, why: "rounding of numbers up to 100" };

/** Of derivatives by extrapolated differences. */
export const differences: Tolerance = {
  unit: "rel",
  limit: 1e-9,
  why: "extrapolated central differences keep eleven digits or more",
};

export const notation = {
  N_k: "|w_k|",
  u_k: "w_k/|w_k|",
  r_k: "the residue of node k",
  h_k: "u_k.r_k",
} as const;
