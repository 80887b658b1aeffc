/**
 * Rules for one scaled coordinate of a uniform point on the sphere S^{n-1}:
 *
 *   E f(z) = C int f(z) (1 - z^2/n)^{(n-3)/2} dz  over |z| < sqrt(n),   C such that E 1 = 1,
 *
 * and for its limit n = infinity, the standard normal. With z = sqrt(n) sin(u) the weight is cos(u)^{n-2}, which is
 * analytic for every integer n >= 2. Weights are divided by their sum, so no Gamma function of a large argument is needed.
 *
 * Without cuts: the midpoint rule in u, which converges geometrically when n is even (periodic integrand) or the weight
 * vanishes to high order at the poles; for odd n < 15 the weight in t = sin u is a polynomial and Gauss-Legendre in t
 * takes its place (Trefethen & Weideman, SIAM Review 56 (2014) 385). With cuts: a composite rule in u.
 */
import { logCos } from "../special/logCos.js";
import { type AddNode, addPiece, type Cut, cachedLegendre, piecesOf } from "./pieces.js";
import type { Rule } from "./rule.js";

export interface SphereLineOptions {
  /** 1/n; 0 for the Gaussian limit. */
  readonly inverseDimension: number;
  /** Nodes beyond |z| = reach are left out (their weight must be negligible against the integrand). */
  readonly reach: number;
  readonly cuts: readonly Cut[];
  /** The integrand is even: only nodes z > 0 are returned, with doubled weight. Needs cuts symmetric about 0. */
  readonly symmetric: boolean;
  /** Number of points over the whole line without cuts; half of it goes to each piece with cuts. */
  readonly points: number;
}

/** log of the weight (1 - z^2/n)^{(n-3)/2}, continued to n = infinity as -z^2/2. */
function logWeight(z: number, inverse: number): number {
  const y = inverse * z * z;
  const logPerDimension = y < 1e-9 ? -0.5 * z * z * (1 + 0.5 * y) : (0.5 * Math.log1p(-y)) / inverse;
  return logPerDimension * (1 - 3 * inverse);
}

/** Gauss-Legendre in t for odd n < 15: the weight is the polynomial (1 - t^2)^{(n-3)/2}. */
function addPolynomialWeight(n: number, { points, symmetric }: SphereLineOptions, add: AddNode): void {
  const { nodes, weights } = cachedLegendre(points);
  for (let i = 0; i < nodes.length; i++) {
    const t = nodes[i];
    if (symmetric && t <= 0) continue;
    add(Math.sqrt(n) * t, weights[i] * (1 - t * t) ** ((n - 3) / 2));
  }
}

/**
 * Nodes z and weights w with sum of w = 1 (with `symmetric`, over the positive half). Geometric convergence in `points`
 * for integrands that are analytic between the cuts.
 */
export function sphereLineRule(options: SphereLineOptions): Rule {
  const { inverseDimension: inverse, reach, cuts, symmetric, points } = options;
  const z: number[] = [];
  const w: number[] = [];
  const push: AddNode = (node, weight) => {
    z.push(node);
    w.push(weight);
  };
  const n = Math.round(1 / inverse);
  // Where the nodes stay well inside the sphere, z itself is as good a variable as the angle, and n = infinity is no special case.
  const useLine = inverse * reach * reach < 0.15;
  const root = Math.sqrt(n);
  const toU = (at: number) => (useLine ? at : Math.asin(Math.max(-1, Math.min(1, at / root))));
  const add: AddNode = useLine
    ? (u, du) => push(u, du * Math.exp(logWeight(u, inverse)))
    : (u, du) => push(root * Math.sin(u), n === 2 ? du : du * Math.exp((n - 2) * logCos(u)));
  const end = toU(reach);
  const start = symmetric ? 0 : -end;
  if (cuts.length > 0) {
    const inU = cuts.map(({ at, oneSidedAnalytic }) => ({ at: toU(at), oneSidedAnalytic }));
    for (const piece of piecesOf(start, end, inU)) addPiece(piece, points / 2, false, add);
  } else if (!useLine && n % 2 === 1 && n < 15) {
    addPolynomialWeight(n, options, push);
  } else {
    const count = symmetric ? points / 2 : points;
    const step = (end - start) / count;
    for (let i = 0; i < count; i++) add(start + (i + 0.5) * step, step);
  }
  return normalised(z, w);
}

function normalised(z: readonly number[], w: readonly number[]): Rule {
  let total = 0;
  for (let i = 0; i < w.length; i++) total += w[i];
  const nodes = new Float64Array(z.length);
  const weights = new Float64Array(w.length);
  for (let i = 0; i < w.length; i++) {
    nodes[i] = z[i];
    weights[i] = w[i] / total;
  }
  return { nodes, weights };
}
