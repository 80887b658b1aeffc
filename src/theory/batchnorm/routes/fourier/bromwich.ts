/**
 * The weight that |z|^2 = n leaves on m coordinates with sum of squares u, by a numerical inverse Laplace transform. With
 * delta(n - |z|^2) = (1/2 pi i) int e^(p (n - |z|^2)) dp taken *first*, the other n-m coordinates are Gaussian integrals
 * (pi/p)^((n-m)/2), and what is left of the delta function is, with t = n - u > 0 and nu = (n-m)/2,
 *
 *   k(t) = (1/2 pi i) int_(c - i inf)^(c + i inf) e^(p t) p^-nu dp,      up to a factor: the caller normalises by E 1 = 1.
 *
 * Theorem 3 does the same with p = i lambda; integrated in the other order its integrals do not converge.
 *
 * Contour: the parabola p = (sigma/t0) (1 + i eta)^2 through the saddle point, trapezoid rule in eta (Talbot 1979; Weideman and
 * Trefethen, Math. Comp. 76 (2007) 1341-1356). Ours: sigma = max(nu, 3/2); t0 runs over a geometric grid, one contour for each
 * cell of t, narrow enough (half-width nu^(-1/2) in log t) that its saddle serves the whole cell; logarithms and a series
 * for eta - atan(eta), so that nu = 5e7 costs no digits: measured 1e-14 relative against t^(nu-1).
 */

/** log of the size below which contour nodes are left out; the edge of a cell raises them by a few units. */
const DROP = 52;

/** eta - atan(eta), eta > 0. */
function excess(eta: number): number {
  if (eta > 0.3) return eta - Math.atan(eta);
  const y = eta * eta;
  let sum = 0;
  for (let k = 14; k >= 1; k--) sum = 1 / (2 * k + 1) - y * sum;
  return eta * y * sum;
}

export class BromwichWeight {
  readonly #power: number;
  readonly #sigma: number;
  readonly #cell: number;
  readonly #step: number;
  /** Real and imaginary parts of the contour weights, halves for eta = 0. */
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;

  /** `spacing` 1 is at rounding; a smaller one gives other nodes for an error estimate. */
  constructor(power: number, spacing: number) {
    this.#power = power;
    this.#sigma = Math.max(power, 1.5);
    this.#cell = Math.min(0.6, 2 / Math.sqrt(power));
    this.#step = spacing * Math.min(0.11, 0.28 / Math.sqrt(power));
    const real: number[] = [];
    const imaginary: number[] = [];
    for (let j = 0; ; j++) {
      const eta = j * this.#step;
      const decay = this.#sigma * eta * eta + power * Math.log1p(eta * eta);
      if (decay > DROP) break;
      const phase = 2 * (power * excess(eta) + (this.#sigma - power) * eta);
      const size = (j === 0 ? 0.5 : 1) * Math.exp(-decay);
      real.push(size * (Math.cos(phase) - eta * Math.sin(phase)));
      imaginary.push(size * (Math.sin(phase) + eta * Math.cos(phase)));
    }
    this.#real = Float64Array.from(real);
    this.#imaginary = Float64Array.from(imaginary);
  }

  /** k(t) / n^(nu-1), times a constant, given log(t/n). */
  at(logRatio: number): number {
    const index = Math.round(logRatio / this.#cell);
    const shift = this.#sigma * Math.expm1(logRatio - index * this.#cell);
    // e^(shift (1 + i eta)^2) on the grid of eta: a rotation, and a Gaussian whose ratios form a geometric sequence.
    const h = this.#step;
    const cosine = Math.cos(2 * shift * h);
    const sine = Math.sin(2 * shift * h);
    const square = Math.exp(-2 * shift * h * h);
    let ratio = Math.exp(-shift * h * h);
    let [x, y] = [1, 0];
    let sum = 0;
    for (let j = 0; j < this.#real.length; j++) {
      sum += this.#real[j] * x - this.#imaginary[j] * y;
      const next = ratio * (x * cosine - y * sine);
      y = ratio * (x * sine + y * cosine);
      x = next;
      ratio *= square;
    }
    return h * sum * Math.exp(shift + (this.#power - 1) * index * this.#cell);
  }
}
