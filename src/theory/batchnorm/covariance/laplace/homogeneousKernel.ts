/**
 * The Gaussian kernel of a positively homogeneous phi (right x^a for x > 0, left |x|^a for x < 0), and how it moves with the
 * covariance:
 *
 *   K_ij(C) = E[phi(y_i) phi(y_j) : y ~ N(0, C)] = (C_ii C_jj)^(a/2) k(c),   c = C_ij / sqrt(C_ii C_jj),
 *   k(c) = e_a ((right^2 + left^2) J_a(c) + 2 right left J_a(-c)),   e_a = E relu(z)^(2a) = 2^(a-1) Gamma(a+1/2) / sqrt(pi).
 *
 * Source: Cho and Saul, NIPS 2009; the paper's H.2 and I.7 (whose left coefficient has the opposite sign). Ours, for speed: k to
 * rounding of k(1), from elementary forms for a = 0, 1, 2; else, for |c| <= 0.8, Chebyshev series in c^2 of the even part and of
 * the odd part over c, whose only singularity, c^2 = 1, is at 4 on the scale of the ellipse: 28 terms; nearer to +-1, a series for each
 * octave of 1 - |c|, whose singularity at 0 is as far for all of them: 24 terms, made when first met. 8 to 50 ns a value.
 */
import { arccosineKernel } from "../../../../numeric/special/arccosineKernel.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import type { Homogeneity } from "../../../../symbolic/activation/activation.js";

const INNER = 0.8;
const TERMS = 28;
/** Nearer to +-1, c's own rounding is half of its digits. */
const CLOSEST = 2 ** -27;
const OCTAVE_TERMS = 24;

export class HomogeneousKernel {
  readonly degree: number;
  /** k(c), of absolute accuracy 4e-16 k(1) or so; c is clamped to [-1, 1]. */
  readonly shape: (c: number) => number;
  readonly #unit: number;
  readonly #squares: number;
  readonly #twice: number;

  constructor({ degree, left, right }: Homogeneity) {
    this.degree = degree;
    // Gamma(a+1/2) / sqrt(pi), by the recurrence where a+1/2 is small.
    this.#unit = (2 ** (degree - 1) * gammaRatio(0.5, degree + 1)) / (degree + 0.5);
    this.#squares = left * left + right * right;
    this.#twice = 2 * left * right;
    this.shape = this.#makeShape();
  }

  #makeShape(): (c: number) => number {
    const { degree } = this;
    const even = (this.#unit * (this.#squares + this.#twice)) / 2;
    const odd = (this.#unit * (this.#squares - this.#twice)) / 2;
    // J(c) +- J(-c), by theta' = pi/2 + asin c
    const turn = Math.PI / 2;
    if (degree === 0) return (c) => even + (odd * Math.asin(clamped(c))) / turn;
    if (degree === 1) {
      return (x) => {
        const c = clamped(x);
        return odd * c + (even / turn) * (Math.sqrt((1 - c) * (1 + c)) + Math.asin(c) * c);
      };
    }
    if (degree === 2) {
      return (x) => {
        const c = clamped(x);
        const square = 1 + 2 * c * c;
        const rest = 3 * c * Math.sqrt((1 - c) * (1 + c)) + Math.asin(c) * square;
        return (even * square + (odd / turn) * rest) / 3;
      };
    }
    return this.#tabulated(even, odd);
  }

  #tabulated(even: number, odd: number): (c: number) => number {
    const { degree } = this;
    const plus = (t: number) => {
      const c = Math.sqrt(t);
      return arccosineKernel(degree, c).value + arccosineKernel(degree, -c).value;
    };
    const minus = (t: number) => {
      const c = Math.sqrt(t);
      return (arccosineKernel(degree, c).value - arccosineKernel(degree, -c).value) / c;
    };
    const [evens, odds] = [plus, minus].map((f) => chebyshev(f, 0, INNER ** 2, TERMS));
    const octaves = this.#octaves();
    return (x) => {
      const c = clamped(x);
      if (Math.abs(c) > INNER) return octaves(c);
      const y = (2 * c * c) / INNER ** 2 - 1;
      return even * clenshaw(evens, y) + odd * c * clenshaw(odds, y);
    };
  }

