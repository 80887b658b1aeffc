/** Parameters and tolerances that the statements on batch norm share. */
import { domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { batchNormBackward } from "../../../theory/ladder/batchNorm/batchNormBackward.js";
import type { LayerData } from "../../../theory/ladder/batchNorm/normalisedLayer.js";
import { seedOf } from "../../parameters.js";
import type { Tolerance } from "../../theorem.js";

export const batch = {
  N: { set: "integer", min: 2, max: 9, doc: "Samples of the batch." },
  f: { set: "vector", length: "N", min: -3, max: 3, doc: "Activations of a node before batch norm, not all equal." },
} as const;

export const gain = { set: "real", min: -2, max: 2, doc: "Gain of batch norm." } as const;
export const offset = { set: "real", min: -2, max: 2, doc: "Offset of batch norm." } as const;
export const epsilon = { set: "real", min: 0, max: 2, doc: "Added to the variance." } as const;
export const gradient = {
  set: "vector",
  length: "N",
  min: -3,
  max: 3,
  doc: "Gradient by batch norm's output.",
} as const;
export const seed = seedOf("Seed of everything that the sizes leave open.");

/** The activations; a point where they hardly differ is skipped: the definition in doubles has no digits left there. */
export function differing(f: readonly number[], by = 0.05): readonly number[] {
  if (Math.max(...f) - Math.min(...f) >= by) return f;
  throw domainError("f", "nearly constant", `a spread of at least ${by}`, "Take other activations.");
}

/** Batch norm of the activations, with its gain and offset. */
export const output = {
  name: "batchNormBackward's output",
  evaluate: ({ f, c_1, c_0 }: { readonly f: readonly number[]; readonly c_1: number; readonly c_0: number }) =>
    batchNormBackward(differing(f), f, { c1: c_1, c0: c_0 }).output,
};

/** sigma of 0.015 and more: its inverse cubed enters. */
export const jacobianRounding: Tolerance = {
  unit: "rel",
  limit: 1e-9,
  why: "rounding of the definition, whose variance is as small as 1e-5 of the squares that it is made of",
};

/** For entries of the Jacobian, up to 130, and sums of some of them. */
export const jacobianEntries: Tolerance = {
  unit: "abs",
  limit: 1e-10,
  why: "entries up to 130, of f - mu over sigma that are known to 2e-14, and sums of nine of them times up to 3",
};

export const entryRounding: Tolerance = {
  unit: "abs",
  limit: 1e-12,
  why: "rounding of entries of order 1, whose directions are known to 1e-13 where activations hardly differ",
};

export interface LayerPoint {
  readonly samples: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly seed: number;
}

/** Sizes of a random batch through a random layer with one read-out. */
export const layer = {
  samples: { set: "integer", min: 3, max: 12, doc: "Samples of the batch." },
  inputs: { set: "integer", min: 1, max: 5, doc: "Children of each node." },
  hidden: { set: "integer", min: 1, max: 3, doc: "Nodes of the layer." },
  seed,
} as const;

/** Gaussian inputs, weights, read-outs and targets. */
export function layerAt(point: LayerPoint): { readonly data: LayerData; readonly W: readonly (readonly number[])[] } {
  const stream = new GaussianStream({ seed: point.seed, sample: 0, draw: 0 });
  const matrix = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.next()));
  const { samples, inputs, hidden } = point;
  const data = { X: matrix(samples, inputs), V: matrix(hidden, 1), Y: matrix(samples, 1) };
  return { data, W: matrix(inputs, hidden) };
}
