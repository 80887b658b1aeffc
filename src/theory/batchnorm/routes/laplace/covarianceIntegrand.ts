/** The integrands of laplaceCovariance.ts, all entries at once, in r = log s (so with the power of s one higher). */
import type { CentredSpectrum } from "./centredSpectrum.js";
import type { HomogeneousKernel } from "./homogeneousKernel.js";

/** Copies of a sample stay copies: rounding must not part them where the kernel is not smooth at |c| = 1. */
function snapped(c: number): number {
  return 1 - Math.abs(c) < 4e-15 ? Math.sign(c) : c;
}

/** The integrand of all entries i <= j at one s, added to a running sum. */
export class CovarianceIntegrand {
  evals = 0;
  /** Entries i <= j. */
  readonly count: number;
  readonly #kernel: HomogeneousKernel;
  readonly #spectrum: CentredSpectrum;
  readonly #byParts: boolean;
  readonly #scaled: Float64Array;
  readonly #square: Float64Array;

  constructor(kernel: HomogeneousKernel, spectrum: CentredSpectrum, byParts: boolean) {
    this.count = (spectrum.size * (spectrum.size + 1)) / 2;
    this.#kernel = kernel;
    this.#spectrum = spectrum;
    this.#byParts = byParts;
    this.#scaled = new Float64Array(spectrum.rows.length);
    this.#square = new Float64Array(spectrum.rows.length);
  }

  /** log of the size of s^p det^(-1/2) (tr C)^p, which bounds the integrand's decay at both ends. */
  envelope(r: number): number {
    const power = this.#power;
    let trace = 0;
    let logDet = 0;
    for (const lambda of this.#spectrum.eigenvalues) {
      const y = 2 * Math.exp(r) * lambda;
      trace += lambda / (1 + y);
      logDet += Math.log1p(y);
    }
    return power * (r + Math.log(trace)) - 0.5 * logDet;
  }

  get #power(): number {
    return this.#byParts ? this.#kernel.degree + 1 : this.#kernel.degree;
  }

  /** r = -Infinity is s = 0. */
  addTo(sum: Float64Array, r: number): void {
    const { size, rank, eigenvalues, rows } = this.#spectrum;
    const s = Math.exp(r);
    const power = this.#power;
    let trace = 0;
    let logDet = 0;
    for (let k = 0; k < rank; k++) {
      const factor = 1 / (1 + 2 * s * eigenvalues[k]);
      const root = Math.sqrt(factor);
      trace += eigenvalues[k] * factor;
      logDet -= Math.log(factor);
      for (let i = 0; i < size; i++) {
        this.#scaled[i * rank + k] = rows[i * rank + k] * root;
        this.#square[i * rank + k] = rows[i * rank + k] * root * factor * eigenvalues[k];
      }
    }
    this.#addEntries(sum, Math.exp((power === 0 ? 0 : power * r) - 0.5 * logDet), trace);
    this.evals++;
  }

  /** Every entry of weight * K, or of -weight * d(det^(-1/2) K)/ds / det^(-1/2). */
  #addEntries(sum: Float64Array, weight: number, trace: number): void {
    const { size } = this.#spectrum;
    const kernel = this.#kernel;
    const deviations = new Float64Array(size);
    const rates = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      const variance = this.#dot(this.#scaled, i, i);
      deviations[i] = Math.sqrt(variance);
      rates[i] = variance > 0 ? (-2 * this.#dot(this.#square, i, i)) / variance : 0;
    }
    for (let i = 0, at = 0; i < size; i++) {
      for (let j = i; j < size; j++, at++) {
        const scale = deviations[i] * deviations[j];
        if (scale === 0) continue; // phi(0) = 0
        const c = i === j ? 1 : snapped(this.#dot(this.#scaled, i, j) / scale);
        if (!this.#byParts) {
          sum[at] += weight * kernel.value(deviations[i], deviations[j], c);
          continue;
        }
        const turn = (-2 * this.#dot(this.#square, i, j)) / scale - 0.5 * c * (rates[i] + rates[j]);
        const moved = kernel.change(deviations[i], deviations[j], c, rates[i], rates[j], turn);
        sum[at] += weight * (trace * kernel.value(deviations[i], deviations[j], c) - moved);
      }
    }
  }

  /** (A A^T)_ij or (A D A^T)_ij: `left` holds the rows already weighted. */
  #dot(left: Float64Array, i: number, j: number): number {
    const { rank } = this.#spectrum;
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += left[i * rank + k] * this.#scaled[j * rank + k];
    return sum;
  }
}
