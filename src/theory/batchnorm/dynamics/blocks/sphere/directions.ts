/**
 * The law of a batch y = G h, h Gaussian with the covariance of two groups, as a weighted list of what the groups see:
 * the two group means m_a and the spreads s_a of the normalised values u = sqrt(B) y / rho, rho^2 = |y|^2 + B eps. Given these,
 * group a is m_a + s_a z with z the scaled coordinates of a uniform point of the sphere S^{b_a-2}, both groups independent.
 *
 * With kappa = g/chi, g the standardised between-coordinate and chi^2 the sum of squares of all others, w the share of group 1
 * in chi^2, and R^2 the sum of all squares, independent of both:
 *
 *   kappa ~ (1 + kappa^2)^{-(B-1)/2},   w ~ Beta((b_1-1)/2, (b_2-1)/2),   R^2 ~ chi^2_{B-1},
 *   |y|^2 = R^2 D/(1 + kappa^2),   D = between kappa^2 + within_1 w + within_2 (1-w),
 *   m_1 = tau sqrt(b_2/(b_1 B)), m_2 = -tau sqrt(b_1/(b_2 B)), tau = sqrt(B between) kappa / sqrt(D) x,
 *   s_1 = sqrt(B within_1 w/(D b_1)) x, s_2 = sqrt(B within_2 (1-w)/(D b_2)) x,   x = |y|/rho.
 *
 * Without epsilon x = 1 and R^2 enters through E R^2 = B-1 and E R^-2 = 1/(B-3) only. kappa and w are trapezoid sums after a
 * substitution that makes the integrand analytic in a strip of half-width pi/2: kappa = k0 sinh t (k0 the smaller of 1 and
 * sqrt(D(0)/between); each half line apart, k0 exp(t - exp(-t)), where psi has breakpoints), logit w = 2 t.
 * R^2 has a Gauss-Laguerre rule. (Ours.)
 */
import { gaussLaguerre } from "../../../../../numeric/quadrature/gaussLaguerre.js";
import type { BlockState } from "../blockState.js";

export interface Direction {
  weight: number;
  readonly means: [number, number];
  readonly spreads: [number, number];
  /** E[B/rho^2] and E[rho^2/B] given the direction. */
  inverseSquare: number;
  square: number;
}

export interface DirectionOptions {
  readonly epsilon: number;
  /** psi has breakpoints: the two signs of kappa are integrated apart. */
  readonly broken: boolean;
  /** Nodes per unit; 1 is enough for smooth psi. */
  readonly density: number;
  /** What is below exp(-drop) of the largest density is left out. */
  readonly drop: number;
}

interface Nodes {
  readonly at: readonly number[];
  readonly weights: readonly number[];
}

function normalise(at: number[], logs: number[]): Nodes {
  const top = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - top));
  const total = raw.reduce((sum, x) => sum + x, 0);
  return { at, weights: raw.map((x) => x / total) };
}

/** A trapezoid sum of a log-concave density exp(log(t)) about its peak, out to exp(-drop). */
function line(log: (t: number) => number, peak: number, step: number, drop: number): Nodes {
  const at: number[] = [];
  const logs: number[] = [];
  const top = log(peak);
  for (const sign of [1, -1]) {
    for (let k = sign === 1 ? 0 : 1; k < 4000; k++) {
      const t = peak + sign * k * step;
      const value = log(t);
      if (value < top - drop) break;
      at.push(t);
      logs.push(value);
    }
  }
  return normalise(at, logs);
}

/** Nodes of w as logit halves t: w = 1/(1 + exp(-2t)). One node where a group has a single sample. */
function shares(sizes: readonly [number, number], { density, drop }: DirectionOptions): Nodes {
  const p = (sizes[0] - 1) / 2;
  const q = (sizes[1] - 1) / 2;
  if (p === 0 || q === 0) return { at: [p === 0 ? -Infinity : Infinity], weights: [1] };
  const log = (t: number) => -p * Math.log1p(Math.exp(-2 * t)) - q * Math.log1p(Math.exp(2 * t));
  const width = 0.5 * Math.sqrt((p + q) / (p * q));
  return line(log, 0.5 * Math.log(p / q), Math.min(0.35, 0.8 * width) / density, drop);
}

