import type { Network } from "../network.js";
import { type NormalisedBatch, naiveBatchNorm, naiveGradient } from "./naiveBatchNorm.js";
import { over, plus, type Rows, squareOf, times, transpose } from "./rows.js";

/** One network with its weights; arrays are N x C, neuron after neuron. Layer l at index l-1. */
export interface NaivePass {
  readonly x: readonly Rows[];
  /** Every neuron, batch after batch. */
  readonly normalised: readonly (readonly (readonly NormalisedBatch[])[])[];
  /** dLoss/dH_l = exp(scales[l-1]) times this; scales keep deep networks inside the doubles. */
  readonly gradients: readonly Rows[];
  /** dLoss/dW_l = exp(scales[l]) times this. */
  readonly weightGradients: readonly Rows[];
  readonly scales: readonly number[];
}

/**
 * Up and down through the network with weights W_1 .. W_L, the input H_1 and the gradient dLoss/dX_{L+1}:
 * backpropagation as it is taught.
 */
export function naivePass(network: Network, weights: readonly Rows[], input: Rows, top: Rows): NaivePass {
  const { depth, residual } = network;
  let h = input;
  const x: Rows[] = [];
  const normalised: NaivePass["normalised"][number][] = [];
  for (let l = 0; l <= depth; l++) {
    const here = h.map((row) => batchesOf(row, network.batch).map((part) => naiveBatchNorm(part, network)));
    normalised.push(here);
    x.push(here.map((parts) => parts.flatMap((part) => part.value)));
    if (l < depth) h = residual ? plus(h, times(weights[l]!, x[l]!)) : times(weights[l]!, x[l]!);
  }
  const gradients = new Array<Rows>(depth + 1);
  const weightGradients = new Array<Rows>(depth);
  const scales = new Array<number>(depth + 1).fill(0);
  gradients[depth] = throughBatchNorm(top, normalised[depth]!, network);
  for (let l = depth; l > 0; l--) {
    const d = gradients[l]!;
    weightGradients[l - 1] = times(d, transpose(x[l - 1]!));
    const norm = Math.sqrt(squareOf(d)) || 1;
    scales[l - 1] = scales[l]! + Math.log(norm);
    const unit = over(d, norm);
    const down = throughBatchNorm(times(transpose(weights[l - 1]!), unit), normalised[l - 1]!, network);
    gradients[l - 1] = residual ? plus(down, unit) : down;
  }
  return { x, normalised, gradients, weightGradients, scales };
}

/** D, with respect to X, becomes the gradient with respect to H. */
const throughBatchNorm = (d: Rows, layer: NaivePass["normalised"][number], { batch, centred }: Network): Rows =>
  d.map((row, n) => batchesOf(row, batch).flatMap((part, b) => naiveGradient(layer[n]![b]!, part, centred)));

function batchesOf(row: readonly number[], batch: number): number[][] {
  const batches: number[][] = [];
  for (let start = 0; start < row.length; start += batch) batches.push(row.slice(start, start + batch));
  return batches;
}
