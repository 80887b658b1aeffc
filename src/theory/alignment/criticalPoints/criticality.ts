import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { activePart } from "../regions/activePart.js";
import type { Polytope } from "../regions/polytope.js";
import type { AlignmentCoefficients, BiasedTwoLayer } from "./alignmentCoefficients.js";
import { hyperplaneForm, type ReluTerm } from "./hyperplaneForm.js";

/** Sizes up to this part of the scale of the terms count as zero. */
export const VANISHES = 1e-9;

export interface Vanishing {
  /** Whether the function is zero on the region: `size` is at most 1e-9 of `scale`. */
  readonly vanishes: boolean;
  /** Bounds the function's absolute value over the region. */
  readonly size: number;
  readonly scale: number;
}

const vanishing = ({ size, scale }: { readonly size: number; readonly scale: number }): Vanishing => ({
  vanishes: size <= VANISHES * scale,
  size,
  scale,
});

/** f* - f as ReLU terms: the teachers first, then the students with negated fan-out. */
export const residualTerms = (teacher: BiasedTwoLayer, student: BiasedTwoLayer): readonly ReluTerm[] => [
  ...teacher.W.map((row, j) => ({ row, fanOut: teacher.V[j]! })),
  ...student.W.map((row, k) => ({ row, fanOut: student.V[k]!.map((v) => -v) })),
];

/** Whether f = f* on the region, by the uniqueness of the normal form: every kink and the affine remainder must vanish. Not by sampling. */
export const interpolation = (teacher: BiasedTwoLayer, student: BiasedTwoLayer, region: Polytope): Vanishing =>
  vanishing(hyperplaneForm(region, residualTerms(teacher, student), teacher.V[0]!.length));

/**
 * For each student k whether its gradient g_k = z_k v_k.(f* - f) vanishes on the region: the normal form of v_k.(f* - f) on the part where k is
 * active. A student that is silent on the region has no gradient there.
 */
export function criticality(
  teacher: BiasedTwoLayer,
  student: BiasedTwoLayer,
  region: Polytope,
  { alpha, beta }: Pick<AlignmentCoefficients, "alpha" | "beta">,
): readonly Vanishing[] {
  const rows = [...teacher.W, ...student.W];
  return student.W.map((own, k) => {
    const part = activePart(region, own);
    if (part === null) return { vanishes: true, size: 0, scale: 0 };
    const weights = [...alpha[k]!, ...beta[k]!.map((entry) => -entry)];
    const terms = rows.map((row, t) => ({ row, fanOut: [weights[t]!] }));
    return vanishing(hyperplaneForm(part, terms, 1));
  });
}

/** sum_k v_k |w_k| over the nodes, outputs entries: what Theorem 3 says is zero for an unaligned group. */
export const groupSum = (nodes: readonly { readonly length: number; readonly fanOut: readonly number[] }[]): number[] =>
  nodes[0]!.fanOut.map((_, c) =>
    dot(
      nodes.map(({ length }) => length),
      nodes.map(({ fanOut }) => fanOut[c]!),
    ),
  );