/** Nodes of kappa with the density (1 + kappa^2)^{-(batch-1)/2}. */
function slopes(batch: number, scale: number, { broken, density, drop }: DirectionOptions): Nodes {
  const log = (kappa: number) => -0.5 * (batch - 1) * Math.log1p(kappa * kappa);
  const bulk = 1 / Math.sqrt(batch - 1);
  if (!broken) {
    const step = Math.min(0.3, (0.8 * bulk) / scale) / density;
    const { at, weights } = line((t) => log(scale * Math.sinh(t)) + Math.log(Math.cosh(t)), 0, step, drop);
    return { at: at.map((t) => scale * Math.sinh(t)), weights };
  }
  const size = Math.min(bulk, scale);
  const largest = Math.sqrt(Math.expm1((2 * drop) / (batch - 2)));
  const at: number[] = [];
  const logs: number[] = [];
  for (let t = -3.7; t <= Math.log(largest / size) + 1; t += 0.2 / density) {
    const kappa = size * Math.exp(t - Math.exp(-t));
    const value = log(kappa) + Math.log(kappa) + Math.log1p(Math.exp(-t));
    at.push(kappa, -kappa);
    logs.push(value, value);
  }
  return normalise(at, logs);
}

/** R^2 ~ chi^2_{batch-1}: twice a Gamma variable. */
function radii(batch: number, density: number): Nodes {
  // a large batch has a narrow law
  const points = 4 + 24 / Math.sqrt(batch - 1);
  const { nodes, weights } = gaussLaguerre(Math.round(points * density), (batch - 3) / 2);
  return { at: [...nodes].map((x) => 2 * x), weights: [...weights] };
}

/** Calls `visit` for every direction; the object is reused. Weights sum to 1. Needs B >= 4 and a state that is not 0. */
export function forEachDirection(
  state: BlockState,
  options: DirectionOptions,
  visit: (direction: Readonly<Direction>) => void,
): void {
  const { sizes, between, within } = state;
  const [one, two] = sizes;
  const batch = one + two;
  const { epsilon, density, drop } = options;
  const direction: Direction = { weight: 0, means: [0, 0], spreads: [0, 0], inverseSquare: 0, square: 0 };
  const share = shares(sizes, options);
  const negligible = Math.exp(-drop);
  const radius = epsilon > 0 ? radii(batch, density) : { at: [1], weights: [1] };
  const toMeans = [Math.sqrt(two / (one * batch)), -Math.sqrt(one / (two * batch))] as const;
  for (let i = 0; i < share.at.length; i++) {
    const t = share.at[i]!;
    const inside = [within[0] / (1 + Math.exp(-2 * t)), within[1] / (1 + Math.exp(2 * t))] as const;
    const rest = inside[0] + inside[1];
    const scale = Math.max(1e-8, Math.min(1, Math.sqrt(rest / between)));
    const slope = slopes(batch, scale, options);
    for (let j = 0; j < slope.at.length; j++) {
      const kappa = slope.at[j]!;
      const square = between * kappa * kappa + rest;
      const perRadius = square / (1 + kappa * kappa);
      for (let k = 0; k < radius.at.length; k++) {
        const radiusSquare = radius.at[k]!;
        const signal = epsilon > 0 ? (radiusSquare * perRadius) / (radiusSquare * perRadius + batch * epsilon) : 1;
        const unit = Math.sqrt((batch * signal) / square);
        const tau = unit * Math.sqrt(between) * kappa;
        direction.weight = share.weights[i]! * slope.weights[j]! * radius.weights[k]!;
        direction.means[0] = tau * toMeans[0];
        direction.means[1] = tau * toMeans[1];
        direction.spreads[0] = unit * Math.sqrt(inside[0] / one);
        direction.spreads[1] = unit * Math.sqrt(inside[1] / two);
        if (epsilon > 0) {
          direction.square = (radiusSquare * perRadius) / batch + epsilon;
          direction.inverseSquare = 1 / direction.square;
        } else {
          direction.square = ((batch - 1) * perRadius) / batch;
          direction.inverseSquare = batch / ((batch - 3) * perRadius);
        }
        if (direction.weight * Math.max(1, direction.inverseSquare) > negligible) visit(direction);
      }
    }
  }
}
