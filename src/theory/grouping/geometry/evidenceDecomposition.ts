import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertStochastic } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { anyMatrix, assertShapes, list, modest } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { divergenceOf } from "./fDivergence.js";
import { pushForward } from "./pushForward.js";

export interface EvidenceDecomposition {
  /** L = E_q log(p(X, H)/q(H)), the expected data log likelihood with the entropy of q. */
  readonly lowerBound: number;
  /** E KL(nu_s(. given parents) || p_s(. given parents)) over the parents' law under nu, one a scale. */
  readonly divergences: Vector;
  /** L + the sum of the divergences: ln p(X). */
  readonly total: number;
}

/**
 * The decomposition of the log likelihood of an observation X over a chain of scales s = 1..S with group indicators H_s, in which the true posterior
 * p(H given X) = prod p_s(H_s given H_(s-1), X) is approximated by nu(H) = prod nu_s(H_s given H_(s-1)):
 *
 *   ln p(X) = L + sum_s E_nu KL(nu_s(. given H_(s-1)) || p_s(. given H_(s-1), X)).
 *
 * Appendix G prints ln p(O_W) on the left, which depends on the unobserved H; sum nu ln p for the divergence, which has the other sign and lacks
 * the entropy; and no expectation over the parents. Nothing is enumerated: the law of each scale is carried upwards.
 *
 * Domain: `estimate` and `posterior` are lists of one kernel a scale, rows of probabilities; the first has one row, each next one a row for every
 * value of the scale before; both have the same shapes. `logEvidence` is ln p(X). Divergences are infinite where nu has mass and p has none;
 * L is then -infinity, and the sum has no value: refused. Source: Appendix G of the S-System paper, corrected. @throws TheoryError "domain".
 */
export function evidenceDecomposition(
  estimate: readonly Matrix[],
  posterior: readonly Matrix[],
  logEvidence: number,
): EvidenceDecomposition {
  const shapes = { estimate: list(anyMatrix, 1), posterior: list(anyMatrix, 1), logEvidence: modest };
  assertShapes(shapes, { estimate, posterior, logEvidence });
  if (posterior.length !== estimate.length) {
    throw domainError("posterior.length", posterior.length, `${estimate.length} scales`, "Give each scale its kernel.");
  }
  let law: Vector = [1];
  const bounds: number[] = [];
  const divergences: number[] = [];
  for (const [s, kernel] of estimate.entries()) {
    assertStochastic(`estimate[${s}]`, kernel, { rows: law.length });
    const truth = posterior[s]!;
    assertStochastic(`posterior[${s}]`, truth, { rows: law.length, columns: kernel[0]!.length });
    divergences.push(averaged(law, (k) => divergenceOf("kl", kernel[k]!, truth[k]!)));
    bounds.push(averaged(law, (k) => crossTerm(kernel[k]!, truth[k]!)));
    law = pushForward(law, kernel);
  }
  if (!divergences.every(Number.isFinite)) {
    throw domainError(
      "posterior",
      "mass 0 where the estimate has some",
      "a posterior that allows it",
      "Move that mass.",
    );
  }
  const lowerBound = logEvidence + compensatedSum(bounds);
  return { lowerBound, divergences, total: lowerBound + compensatedSum(divergences) };
}

/** E_nu log p - E_nu log nu. */
const crossTerm = (nu: Vector, p: Vector): number =>
  compensatedSum(nu.flatMap((value, h) => (value === 0 ? [] : [value * Math.log(p[h]!), -value * Math.log(value)])));

const averaged = (law: Vector, of: (k: number) => number): number =>
  compensatedSum(law.map((mass, k) => (mass === 0 ? 0 : mass * of(k))));
