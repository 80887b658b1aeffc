/**
 * Rules for one scaled coordinate of a uniform point on the sphere S^{n-1}:
 *
 *   E f(z) = C int f(z) (1 - z^2/n)^{(n-3)/2} dz  over |z| < sqrt(n),   C such that E 1 = 1,
 *
 * and for its limit n = infinity, the standard normal. Weights are divided by their sum, so no Gamma function of a large
 * argument is needed.
 *
 * Without cuts, the trapezoid rule: in z where the weight has died out well inside the sphere, else in theta with
 * z = sqrt(n) cos(theta) and weight sin(theta)^{n-2}. It converges geometrically for even n (periodic integrand) and where
 * the weight vanishes to high order at the poles (Trefethen & Weideman, SIAM Review 56 (2014) 385); for odd n < 15 the same
 * nodes carry Clenshaw-Curtis weights times (1 - t^2)^{(n-3)/2}, a polynomial in t = cos(theta) (Waldvogel, BIT 46 (2006) 195,
 * eq. 2.5). Rules of N and 2N points are nested. With cuts, a composite rule (see `pieces.ts`) in u = pi/2 - theta.
 */
import { logCos } from "../special/logCos.js";
import { type AddNode, addPiece, type Cut, piecesOf } from "./pieces.js";
import type { Rule } from "./rule.js";

export interface SphereLineOptions {
  /** 1/n; 0 for the Gaussian limit. */
  readonly inverseDimension: number;
  /** Nodes beyond |z| = reach are left out (their weight must be negligible against the integrand). */
  readonly reach: number;
  readonly cuts: readonly Cut[];
  /** The integrand is even: only nodes z >= 0 are returned, with doubled weight. Needs cuts symmetric about 0. */
  readonly symmetric: boolean;
  /** Even. Without cuts the rule has points + 1 nodes over the whole line; with cuts a piece gets half of it. */
  readonly points: number;
}

/** log of the weight (1 - z^2/n)^{(n-3)/2}, continued to n = infinity as -z^2/2. */
function logWeight(z: number, inverse: number): number {
  const y = inverse * z * z;
  const logPerDimension = y < 1e-9 ? -0.5 * z * z * (1 + 0.5 * y) : (0.5 * Math.log1p(-y)) / inverse;
  return logPerDimension * (1 - 3 * inverse);
}

interface AngleGrid {
  /** cos and log sin of theta_j = j pi / points, j = 0 .. points / 2; the rest by symmetry. */
  readonly cosine: Float64Array;
  readonly logSine: Float64Array;
}

// Neither depends on n: made once a size.
const grids = new Map<number, AngleGrid>();
const clenshawCurtisRules = new Map<number, Float64Array>();

function angleGrid(points: number): AngleGrid {
  const known = grids.get(points);
  if (known !== undefined) return known;
  const half = points / 2;
  const cosine = new Float64Array(half + 1);
  const logSine = new Float64Array(half + 1);
  for (let j = 0; j <= half; j++) {
    cosine[j] = Math.sin((Math.PI * (half - j)) / points);
    logSine[j] = logCos((Math.PI * (half - j)) / points);
  }
  const grid = { cosine, logSine };
  grids.set(points, grid);
  return grid;
}

/** Clenshaw-Curtis weights for the integral over t = cos(theta), at theta_j, j = 0 .. points / 2. */
function clenshawCurtis(points: number): Float64Array {
  const known = clenshawCurtisRules.get(points);
  if (known !== undefined) return known;
  const half = points / 2;
  const weights = new Float64Array(half + 1);
  for (let j = 0; j <= half; j++) {
    let sum = 1;
    for (let k = 1; k <= half; k++) {
      // the index is reduced first: cos of a large multiple of pi/points would lose digits
      const turn = (2 * k * j) % (2 * points);
      sum -= ((k === half ? 1 : 2) * Math.cos((Math.PI * turn) / points)) / (4 * k * k - 1);
    }
    weights[j] = ((j === 0 ? 1 : 2) * sum) / points;
  }
  clenshawCurtisRules.set(points, weights);
  return weights;
}

/** z >= 0 from the pole down to the equator, unnormalised weights. */
function angleHalf(n: number, points: number): Rule {
  const { cosine, logSine } = angleGrid(points);
  const root = Math.sqrt(n);
  const polynomial = n % 2 === 1 && n < 15 ? clenshawCurtis(points) : null;
  const nodes = new Float64Array(cosine.length);
  const weights = new Float64Array(cosine.length);
  for (let j = 0; j < nodes.length; j++) {
    nodes[j] = root * cosine[j];
    if (polynomial !== null) weights[j] = polynomial[j] * (n === 3 ? 1 : Math.exp((n - 3) * logSine[j]));
    else if (n === 2) weights[j] = j === 0 ? 0.5 : 1;
    else weights[j] = Math.exp((n - 2) * logSine[j]);
  }
  return { nodes, weights };
}

