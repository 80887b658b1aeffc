import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertStochastic } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, matrix, vector } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { assertPair, type DivergenceName, divergenceNames, divergenceOf } from "./fDivergence.js";
import { pushForward } from "./pushForward.js";

export type Divergences = Readonly<Record<DivergenceName, number>>;

export interface InformationMonotonicity {
  /** D(p : q). */
  readonly before: Divergences;
  /** D(pK : qK). */
  readonly after: Divergences;
  /** pK and qK. */
  readonly images: readonly [Vector, Vector];
  /** KL(p(. given h) || q(. given h)) for each output h; 0 for an output that p never has. */
  readonly conditional: Vector;
  /** sum_h pK(h) KL(p(. given h) || q(. given h)) = KL(p || q) - KL(pK || qK). */
  readonly averaged: number;
}

/**
 * What a Markov kernel K does to the divergences of two laws p, q that are sent through it:
 *
 *   D(pK : qK) <= D(p : q) for every f-divergence,   KL(p || q) = KL(pK || qK) + sum_h pK(h) KL(p(. given h) || q(. given h)).
 *
 * So the conditional divergence falls on average over h; for a fixed h, as Theorem 4.1 of the S-System paper has it, it may exceed
 * KL(p || q). Squared Euclidean distance may grow. Domain: p, q probabilities; K has a row of probabilities for each entry. Infinite values are
 * true ones, if no probability times an entry of K is below the doubles. Rounding: a few units of roundoff of the largest term. Source: Theorem 4.1, corrected; Liese and Vajda (2006), Theorem 14.
 * @throws TheoryError "domain" for p, q, and a kernel that does not normalise.
 */
export function informationMonotonicity(p: Vector, q: Vector, kernel: Matrix): InformationMonotonicity {
  assertShapes({ p: vector, q: vector, kernel: matrix }, { p, q, kernel });
  assertPair(p, q);
  assertStochastic("kernel", kernel, { rows: p.length });
  const [pImage, qImage] = [pushForward(p, kernel), pushForward(q, kernel)];
  const conditional = pImage.map((mass, h) => {
    if (mass === 0) return 0;
    if (qImage[h] === 0) return Number.POSITIVE_INFINITY;
    const given = (law: Vector, total: number) => law.map((value, k) => (value * kernel[k]![h]!) / total);
    return divergenceOf("kl", given(p, mass), given(q, qImage[h]!));
  });
  return {
    before: every(p, q),
    after: every(pImage, qImage),
    images: [pImage, qImage],
    conditional,
    averaged: compensatedSum(conditional.map((value, h) => (pImage[h] === 0 ? 0 : pImage[h]! * value))),
  };
}

const every = (p: Vector, q: Vector): Divergences =>
  Object.fromEntries(divergenceNames.map((name) => [name, divergenceOf(name, p, q)])) as unknown as Divergences;
