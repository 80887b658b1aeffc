import type { JacobianEstimate } from "../sample.js";

type Matrix = readonly (readonly number[])[];

/**
 * <Pi, T Pi>/<Pi, Pi> with explicit matrices; `layers[l][n]` is the Jacobian of neuron n at layer l+1. On L: summed
 * over a basis.
 */
export function naiveJacobianEstimate(layers: readonly (readonly Matrix[])[]): JacobianEstimate {
  const batch = layers[0]![0]!.length;
  const vector = (entry: (i: number) => number) => Array.from({ length: batch }, (_, i) => entry(i));
  const ones = diagonal(vector(() => 1));
  // Helmert's contrasts: orthogonal, sum 0
  const contrasts = vector((k) => k).slice(1);
  const spanL = contrasts.map((k) => diagonal(vector((i) => (i < k ? 1 : i === k ? -k : 0) / Math.sqrt(k * (k + 1)))));
  const spanM = vector((i) => i).map((i) =>
    vector((j) => ([i, j].every((k) => k < 4) && i < 2 !== j < 2 ? ((i + j) % 2 === 0 ? 1 : -1) : 0)),
  );
  return {
    G: layers.map((neurons) => rayleigh(neurons, [centre(ones)])),
    L: batch < 3 ? [] : layers.map((neurons) => rayleigh(neurons, spanL.map(centre))),
    M: batch < 4 ? [] : layers.map((neurons) => rayleigh(neurons, [spanM])),
  };
}

/** sum <Pi, mean J^T Pi J> / sum <Pi, Pi>. */
function rayleigh(neurons: readonly Matrix[], directions: readonly Matrix[]): number {
  let above = 0;
  let below = 0;
  for (const direction of directions) {
    below += inner(direction, direction);
    for (const j of neurons) above += inner(direction, times(transpose(j), times(direction, j))) / neurons.length;
  }
  return above / below;
}

const diagonal = (d: readonly number[]): Matrix => d.map((value, i) => d.map((_, j) => (i === j ? value : 0)));
const transpose = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!));
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
const inner = (a: Matrix, b: Matrix) => a.reduce((s, row, i) => s + row.reduce((t, x, j) => t + x * b[i]![j]!, 0), 0);

/** G A G. */
function centre(a: Matrix): Matrix {
  const projection = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0) - 1 / a.length));
  return times(projection, times(a, projection));
}
