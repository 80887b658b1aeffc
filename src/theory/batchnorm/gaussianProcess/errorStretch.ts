/**
 * How layers stretch errors of their input: a second kernel, moved off the first, goes through the same layers,
 *
 *   Sigma -> D Sigma D + h m R,   D = diag(1 + h z_i),   R = Z Z^T / 8,   z and Z (n x 8) standard normal, m the largest entry of Sigma,
 *
 * a step in a random direction that keeps Sigma positive semi-definite, singular ones too. A layer's factor is the gap behind it over the gap
 * before it, largest entries both. The step turns by itself towards the direction that layers stretch most. Ours. Two batches are enough,
 * the first ones, since a block of V depends on its two batches alone; other batches may stretch more.
 */
import { largestDifference } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import type { CovarianceMapOptions } from "../covariance/settings.js";
import { crossCovarianceMap } from "../crossCovarianceMap.js";

type Rows = readonly (readonly number[])[];

/** Above the map's own error and below what bends it; for monte-carlo, whose samples do not move along, above its noise. */
const STEPS = { exact: 1e-4, sampled: 0.05 };
/** Moved anew where the gap has left the step by this factor. */
const WITHIN = 100;
const COLUMNS = 8;

/** Of a covariance it stands on the diagonal. */
const largestVariance = (rows: Rows): number => rows.reduce((top, row, i) => Math.max(top, row[i]), 0);

function moved(sigma: Rows, step: number): number[][] {
  const size = sigma.length;
  const gaussians = new GaussianStream({ seed: 0, sample: 0, draw: 0 });
  const z = gaussians.fill(new Float64Array(size));
  const columns = gaussians.fill(new Float64Array(size * COLUMNS));
  const top = largestVariance(sigma);
  return sigma.map((row, i) =>
    row.map((value, j) => {
      let product = 0;
      for (let k = 0; k < COLUMNS; k++) product += columns[i * COLUMNS + k] * columns[j * COLUMNS + k];
      return value * (1 + step * z[i]) * (1 + step * z[j]) + (step * top * product) / COLUMNS;
    }),
  );
}

type Phi = Parameters<typeof crossCovarianceMap>[0];

export class ErrorStretch {
  readonly #phi: Phi;
  readonly #batch: number;
  readonly #step: number;
  #first: Rows;
  #second: Rows;

  constructor(phi: Phi, sigma: Rows, batch: number, sampled: boolean) {
    this.#step = sampled ? STEPS.sampled : STEPS.exact;
    const count = Math.min(sigma.length, 2 * batch);
    this.#phi = phi;
    this.#batch = batch;
    this.#first = sigma.slice(0, count).map((row) => row.slice(0, count));
    this.#second = moved(this.#first, this.#step);
  }

  /** The factor of the next layer. */
  next(options: CovarianceMapOptions): number {
    const before = largestDifference(this.#second, this.#first);
    this.#first = crossCovarianceMap(this.#phi, this.#first, this.#batch, options).values;
    this.#second = crossCovarianceMap(this.#phi, this.#second, this.#batch, options).values;
    const after = largestDifference(this.#second, this.#first);
    const steps = after / (this.#step * largestVariance(this.#first));
    if (!(steps < WITHIN && steps > 1 / WITHIN)) this.#second = moved(this.#first, this.#step);
    return after / before;
  }
}
