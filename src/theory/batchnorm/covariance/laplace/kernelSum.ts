/** Weighted sums of Gaussian kernel matrices K(C(s)), and what rounding of C may have changed in them. */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import type { SpdInverse } from "../../../../numeric/linearAlgebra/spdInverse.js";
import type { CentredCovariance } from "../centredCovariance.js";
import type { HomogeneousKernel } from "./homogeneousKernel.js";

export class KernelSum {
  /** 1 for samples at the batch mean. */
  readonly absent: Uint8Array;
  /** A bound on the error of every entry's sum by rounding of C. */
  lost = 0;
  readonly #kernel: HomogeneousKernel;
  readonly #size: number;
  /** Lower triangle. */
  readonly #sums: Float64Array;
  readonly #deviations: Float64Array;
  /** The largest and the smallest variance in S. */
  readonly #top: number;
  readonly #bottom: number;

  constructor(kernel: HomogeneousKernel, { size, values, rounding }: CentredCovariance) {
    this.#kernel = kernel;
    this.#size = size;
    this.#sums = new Float64Array(size * size);
    this.#deviations = new Float64Array(size);
    this.absent = new Uint8Array(size);
    let [top, bottom] = [0, Number.POSITIVE_INFINITY];
    for (let i = 0; i < size; i++) {
      const value = values[i * (size + 1)];
      if (value <= 4 * rounding) this.absent[i] = 1;
      else [top, bottom] = [Math.max(top, value), Math.min(bottom, value)];
    }
    this.#top = top;
    this.#bottom = bottom;
  }

  /** Adds weight K(C), C in the lower triangle of the workspace. */
  add({ stride, matrix }: SpdInverse, s: number, weight: number): void {
    const kernel = this.#kernel;
    const { shape } = kernel;
    const size = this.#size;
    const sums = this.#sums;
    const deviations = this.#deviations;
    const entry = 8 * UNIT_ROUNDOFF * (s === 0 ? this.#top : 1 / (2 * s) + this.#top);
    // copies of a sample stay copies: rounding must not part them where the kernel's slope is infinite
    const rough = kernel.degree < 0.5;
    const copies = rough ? entry : 0;
    for (let i = 0; i < size; i++) deviations[i] = Math.sqrt(Math.max(0, matrix[i * (stride + 1)]));
    let slope = 0;
    for (let i = 0; i < size; i++) {
      if (this.absent[i] === 1) continue;
      const di = deviations[i];
      for (let j = 0; j < i; j++) {
        if (this.absent[j] === 1) continue;
        const product = di * deviations[j];
        let c = matrix[i * stride + j] / product;
        const distance = 1 - Math.abs(c);
        const scale = kernel.size(di, deviations[j]);
        let steep = scale / Math.min(di, deviations[j]) ** 2;
        if (distance * product <= copies) c = Math.sign(c);
        else if (rough) steep *= Math.max(distance, UNIT_ROUNDOFF) ** (kernel.degree - 0.5);
        if (steep > slope) slope = steep;
        sums[i * size + j] += weight * scale * shape(c);
      }
      sums[i * size + i] += weight * kernel.size(di, di) * shape(1);
    }
    this.#lose(s, Math.abs(weight), entry * slope);
  }

  /** `moved`: what the entries' error does to any kernel value, without its constants. */
  #lose(s: number, weight: number, moved: number): void {
    const { degree, shape } = this.#kernel;
    const at = (variance: number) => variance / (1 + 2 * s * variance);
    const rounded =
      degree < 0.5 ? 4 * UNIT_ROUNDOFF * Math.max(at(this.#top) ** degree, at(this.#bottom) ** degree) : 0;
    this.lost += weight * shape(1) * (Math.max(1, Math.abs(degree)) * moved + rounded);
  }

  /** factor times the sums, both triangles. */
  values(factor: number): Float64Array {
    const size = this.#size;
    const out = this.#sums.map((sum) => factor * sum);
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) out[j * size + i] = out[i * size + j];
    return out;
  }
}