  /** k near c = +-1. */
  #octaves(): (c: number) => number {
    const { degree } = this;
    const exact = (c: number) => {
      const same = this.#squares * arccosineKernel(degree, c).value;
      return this.#unit * (this.#twice === 0 ? same : same + this.#twice * arccosineKernel(degree, -c).value);
    };
    /** k at |c| = 1 - t, which is no double: at the nearest one, and what the slope adds. */
    const near = (side: number, t: number) => {
      const rounded = 1 - t;
      const c = side === 1 ? rounded : -rounded;
      const moved = 1 - rounded - t;
      const slope =
        this.#unit *
        (this.#squares * arccosineKernel(degree, c).derivative - this.#twice * arccosineKernel(degree, -c).derivative);
      return exact(c) + (side === 1 ? moved : -moved) * slope;
    };
    const ends = [exact(-1), exact(1)];
    const tables: (Float64Array | undefined)[][] = [[], []];
    return (c) => {
      const side = c > 0 ? 1 : 0;
      const distance = 1 - Math.abs(c);
      if (distance < 2 ** -52) return ends[side];
      if (distance < CLOSEST) return exact(c);
      const octave = Math.floor(-Math.log2(distance));
      const low = 2 ** -(octave + 1);
      let table = tables[side][octave];
      if (table === undefined) {
        table = chebyshev((t) => near(side, t), low, 2 * low, OCTAVE_TERMS);
        tables[side][octave] = table;
      }
      return clenshaw(table, (2 * distance - 3 * low) / low);
    };
  }

  /** K_ij's rate (parallel samples stay parallel) when log C_ii, log C_jj and c move at the rates given. */
  change(si: number, sj: number, c: number, ri: number, rj: number, dc: number): number {
    const plus = arccosineKernel(this.degree, c);
    const minus = this.#twice === 0 ? { value: 0, derivative: 0 } : arccosineKernel(this.degree, -c);
    let rate = 0.5 * this.degree * (ri + rj) * (this.#squares * plus.value + this.#twice * minus.value);
    if (Math.abs(c) < 1) {
      const slope = this.#squares * plus.derivative - (this.#twice === 0 ? 0 : this.#twice * minus.derivative);
      rate += dc * slope;
    }
    return this.#unit * rate * (si * sj) ** this.degree;
  }

  /** (si sj)^a, the rest of K_ij. */
  size(si: number, sj: number): number {
    const { degree } = this;
    return degree === 1 ? si * sj : (si * sj) ** degree;
  }
}

const clamped = (c: number): number => (c > 1 ? 1 : c < -1 ? -1 : c);

/** Coefficients on [from, to], the first one halved. */
function chebyshev(f: (t: number) => number, from: number, to: number, terms: number): Float64Array {
  const angles = Array.from({ length: terms }, (_, j) => (Math.PI * (j + 0.5)) / terms);
  const values = angles.map((angle) => f(from + ((to - from) * (1 + Math.cos(angle))) / 2));
  return Float64Array.from({ length: terms }, (_, k) => {
    const sum = values.reduce((total, value, j) => total + value * Math.cos(k * angles[j]), 0);
    return ((k === 0 ? 1 : 2) * sum) / terms;
  });
}

function clenshaw(coefficients: Float64Array, y: number): number {
  let [b1, b2] = [0, 0];
  for (let k = coefficients.length - 1; k > 0; k--) {
    const b = coefficients[k] + 2 * y * b1 - b2;
    b2 = b1;
    b1 = b;
  }
  return coefficients[0] + y * b1 - b2;
}
