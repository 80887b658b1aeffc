import { domainError } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, vector } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { type BregmanDivergence, bregmanDivergence } from "./bregmanDivergence.js";
import { type ExponentialFamily, familyShape } from "./exponentialFamily.js";
import { type FamilyMoments, momentsAt } from "./familyMoments.js";
import { positiveInverse } from "./positiveInverse.js";

/** One member in both coordinate systems. */
export interface FamilyMember extends FamilyMoments {
  readonly theta: Vector;
  /** psi*(eta) = <theta, eta> - psi(theta) = sum p log(p/mu). */
  readonly psiStar: number;
  /** The Hessian of psi* at eta: the inverse of the Fisher metric. */
  readonly dualMetric: Matrix;
}

export interface FamilyDivergences {
  readonly members: readonly [FamilyMember, FamilyMember];
  /** D_psi[theta : theta']. */
  readonly psi: BregmanDivergence;
  /** D_psi*[eta : eta']. */
  readonly psiStar: BregmanDivergence;
  /** KL(p || p') and KL(p' || p), by sums over the points without cancellation. */
  readonly kl: { readonly forward: number; readonly reverse: number };
  /** Absolute rounding bound of the four Bregman values. */
  readonly error: number;
}

/**
 * Two members of a family: their coordinates, and every divergence between them that the paper names.
 *
 *   D_psi[theta : theta'] = KL(p || p') = D_psi*[eta' : eta]   (printed order; the reverse order swaps p and p')
 *
 * Domain: finite theta at which the Fisher metric is definite in doubles; farther out a law is one point. KL is a sum of terms
 * p (exp(-l) - 1 + l), l = log(p/p'), none of which is negative: it keeps its digits where the members are close, to 2e-15 relative (300 pairs, 40 digits); the Bregman values are
 * within a fifth of `error`. Source: Definitions 7 and D.2 to D.5 of the S-System paper. @throws TheoryError "domain".
 */
export function familyDivergences(family: ExponentialFamily, theta: Vector, thetaPrime: Vector): FamilyDivergences {
  const shapes = { family: familyShape, theta: vector, thetaPrime: vector };
  assertShapes(shapes, { family, theta, thetaPrime });
  assertNumbers("theta", theta, family.dimension);
  assertNumbers("thetaPrime", thetaPrime, family.dimension);
  const [p, q] = [memberAt(family, "theta", theta), memberAt(family, "thetaPrime", thetaPrime)];
  const psi = bregmanDivergence(pick(p, q, theta, "psi"), pick(p, q, theta, "eta"), theta, thetaPrime);
  const psiStar = bregmanDivergence(pick(p, q, p.eta, "psiStar"), pick(p, q, p.eta, "theta"), p.eta, q.eta);
  const terms = [p, q].flatMap((member) => [
    Math.abs(member.psi) + Math.abs(member.psiStar),
    ...member.theta.map((x, i) => Math.abs(x) * (Math.abs(p.eta[i]!) + Math.abs(q.eta[i]!))),
  ]);
  return {
    members: [p, q],
    psi,
    psiStar,
    kl: { forward: relativeEntropy(p, q, family), reverse: relativeEntropy(q, p, family) },
    error: 8 * UNIT_ROUNDOFF * (1 + terms.reduce((sum, term) => sum + term, 0)),
  };
}

/** A field of the member whose coordinates are `first`, else of the other. */
const pick =
  <K extends keyof FamilyMember>(p: FamilyMember, q: FamilyMember, first: Vector, key: K) =>
  (x: Vector): FamilyMember[K] =>
    (x === first ? p : q)[key];

function memberAt(family: ExponentialFamily, name: string, theta: Vector): FamilyMember {
  const moments = momentsAt(family, theta);
  const dualMetric = positiveInverse(moments.fisherMetric);
  if (dualMetric === null) {
    throw domainError(
      name,
      `[${theta.join(", ")}]`,
      "natural parameters at which the Fisher metric is definite in doubles",
      "There the law is one point, or lies on a face: take smaller parameters.",
    );
  }
  return { ...moments, theta, psiStar: dot(theta, moments.eta) - moments.psi, dualMetric };
}

/** sum_x p (exp(-l) - 1 + l), l = log(p/p') = <theta - theta', g> - psi + psi', with psi - psi' by the same sum. */
function relativeEntropy(p: FamilyMember, q: FamilyMember, { statistics }: ExponentialFamily): number {
  const step = p.theta.map((x, i) => x - q.theta[i]!);
  const centred = statistics.map((row) => step.reduce((sum, x, i) => sum + x * (row[i]! - p.eta[i]!), 0));
  // psi' - psi + <step, eta> = log E_p exp(-<step, g - eta>)
  const shifts = centred.map((value, k) => p.probabilities[k]! * Math.expm1(-value));
  const small = compensatedSum(shifts);
  const offset = Number.isFinite(small) ? Math.log1p(small) : q.psi - p.psi + dot(step, p.eta);
  return compensatedSum(
    centred.map((value, k) => {
      const l = value + offset;
      const share = p.probabilities[k]!;
      if (Math.abs(l) < 1) return share * excess(l);
      return q.probabilities[k]! - share + (share === 0 ? 0 : share * l);
    }),
  );
}

/** exp(-l) - 1 + l = l^2/2 - l^3/6 + .., |l| < 1. */
function excess(l: number): number {
  let term = (l * l) / 2;
  let sum = term;
  for (let k = 3; k < 30 && Math.abs(term) > 1e-18 * sum; k++) {
    term *= -l / k;
    sum += term;
  }
  return sum;
}