/** The same in z itself, from the reach down to 0. */
function lineHalf(inverse: number, reach: number, points: number): Rule {
  const half = points / 2;
  const nodes = new Float64Array(half + 1);
  const weights = new Float64Array(half + 1);
  for (let j = 0; j <= half; j++) {
    nodes[j] = (reach * (half - j)) / half;
    weights[j] = Math.exp(logWeight(nodes[j], inverse));
  }
  return { nodes, weights };
}

/** Sum of weights 1; the equator, last, is shared by both halves. */
function normalisedHalf({ nodes, weights }: Rule): Rule {
  const last = weights.length - 1;
  weights[last] *= 0.5;
  let total = 0;
  for (let j = 0; j <= last; j++) total += weights[j];
  for (let j = 0; j <= last; j++) weights[j] /= total;
  return { nodes, weights };
}

function mirrored({ nodes, weights }: Rule): Rule {
  const last = nodes.length - 1;
  const z = new Float64Array(2 * last + 1);
  const w = new Float64Array(2 * last + 1);
  for (let j = 0; j < last; j++) {
    z[j] = nodes[j];
    z[2 * last - j] = -nodes[j];
    w[j] = w[2 * last - j] = 0.5 * weights[j];
  }
  z[last] = nodes[last];
  w[last] = weights[last];
  return { nodes: z, weights: w };
}

/** Gauss-Legendre or tanh-sinh on the pieces between the cuts. */
function composite(options: SphereLineOptions, useLine: boolean): Rule {
  const { inverseDimension: inverse, reach, cuts, symmetric, points } = options;
  const z: number[] = [];
  const w: number[] = [];
  const n = Math.round(1 / inverse);
  const root = Math.sqrt(n);
  const toU = (at: number) => (useLine ? at : Math.asin(Math.max(-1, Math.min(1, at / root))));
  const add: AddNode = (u, du) => {
    z.push(useLine ? u : root * Math.sin(u));
    w.push(useLine ? du * Math.exp(logWeight(u, inverse)) : n === 2 ? du : du * Math.exp((n - 2) * logCos(u)));
  };
  const end = toU(reach);
  const inU = cuts.map(({ at, oneSidedAnalytic }) => ({ at: toU(at), oneSidedAnalytic }));
  for (const piece of piecesOf(symmetric ? 0 : -end, end, inU)) addPiece(piece, points / 2, false, add);
  let total = 0;
  for (let i = 0; i < w.length; i++) total += w[i];
  const weights = new Float64Array(w);
  for (let i = 0; i < w.length; i++) weights[i] /= total;
  return { nodes: new Float64Array(z), weights };
}

/**
 * Nodes z and weights w with sum of w = 1 (with `symmetric`, over z >= 0). Geometric convergence in `points` for integrands
 * that are analytic between the cuts. Without cuts nodes descend, and every other node is the rule of half the points.
 */
export function sphereLineRule(options: SphereLineOptions): Rule {
  const { inverseDimension: inverse, reach, cuts, symmetric, points } = options;
  const useLine = inverse * reach * reach < 0.9;
  if (cuts.length > 0) return composite(options, useLine);
  const half = useLine ? lineHalf(inverse, reach, points) : angleHalf(Math.round(1 / inverse), points);
  const rule = normalisedHalf(half);
  return symmetric ? rule : mirrored(rule);
}

/**
 * Weights of the rule with options.points = fine points / stride, whose nodes are every `stride`-th of `fine`, without cuts.
 */
export function coarserWeights(options: SphereLineOptions, fine: Rule, stride: number): Float64Array {
  if (stride === 1) return fine.weights;
  const { inverseDimension: inverse, reach } = options;
  const n = Math.round(1 / inverse);
  // Clenshaw-Curtis weights of two sizes are not proportional; trapezoid ones are
  if (!(inverse * reach * reach < 0.9) && n % 2 === 1 && n < 15) return sphereLineRule(options).weights;
  const weights = new Float64Array((fine.weights.length - 1) / stride + 1);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = fine.weights[i * stride];
    total += weights[i];
  }
  for (let i = 0; i < weights.length; i++) weights[i] /= total;
  return weights;
}
