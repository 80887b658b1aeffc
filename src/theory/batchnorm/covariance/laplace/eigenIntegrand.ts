/** The integrands of laplaceCovariance.ts in eigencoordinates, all entries at once, in r = log s (so with the power of s one higher). */
import type { CentredSpectrum } from "../spectrum.js";
import type { HomogeneousKernel } from "./homogeneousKernel.js";

/** Copies of a sample stay copies: rounding must not part them where the kernel is not smooth at |c| = 1. */
function snapped(c: number): number {
  return 1 - Math.abs(c) < 4e-15 ? Math.sign(c) : c;
}

/** The integrand of all entries i <= j at one s, added to a running sum. */
export class EigenIntegrand {
  evals = 0;
  /** Entries i <= j. */
  readonly count: number;
  readonly #kernel: HomogeneousKernel;
  readonly #spectrum: CentredSpectrum;
  readonly #kappa: number;
  readonly #byParts: boolean;
  readonly #scaled: Float64Array;
  readonly #square: Float64Array;

  constructor(kernel: HomogeneousKernel, spectrum: CentredSpectrum, kappa: number, byParts: boolean) {
    this.count = (spectrum.size * (spectrum.size + 1)) / 2;
    this.#kernel = kernel;
    this.#spectrum = spectrum;
    this.#kappa = kappa;
    this.#byParts = byParts;
    this.#scaled = new Float64Array(spectrum.rows.length);
    this.#square = new Float64Array(spectrum.rows.length);
  }

  /** log of the size of s^p det^(-1/2) e^(-kappa s) (tr C + kappa)^p, which bounds the integrand's decay at both ends. */
  envelope(r: number): number {
    const s = Math.exp(r);
    let trace = this.#byParts ? this.#kappa : 0;
    let logDet = 0;
    for (const lambda of this.#spectrum.eigenvalues) {
      const y = 2 * s * lambda;
      trace += lambda / (1 + y);
      logDet += Math.log1p(y);
    }
    return this.#power * (r + Math.log(trace)) - 0.5 * logDet - this.#kappa * s;
  }

  get #power(): number {
    return this.#byParts ? this.#kernel.degree + 1 : this.#kernel.degree;
  }

  /** r = -Infinity is s = 0. */
  addTo(sum: Float64Array, r: number): void {
    const { size, rank, eigenvalues, rows } = this.#spectrum;
    const s = Math.exp(r);
    const power = this.#power;
    let trace = this.#kappa;
    let logDet = 0;
    for (let k = 0; k < rank; k++) {
      const factor = 1 / (1 + 2 * s * eigenvalues[k]);
      const root = Math.sqrt(factor);
      trace += eigenvalues[k] * factor;
      logDet -= Math.log(factor);
      for (let i = 0; i < size; i++) {
        this.#scaled[i * rank + k] = rows[i * rank + k] * root;
        if (this.#byParts) this.#square[i * rank + k] = rows[i * rank + k] * root * factor * eigenvalues[k];
      }
    }
    const weight = Math.exp((power === 0 ? 0 : power * r) - 0.5 * logDet - this.#kappa * s);
    if (this.#byParts) this.#addByParts(sum, weight, trace);
    else this.#addEntries(sum, weight);
    this.evals++;
  }

  #deviations(): Float64Array {
    const { size } = this.#spectrum;
    return Float64Array.from({ length: size }, (_, i) => Math.sqrt(this.#dot(this.#scaled, i, i)));
  }

  /** Every entry of weight * K. */
  #addEntries(sum: Float64Array, weight: number): void {
    const { size } = this.#spectrum;
    const kernel = this.#kernel;
    const { shape } = kernel;
    const deviations = this.#deviations();
    for (let i = 0, at = 0; i < size; i++) {
      for (let j = i; j < size; j++, at++) {
        const scale = deviations[i] * deviations[j];
        if (scale === 0) continue; // phi(0) = 0
        const c = i === j ? 1 : snapped(this.#dot(this.#scaled, i, j) / scale);
        sum[at] += weight * kernel.size(deviations[i], deviations[j]) * shape(c);
      }
    }
  }

  /** Every entry of -weight * d(det^(-1/2) e^(-kappa s) K)/ds / (det^(-1/2) e^(-kappa s)); `trace` is tr C + kappa. */
  #addByParts(sum: Float64Array, weight: number, trace: number): void {
    const { size } = this.#spectrum;
    const kernel = this.#kernel;
    const deviations = this.#deviations();
    const rates = deviations.map((deviation, i) =>
      deviation > 0 ? (-2 * this.#dot(this.#square, i, i)) / deviation ** 2 : 0,
    );
    for (let i = 0, at = 0; i < size; i++) {
      for (let j = i; j < size; j++, at++) {
        const [si, sj] = [deviations[i], deviations[j]];
        const scale = si * sj;
        if (scale === 0) continue;
        const c = i === j ? 1 : snapped(this.#dot(this.#scaled, i, j) / scale);
        const turn = (-2 * this.#dot(this.#square, i, j)) / scale - 0.5 * c * (rates[i] + rates[j]);
        const moved = kernel.change(si, sj, c > 1 ? 1 : c < -1 ? -1 : c, rates[i], rates[j], turn);
        sum[at] += weight * (trace * kernel.size(si, sj) * kernel.shape(c) - moved);
      }
    }
  }

  /** (A A^T)_ij or (A D A^T)_ij: `left` holds the rows already weighted. */
  #dot(left: Float64Array, i: number, j: number): number {
    const { rank } = this.#spectrum;
    const right = this.#scaled;
    let sum = 0;
    for (let k = 0, a = i * rank, b = j * rank; k < rank; k++) sum += left[a++] * right[b++];
    return sum;
  }
}
