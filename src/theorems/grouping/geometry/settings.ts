/** Parameters, tolerances and brute force that the theorems of information geometry share. */
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { type ExponentialFamily, exponentialFamily } from "../../../theory/grouping/geometry/exponentialFamily.js";
import type { Tolerance } from "../../theorem.js";
import { sumOf } from "../ways/sums.js";

type Vector = readonly number[];
type Rows = readonly Vector[];

const theta = (doc: string) => ({ set: "vector", length: "d", min: -1, max: 1, doc }) as const;

/** A family on a few points and two of its members. */
export const family = {
  d: { set: "integer", min: 1, max: 3, doc: "Statistics." },
  m: { set: "integer", min: 2, max: 6, doc: "Points." },
  G: { set: "matrix", rows: "m", columns: "d", min: -2, max: 2, doc: "g(x), a row a point." },
  w: { set: "vector", length: "m", min: 0.25, max: 2, doc: "Base weights." },
  theta: theta("Natural parameters."),
  theta_2: theta("Those of another member."),
} as const;

/** Fewer points than that are singular; so are some others, which are skipped. */
export const enoughPoints = compare("Greater", symbol("m"), symbol("d"));

export interface FamilyValues {
  readonly G: Rows;
  readonly w: Vector;
  readonly theta: Vector;
  readonly theta_2: Vector;
}

/** Throws TheoryError where the family is singular: such points are skipped. */
export const familyOf = ({ G, w }: FamilyValues): ExponentialFamily => exponentialFamily(G, w);

/** psi, the law, its mean and covariance, by sums of exponentials as they stand. */
export function bruteMember({ G, w }: Pick<FamilyValues, "G" | "w">, at: Vector) {
  const weights = G.map((row, k) => w[k]! * Math.exp(dot(at, row)));
  const total = sumOf(weights);
  const law = weights.map((weight) => weight / total);
  const mean = at.map((_, i) => sumOf(G.map((row, k) => law[k]! * row[i]!)));
  const covariance = at.map((_, i) =>
    at.map((__, j) => sumOf(G.map((row, k) => law[k]! * (row[i]! - mean[i]!) * (row[j]! - mean[j]!)))),
  );
  return { psi: Math.log(total), law, mean, covariance };
}

/** D_psi[a : b] in the printed order, by sums of exponentials. */
export function bruteDivergence(values: Pick<FamilyValues, "G" | "w">, a: Vector, b: Vector): number {
  const [from, to] = [bruteMember(values, a), bruteMember(values, b)];
  return to.psi - from.psi - dot(from.mean, b) + dot(from.mean, a);
}

/** sum p log(p/q). */
export const relativeEntropy = (p: Vector, q: Vector): number =>
  sumOf(p.map((x, k) => (x === 0 ? 0 : x * Math.log(x / q[k]!))));

/** The f-divergences by name, by sums as they stand, over the points where q is not 0: so is p. */
export function plainDivergence(name: PlainDivergence, p: Vector, q: Vector): number {
  const f = {
    kl: (ratio: number) => (ratio === 0 ? 0 : ratio * Math.log(ratio)),
    tv: (ratio: number) => Math.abs(ratio - 1) / 2,
    chi2: (ratio: number) => (ratio - 1) ** 2,
    hellinger2: (ratio: number) => (Math.sqrt(ratio) - 1) ** 2,
  }[name];
  return sumOf(p.map((x, k) => (q[k] === 0 ? 0 : q[k]! * f(x / q[k]!))));
}

export type PlainDivergence = (typeof plainDivergences)[number];
export const plainDivergences = ["kl", "tv", "chi2", "hellinger2"] as const;

export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-12,
  why: "rounding of sums of a few terms of order 10",
};

/** Of derivatives by differences. */
export const differences: Tolerance = {
  unit: "rel",
  limit: 1e-8,
  why: "rounding of differences over steps of 1e-2, extrapolated",
};

export const notation = {
  psi: "the log-partition function",
  eta: "grad psi(theta), the mean of g",
} as const;

/** Two laws and a kernel. */
export const channel = {
  m: { set: "integer", min: 2, max: 5, doc: "Points." },
  k: { set: "integer", min: 1, max: 4, doc: "Outputs." },
  p: { set: "stochastic", rows: 1, columns: "m", doc: "A law of the points." },
  q: { set: "stochastic", rows: 1, columns: "m", doc: "Another, which is mixed with the uniform law." },
  K: { set: "stochastic", rows: "m", columns: "k", doc: "Of the outputs given the points." },
} as const;

export interface ChannelValues {
  readonly p: Rows;
  readonly q: Rows;
  readonly K: Rows;
}

/** p, and q mixed with the uniform law: no divergence is infinite. */
export const lawsOf = ({ p, q }: ChannelValues): readonly [Vector, Vector] => [
  p[0]!,
  q[0]!.map((value) => (value + 1 / q[0]!.length) / 2),
];

/** The law of the output. */
export const through = (law: Vector, K: Rows): Vector =>
  K[0]!.map((_, h) => sumOf(law.map((value, k) => value * K[k]![h]!)));

/** A law without zeros, and the law of the points moved by `shift`. */
export function deformedLaws(values: ChannelValues & { readonly shift: number }): readonly [Vector, Vector] {
  const [, law] = lawsOf(values);
  return [law, law.map((_, k) => law[(k + law.length * 4 - values.shift) % law.length]!)];
}

/** The statistics (x, 1 - x) of x = 0, 1, 1: linearly independent, but 1 is their sum. */
export const dependentStatistics = Object.freeze({
  d: 2,
  m: 3,
  G: [
    [0, 1],
    [1, 0],
    [1, 0],
  ],
  w: [1, 1, 1],
  theta: [0, 0],
});
