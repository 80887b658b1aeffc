/** Compositional families at random. */
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { compositionalFamily } from "../../../theory/grouping/geometry/compositionalFamily.js";
import { sumOf } from "../ways/sums.js";

type Vector = readonly number[];
type Rows = readonly Vector[];

export const composition = {
  d: { set: "integer", min: 1, max: 3, doc: "Statistics." },
  m: { set: "integer", min: 1, max: 5, doc: "Points." },
  n: { set: "integer", min: 1, max: 4, doc: "Values of h." },
  f: { set: "matrix", rows: "n", columns: "d", min: -1.5, max: 1.5, doc: "f(h), a row a value of h." },
  G: { set: "matrix", rows: "m", columns: "d", min: -2, max: 2, doc: "g(x), a row a point." },
  mu: { set: "vector", length: "m", min: 0.25, max: 2, doc: "Base weights of the points." },
  nu: { set: "vector", length: "n", min: 0.25, max: 2, doc: "Base weights of the values of h." },
} as const;

export interface CompositionValues {
  readonly f: Rows;
  readonly G: Rows;
  readonly mu: Vector;
  readonly nu: Vector;
}

export const familyOfComposition = ({ f, G, mu, nu }: CompositionValues) => compositionalFamily(f, G, { mu, nu });

/** psi_h, by a sum of exponentials. */
export const conditionalPsi = ({ f, G, mu }: CompositionValues, h: number): number =>
  Math.log(sumOf(G.map((g, k) => mu[k]! * Math.exp(dot(f[h]!, g)))));

/** psi likewise. */
export const jointPsi = (values: CompositionValues): number =>
  Math.log(sumOf(values.nu.map((mass, h) => mass * Math.exp(conditionalPsi(values, h)))));

/** With one entry of f replaced. */
export const shifted = (values: CompositionValues, h: number, i: number, at: number): CompositionValues => ({
  ...values,
  f: values.f.map((row, k) => (k === h ? row.map((x, j) => (j === i ? at : x)) : row)),
});
