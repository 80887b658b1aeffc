/**
 * T(Pi) = mean of J^T Pi J on span(G), L and M (sample.ts), from three vectors a neuron and batch: with D = diag(psi'),
 *
 *   S J = D (1 - 11^T/B - z z^T/B)       (without 11^T/B where nothing is centred),
 *   A = G J G = (G D G - a b^T)/S,       b = G z,   a = G D z / B.
 *
 * On centred matrices T is the mean of the symmetric square of A^T, so that its traces are
 *
 *   all of them: ((tr A)^2 + tr A^2)/2,   span(G): ||A||^2/(B-1),   L: (sum A_ii^2 - ||A||^2/B)/(1 - 2/B),
 *   M: what is left;   tr(G D G)^2 = (1-2/B) sum D_ii^2 + (tr D)^2/B^2.
 *
 * Source: the trace of a symmetric square is textbook; the rest ours.
 */
import type { Block, Kernels } from "../kernels/kernels.js";
import { columnsOf, type Network } from "../network.js";
import type { JacobianEstimate } from "../sample.js";
import { NeuronSlopes } from "./neuronSlopes.js";

/** One number a layer for each space. B C operations a neuron. */
export async function jacobianEstimate(
  kernels: Kernels,
  layers: readonly Block[],
  network: Network,
): Promise<JacobianEstimate> {
  const { batch: B } = network;
  const G: number[] = [];
  const L: number[] = [];
  const M: number[] = [];
  for (const h of layers) {
    const { all, square, diagonal } = traces(await kernels.read(h), network);
    const onG = square / (B - 1);
    const onL = B < 3 ? 0 : (diagonal - square / B) / (1 - 2 / B);
    G.push(onG);
    if (B >= 3) L.push(onL / (B - 1));
    if (B >= 4) M.push((all - onG - onL) / ((B * (B - 3)) / 2));
  }
  return { G, L, M };
}

/** Means over neurons and batches of ((tr A)^2 + tr A^2)/2, ||A||^2 and sum A_ii^2. */
function traces(h: Float64Array, network: Network) {
  const { batch, width } = network;
  const columns = columnsOf(network);
  const neuron = new NeuronSlopes(network);
  const mean = { all: 0, square: 0, diagonal: 0 };
  for (let first = 0; first < columns; first += batch) {
    for (let n = 0; n < width; n++) {
      neuron.read(h, first * width + n);
      const one = tracesOf(neuron);
      const share = neuron.inverse ** 2 / (width * (columns / batch));
      mean.all += share * one.all;
      mean.square += share * one.square;
      mean.diagonal += share * one.diagonal;
    }
  }
  return mean;
}

/** Of one neuron and batch, S = 1. */
function tracesOf({ z, slopes }: NeuronSlopes) {
  const B = z.length;
  let [sum, squares, centre, moment] = [0, 0, 0, 0];
  for (let i = 0; i < B; i++) {
    sum += slopes[i]!;
    squares += slopes[i]! ** 2;
    centre += z[i]! / B;
    moment += (slopes[i]! * z[i]!) / B;
  }
  let [ab, asb, aa, bb, diagonal] = [0, 0, 0, 0, 0];
  for (let i = 0; i < B; i++) {
    const a = (slopes[i]! * z[i]! - moment) / B;
    const b = z[i]! - centre;
    ab += a * b;
    asb += a * slopes[i]! * b;
    aa += a * a;
    bb += b * b;
    diagonal += (slopes[i]! * (1 - 2 / B) + sum / B ** 2 - a * b) ** 2;
  }
  const gdg = (1 - 2 / B) * squares + (sum / B) ** 2;
  const trace = sum * (1 - 1 / B) - ab;
  return { all: (trace ** 2 + gdg - 2 * asb + ab ** 2) / 2, square: gdg - 2 * asb + aa * bb, diagonal };
}
