/** Parameters and tolerances that the theorems about populations share. */
import type { TwoLayer } from "../../../theory/alignment/population/twoLayer.js";
import type { Tolerance } from "../../theorem.js";

export const dimension = { set: "integer", min: 2, max: 5, doc: "Number of inputs d." } as const;

export const variance = {
  set: "real",
  min: 0.1,
  max: 4,
  doc: "s2, the variance of an input; of other spherically symmetric laws E|x|^2/d.",
} as const;

export const weight = (doc: string, length: number | "d" = "d") =>
  ({ set: "vector", length, min: -2, max: 2, doc }) as const;

/** Two nodes over one symmetric input. */
export const gatedPair = {
  d: dimension,
  s2: variance,
  w_k: weight("The node that is gated."),
  w_j: weight("The node that is seen."),
} as const;

export const theta = { set: "real", min: 0, max: 3.14, doc: "Angle of the two weights, radians." } as const;

/** Student and teacher with two inputs: means are then sums over the sectors between the nodes' boundaries. */
export const networks = {
  n: { set: "integer", min: 1, max: 4, doc: "Student nodes." },
  m: { set: "integer", min: 1, max: 3, doc: "Teacher nodes." },
  C: { set: "integer", min: 1, max: 3, doc: "Outputs." },
  W: { set: "matrix", rows: "n", columns: 2, min: -2, max: 2, doc: "w_k, the weights of the student, a row a node." },
  V: { set: "matrix", rows: "n", columns: "C", min: -2, max: 2, doc: "v_k, the fan-out of the student." },
  W_star: { set: "matrix", rows: "m", columns: 2, min: -2, max: 2, doc: "w*_j, the weights of the teacher." },
  V_star: { set: "matrix", rows: "m", columns: "C", min: -2, max: 2, doc: "v*_j, the fan-out of the teacher." },
} as const;

type Rows = readonly (readonly number[])[];

export interface NetworkValues {
  readonly W: Rows;
  readonly V: Rows;
  readonly W_star: Rows;
  readonly V_star: Rows;
}

export const studentOf = ({ W, V }: NetworkValues): TwoLayer => ({ W, V });
export const teacherOf = ({ W_star, V_star }: NetworkValues): TwoLayer => ({ W: W_star, V: V_star });

/** For means of products of weights up to 2 in magnitude. */
export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-12,
  why: "rounding of sums of up to seven terms of at most a few hundred",
};

export const notation = {
  t: "the angle of w_k and w_j",
  s2: "the variance of an input, E|x|^2/d",
  z_k: "1 where w_k.x > 0, else 0",
  f_j: "relu(w_j.x)",
} as const;
