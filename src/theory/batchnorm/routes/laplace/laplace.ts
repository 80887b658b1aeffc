/**
 * BSB1 of a positively homogeneous activation from Laplace integrals (Theorem 2; Theorem 8's quantities from the definitions).
 *
 * All of them are spherical means of homogeneous functions of two samples (sphericalMean.ts). Ours, the forms: with
 * d = phi(z1) - phi(z2), which kills what a constant or a single sample contributes, so that nothing cancels when phi is
 * nearly constant,
 *
 *   mu = w E d^2 / 2,   fwd_L = n/(n-1) E[d^2 (z1^2-1)] / E d^2,   fwd_M = -(n/B) E[d^2 k] / E d^2,
 *   k = z1 z2 + n s^2/(n-1)^2 - (B - z1^2 - z2^2 - s^2/(n-1)) / ((n-1)(n-2)),   s = z1 + z2,
 *   bwd_G = w/(mu (n-2)) E[phi1'^2 (n-z1^2) + phi1' phi2' (1+z1 z2)],
 *   bwd_L = w/(mu (n-2)) E[phi1'^2 (n-z1^2) (n-1-z1^2)/n + 2/(n-1) phi1' phi2' (1+z1 z2) (n-1-z1^2)],
 *   bwd_M = w B/(mu (n-2)) E[phi1' phi2' K],
 *   K = 1 - (z1^2+z2^2+s^2/(n-1))/B + 2 z1 z2 k / B^2.
 *
 * They follow from dV[D]_ij = n/(2 mu) E[phi_i phi_j x^T D x] (the Gaussian score; x = z/sqrt(B), tr D = 0) and
 * J = diag(phi') sqrt(B)/|y| (G - x x^T), E B/|y|^2 = B/(mu (n-2)), by averaging the other samples: given z1 and z2 they
 * have mean -s/(n-1) and a residual uniform on a sphere of n-2 dimensions; k and K are what D in M leaves of x^T D x and
 * of (G - x x^T) D (G - x x^T).
 */
import { meanChiSquared } from "../../../../numeric/special/meanChi.js";
import type { Homogeneity } from "../../../../symbolic/activation/activation.js";
import type { Problem } from "../../problem.js";
import type { Approximation, Quantity, Route } from "../../route.js";
import { Measured } from "./measured.js";
import { SphericalMeans } from "./sphericalMean.js";

/** Below this degree d^2 is too singular where a sample vanishes, and is expanded. */
const EXPANDED_BELOW = -0.25;
/** phi' is not integrable for a <= 0; up to this degree the integral of phi1' phi2' has a tail below the smallest double. */
const SMALLEST_SLOPE = 0.06;
/** Half a unit more than the trapezoid rule can certify. */
const FINEST = 2e-15;

class HomogeneousPair {
  readonly means: SphericalMeans;
  readonly n: number;
  readonly degree: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  readonly #homogeneity: Homogeneity;

  constructor(homogeneity: Homogeneity, n: number, tolerance: number) {
    this.means = new SphericalMeans(n, tolerance);
    this.n = n;
    this.#homogeneity = homogeneity;
    this.degree = homogeneity.degree;
    this.sum = homogeneity.right + homogeneity.left;
    this.sumOfSquares = homogeneity.right ** 2 + homogeneity.left ** 2;
  }

  readonly #phi = (z: number): number => {
    const { degree, left, right } = this.#homogeneity;
    return z > 0 ? right * z ** degree : left * (-z) ** degree;
  };

  readonly #slope = (z: number): number => {
    const { degree, left, right } = this.#homogeneity;
    return z > 0 ? right * degree * z ** (degree - 1) : -left * degree * (-z) ** (degree - 1);
  };

  /** E phi^2 |z|^extra. */
  square(extra = 0): Measured {
    return this.means.moment(2 * this.degree + extra).scaled(this.sumOfSquares / 2);
  }

  /** E[phi(z1) phi(z2) p(z1, z2)], p homogeneous. */
  product(extra: number, p: (z1: number, z2: number) => number): Measured {
    const f = (z1: number, z2: number) => this.#phi(z1) * this.#phi(z2) * p(z1, z2);
    return this.means.pair(2 * this.degree + extra, this.degree + 1, f);
  }

  /** E[d^2 p(z1, z2)]. */
  differenceSquared(extra: number, p: (z1: number, z2: number) => number): Measured {
    const f = (z1: number, z2: number) => (this.#phi(z1) - this.#phi(z2)) ** 2 * p(z1, z2);
    return this.means.pair(2 * this.degree + extra, Math.min(1, 2 * this.degree + 1), f);
  }

  /** E[phi'(z1) phi'(z2) p(z1, z2)]. */
  slopes(extra: number, p: (z1: number, z2: number) => number): Measured {
    const f = (z1: number, z2: number) => this.#slope(z1) * this.#slope(z2) * p(z1, z2);
    return this.means.pair(2 * this.degree - 2 + extra, this.degree, f);
  }
}

const one = () => 1;

/** z1^2 + z2^2 + s^2/(n-1): B times the squared projection of x on the plane of the two samples. */
const projection = (n: number) => (z1: number, z2: number) => z1 * z1 + z2 * z2 + (z1 + z2) ** 2 / (n - 1);

/** The quadratic part of k; the rest is -B/((n-1)(n-2)). */
const quadraticOfM = (n: number) => (z1: number, z2: number) =>
  z1 * z2 + (n * (z1 + z2) ** 2) / (n - 1) ** 2 + projection(n)(z1, z2) / ((n - 1) * (n - 2));

