import { domainError } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";

/** S = G Sigma G over each batch of its own, scaled to trace 1 a batch on average. */
export interface CentredCovariance {
  /** Samples, all batches together. */
  readonly size: number;
  readonly batch: number;
  /** S / scale, row after row. */
  readonly values: Float64Array;
  /** The mean over batches of tr S_aa. */
  readonly scale: number;
  /** Rounding of an entry of `values`: what centring and the input's own size leave. */
  readonly rounding: number;
}

export const LARGEST = 512;

/** The rows of a covariance matrix, checked and made symmetric. */
export function covarianceRows(
  parameter: string,
  sigma: readonly (readonly number[])[],
  largest: number = LARGEST,
): Float64Array {
  const size = Array.isArray(sigma) ? sigma.length : 0;
  const square =
    size >= 2 &&
    size <= largest &&
    sigma.every((row) => (Array.isArray(row) || ArrayBuffer.isView(row)) && row.length === size);
  if (!square)
    throw domainError(
      parameter,
      `${size} rows`,
      `a square array of finite numbers, 2 to ${largest} rows`,
      "Give one row a sample.",
    );
  const values = new Float64Array(size * size);
  let top = 0;
  for (const [i, row] of sigma.entries()) {
    for (const [j, value] of row.entries()) {
      if (!Number.isFinite(value))
        throw domainError(parameter, `entry [${i}][${j}] = ${value}`, "finite numbers", "Remove the sample.");
      top = Math.max(top, Math.abs(value));
    }
    values.set(row, i * size);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [values[i * size + j], values[j * size + i]];
      if (Math.abs(a - b) > 1e-9 * top)
        throw domainError(parameter, `[${i}][${j}] = ${a}, [${j}][${i}] = ${b}`, "symmetric", "Pass a covariance.");
      values[i * size + j] = values[j * size + i] = (a + b) / 2;
    }
  }
  return values;
}

/** Means over the batches of a row or column, taken away in place. */
function centre(values: Float64Array, size: number, batch: number): void {
  for (const [step, stride] of [
    [1, size],
    [size, 1],
  ] as const) {
    for (let line = 0; line < size; line++) {
      for (let first = 0; first < size; first += batch) {
        let sum = 0;
        for (let k = first; k < first + batch; k++) sum += values[line * stride + k * step];
        const mean = sum / batch;
        for (let k = first; k < first + batch; k++) values[line * stride + k * step] -= mean;
      }
    }
  }
}

/**
 * G Sigma G. Sigma is divided by its largest entry first, so that no scale overflows.
 * @throws TheoryError "domain" where a batch has no spread, or a diagonal entry is negative.
 */
export function centredCovariance(sigma: Float64Array, size: number, batch: number): CentredCovariance {
  const top = sigma.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const values = sigma.map((value) => (top > 0 ? value / top : 0));
  const given = values.reduce((sum, value, at) => (at % (size + 1) === 0 ? sum + Math.abs(value) : sum), 0);
  centre(values, size, batch);
  const noise = 4 * size * UNIT_ROUNDOFF * given;
  let total = 0;
  for (let first = 0; first < size; first += batch) {
    let trace = 0;
    for (let i = first; i < first + batch; i++) trace += values[i * size + i];
    if (!(trace > noise)) {
      const remedy = "Pass a covariance of samples that are not all the same.";
      throw domainError("sigma", "G sigma G", "positive semi-definite and not zero after centring", remedy);
    }
    total += trace;
  }
  const scale = total / (size / batch);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      values[i * size + j] = values[j * size + i] = (values[i * size + j] + values[j * size + i]) / (2 * scale);
    }
  }
  assertCauchySchwarz(values, size, noise / scale);
  return { size, batch, values, scale: scale * top, rounding: (4 * UNIT_ROUNDOFF * given) / scale };
}

/** The cheap part of positivity: S_ii >= 0 and S_ij^2 <= S_ii S_jj. Routes that factor S check the rest. */
function assertCauchySchwarz(values: Float64Array, size: number, noise: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const [a, b] = [values[i * size + i], values[j * size + j]];
      const slack = 1e-8 + noise;
      const entry = values[i * size + j];
      if (a >= -slack && b >= -slack && entry ** 2 <= (Math.max(a, 0) + slack) * (Math.max(b, 0) + slack)) continue;
      const remedy = "Pass a covariance matrix.";
      throw domainError("sigma", `samples ${j} and ${i}`, "positive semi-definite after centring", remedy);
    }
  }
}
