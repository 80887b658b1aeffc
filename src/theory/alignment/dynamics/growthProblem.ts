import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { addTo, dot, norm, unit, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { weightAngle } from "../population/weightAngle.js";

/** Squares of products of two must be finite. */
const LARGEST = 1e70;

export interface GrowthProblem {
  /** w_k at times[0], nodes x inputs; none is zero. */
  readonly W: Matrix;
  /** w*, the joint pull of the teacher; not zero. */
  readonly wStar: Vector;
  /** a_q, one a node. */
  readonly a: Vector;
  /** eps_k, one a node: r_k = r + eps_k w*; default zeros. */
  readonly bumps?: Vector;
}

export interface GrowthState {
  readonly W: Matrix;
  readonly norms: readonly number[];
  /** h_k = w_k.r_k / |w_k| = d ln|w_k| / dt. */
  readonly h: readonly number[];
  /** Angle of w_k to w*, radians. */
  readonly angles: readonly number[];
}

/** r_k = (1 + eps_k) w* - sum_q a_q w_q. */
export function growthResidues({ W, wStar, a, bumps }: GrowthProblem): Matrix {
  const shared = [...wStar];
  for (const [q, w] of W.entries()) addTo(shared, -a[q], w);
  return W.map((_, k) => shared.map((entry, i) => entry + (bumps?.[k] ?? 0) * wStar[i]));
}

/** Norms, growth rates and angles of a moment. */
export function observeGrowth(problem: GrowthProblem): GrowthState {
  const { W, wStar } = problem;
  const norms = W.map(norm);
  const residues = growthResidues(problem);
  return {
    W,
    norms,
    h: W.map((w, k) => dot(unit(w), residues[k])),
    angles: W.map((w) => weightAngle(w, wStar, ["W", "wStar"]).angle),
  };
}

/** @throws TheoryError "domain" unless it is a problem with nonzero weights and one coefficient a node. */
export function assertGrowth({ W, wStar, a, bumps }: GrowthProblem): void {
  assertNumbers("wStar", wStar);
  assertInteger("wStar.length", wStar.length, 1, 10_000);
  assertMatrix("W", W, { columns: wStar.length });
  assertInteger("W.length", W.length, 1, 1000);
  assertNumbers("a", a, W.length);
  if (bumps !== undefined) assertNumbers("bumps", bumps, W.length);
  for (const [name, entries] of Object.entries({ W: W.flat(), wStar, a, bumps: bumps ?? [] })) {
    const large = entries.find((entry) => Math.abs(entry) > LARGEST);
    if (large !== undefined) throw domainError(name, large, `at most ${LARGEST} in magnitude`, "Scale the problem.");
  }
  const zero = W.findIndex((w) => norm(w) === 0);
  if (zero >= 0) throw domainError(`W[${zero}]`, 0, "a nonzero weight", "A zero weight never moves: remove it.");
  if (norm(wStar) === 0) throw domainError("wStar", 0, "a nonzero vector", "Without a teacher there is no direction.");
}