/** E d^2, E[d^2 (z1^2-1)] and E[d^2 k]. */
function differences(pair: HomogeneousPair): { d2: Measured; ofL: Measured; ofM: Measured } {
  const { n } = pair;
  const meanSquare = (z1: number, z2: number) => (z1 * z1 + z2 * z2) / 2;
  const constant = -(n + 1) / ((n - 1) * (n - 2));
  if (pair.degree >= EXPANDED_BELOW) {
    const d2 = pair.differenceSquared(0, one);
    const ofL = pair.differenceSquared(2, meanSquare).minus(d2);
    return { d2, ofL, ofM: pair.differenceSquared(2, quadraticOfM(n)).plus(d2.scaled(constant)) };
  }
  const product = pair.product(0, one);
  const single = pair.square();
  const singleL = pair.square(2).minus(single);
  const ofL = pair.product(2, meanSquare).minus(product).scaled(-2);
  const ofM = pair.product(2, quadraticOfM(n)).plus(product.scaled(constant));
  return {
    d2: single.minus(product).scaled(2),
    ofL: ofL.plus(singleL.scaled(1 - 1 / n)),
    ofM: ofM.scaled(-2),
  };
}

type Results = { -readonly [K in Quantity]?: Approximation };

function backward(pair: HomogeneousPair, perLayer: Measured, out: Results): void {
  const { n, degree: a } = pair;
  const square = a > 0.5;
  if (!square) out.backwardG = out.backwardL = { value: Number.POSITIVE_INFINITY, error: 0 };
  if (a < SMALLEST_SLOPE) return;
  const s0 = pair.slopes(0, one);
  const s2 = pair.slopes(2, (z1, z2) => z1 * z2);
  const along = (z1: number, z2: number) =>
    -projection(n)(z1, z2) / (n + 1) - (2 * z1 * z2) / ((n + 1) * (n - 1) * (n - 2));
  const twice = (z1: number, z2: number) => (2 * z1 * z2 * quadraticOfM(n)(z1, z2)) / (n + 1) ** 2;
  const ofM = s0.plus(pair.slopes(2, along)).plus(pair.slopes(4, twice));
  out.backwardM = ofM.times(perLayer).scaled(n + 1);
  if (!square) return;
  const t0 = pair.means.moment(2 * a - 2).scaled((a * a * pair.sumOfSquares) / 2);
  const t2 = pair.square().scaled(a * a);
  const t4 = pair.square(2).scaled(a * a);
  out.backwardG = t0.scaled(n).minus(t2).plus(s0).plus(s2).times(perLayer);
  const single = t0
    .scaled(n - 1)
    .minus(t2.scaled(2 - 1 / n))
    .plus(t4.scaled(1 / n));
  const cross2 = pair.slopes(2, (z1, z2) => z1 * z2 - (z1 * z1 + z2 * z2) / (2 * (n - 1)));
  const cross4 = pair.slopes(4, (z1, z2) => (z1 * z2 * (z1 * z1 + z2 * z2)) / (2 * (n - 1)));
  out.backwardL = s0.plus(cross2).minus(cross4).scaled(2).plus(single).times(perLayer);
}

function solve(problem: Problem, tolerance: number): { quantities: Results; evals: number } {
  const { psi, batch, weightVariance: w } = problem;
  const homogeneity = psi.facts.homogeneity.value as Homogeneity;
  const n = batch - 1;
  const pair = new HomogeneousPair(homogeneity, n, Math.max(FINEST, tolerance / 100));
  const a = pair.degree;
  const { d2, ofL, ofM } = differences(pair);
  const q = pair.square();
  const mu = d2.scaled(w / 2);
  const mean = pair.means.moment(a).scaled(pair.sum / 2);
  const linear = pair.means.moment(a + 1).scaled((homogeneity.right - homogeneity.left) / 2);
  const out: Results = {
    q: q.scaled(w),
    c: pair.product(0, one).over(q),
    mu,
    forwardG: { value: 0, error: 0 },
    forwardL: ofL.over(d2).scaled(n / (n - 1)),
    forwardM: ofM.over(d2).scaled(-n / (n + 1)),
    crossC: mean.times(mean).scaled(w),
    crossEigenvalue: linear
      .times(linear)
      .over(mu)
      .scaled(w * (1 + 1 / n) * meanChiSquared(n)),
  };
  backward(pair, new Measured(w / (n - 2), 0).over(mu), out);
  return { quantities: out, evals: pair.means.evals };
}

/** Positively homogeneous activations without epsilon, B from 4 to 1e8. One solve takes a millisecond. */
export const laplace: Route = {
  name: "laplace",
  refusal({ psi, batch, epsilon }) {
    const homogeneity = psi.facts.homogeneity.value;
    if (homogeneity === null) return "the Laplace integral needs a positively homogeneous activation";
    if (homogeneity.degree <= -0.5) return "E phi(z)^2 diverges for a degree of -1/2 or less";
    if (psi.facts.constant.value) return "the activation is constant";
    if (epsilon > 0) return "the Laplace integral needs epsilon = 0: batch norm with epsilon is not scale-invariant";
    if (batch < 4) return "the Laplace route needs a batch of at least 4";
    if (!Number.isFinite(batch)) return "the Laplace integral over the norm of a batch needs a finite batch";
    return null;
  },
  solve(problem, _extent, tolerance) {
    return { ...solve(problem, tolerance), collapsed: false };
  },
};
