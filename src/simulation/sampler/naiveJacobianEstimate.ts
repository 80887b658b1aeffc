import type { JacobianEstimate } from "../sample.js";

type Matrix = readonly (readonly number[])[];

/**
 * The traces of T with explicit matrices; `layers[l]` are the Jacobians at layer l+1 of every neuron over every batch.
 * On G and L summed over a basis; on M what these leave of the trace on all centred matrices, ((tr A)^2 + tr A^2)/2 with
 * A = G J G.
 */
export function naiveJacobianEstimate(layers: readonly (readonly Matrix[])[]): JacobianEstimate {
  const batch = layers[0]![0]!.length;
  const vector = (entry: (i: number) => number) => Array.from({ length: batch }, (_, i) => entry(i));
  const ones = diagonal(vector(() => 1));
  // Helmert's contrasts: orthogonal, sum 0
  const contrasts = vector((k) => k).slice(1);
  const spanL = contrasts.map((k) => diagonal(vector((i) => (i < k ? 1 : i === k ? -k : 0) / Math.sqrt(k * (k + 1)))));
  const G = layers.map((neurons) => rayleigh(neurons, [centre(ones)]));
  const L = batch < 3 ? [] : layers.map((neurons) => rayleigh(neurons, spanL.map(centre)));
  const M = layers.map((neurons, l) => {
    const all = neurons.reduce((sum, j) => sum + symmetricTrace(centre(j)), 0) / neurons.length;
    return (all - G[l]! - (batch - 1) * L[l]!) / ((batch * (batch - 3)) / 2);
  });
  return { G, L, M: batch < 4 ? [] : M };
}

/** Of Pi -> A^T Pi A on symmetric matrices. */
function symmetricTrace(a: Matrix): number {
  const trace = a.reduce((sum, row, i) => sum + row[i]!, 0);
  return (trace ** 2 + inner(a, transpose(a))) / 2;
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
