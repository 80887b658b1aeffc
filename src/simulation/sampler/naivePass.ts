import type { Network } from "../network.js";
import { cancellation } from "./breakdown.js";
import { type NormalisedBatch, naiveBatchNorm, naiveGradient } from "./naiveBatchNorm.js";
import { gramOf, over, plus, type Rows, squareOf, times, transpose } from "./rows.js";

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
  const limit = cancellation(
    x.slice(0, depth).map((rows) => gramOf(rows, rows.length)),
    network,
    1e-12,
  );
  const down = (d: Rows, l: number, least: number) => throughBatchNorm(d, normalised[l]!, network, least);
  const gradients = new Array<Rows>(depth + 1);
  const weightGradients = new Array<Rows>(depth);
  const scales = new Array<number>(depth + 1).fill(0);
  gradients[depth] = down(top, depth, limit);
  for (let l = depth; l > 0; l--) {
    const d = gradients[l]!;
    weightGradients[l - 1] = times(d, transpose(x[l - 1]!));
    const norm = Math.sqrt(squareOf(d)) || 1;
    scales[l - 1] = scales[l]! + Math.log(norm);
    const unit = over(d, norm);
    // what is skipped does not vanish
    const pulled = down(times(transpose(weights[l - 1]!), unit), l - 1, residual ? 0 : limit);
    gradients[l - 1] = residual ? plus(pulled, unit) : pulled;
  }
  return { x, normalised, gradients, weightGradients, scales };
}

/**
 * D, with respect to X, becomes the gradient with respect to H: 0 where no more than `least` of its terms is left, since
 * D was rounded.
 */
function throughBatchNorm(
  d: Rows,
  layer: NaivePass["normalised"][number],
  { batch, centred }: Network,
  least: number,
): Rows {
  let terms = 0;
  const gradient = d.map((row, n) =>
    batchesOf(row, batch).flatMap((part, b) => {
      const neuron = layer[n]![b]!;
      terms += squareOf([part]) * (neuron.inverse * Math.max(...neuron.slope.map(Math.abs))) ** 2;
      return naiveGradient(neuron, part, centred);
    }),
  );
  return squareOf(gradient) <= least ** 2 * terms ? gradient.map((row) => row.map(() => 0)) : gradient;
}

function batchesOf(row: readonly number[], batch: number): number[][] {
  const batches: number[][] = [];
  for (let start = 0; start < row.length; start += batch) batches.push(row.slice(start, start + batch));
  return batches;
}
