/** What is read off a network that was trained on images of simple and of complex classes. */
import { domainError } from "../../numeric/domain.js";
import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import { overlapKernel, traceNormalised } from "../../theory/gating/kernels/overlapKernel.js";
import { tangentDiagonal, tangentKernel } from "../../theory/gating/kernels/tangentKernel.js";
import type { GatedNetwork } from "../../theory/gating/network/gatedNetwork.js";
import { log10PathMasses } from "../../theory/gating/paths/pathMass.js";
import { mean, rounded } from "../statistics.js";

/** On images of simple classes and on those of complex ones. */
export type Parts = readonly [simple: number, complex: number];

export interface Sample {
  readonly points: Matrix;
  readonly labels: readonly number[];
  readonly classes: number;
  /** Classes below this are simple. */
  readonly simple: number;
}

/** The first `most` images of each class, class by class. */
export function sampleOf(
  {
    inputs,
    labels,
    dimension,
  }: { readonly inputs: Float32Array; readonly labels: Uint8Array; readonly dimension: number },
  { classes, simple, most }: { readonly classes: number; readonly simple: number; readonly most: number },
): Sample {
  const chosen = Array.from({ length: classes }, (_, label) =>
    [...labels.keys()].filter((k) => labels[k] === label).slice(0, most),
  ).flat();
  const missing = Array.from({ length: classes }, (_, label) => label).find((label) => !labels.includes(label));
  if (missing !== undefined) {
    throw domainError("data", `no evaluation image labelled ${missing}`, "images of every label", "Give more images.");
  }
  return {
    ...{ classes, simple, labels: chosen.map((k) => labels[k]!) },
    points: chosen.map((k) => Array.from(inputs.subarray(k * dimension, (k + 1) * dimension))),
  };
}

const partsOf = (values: readonly number[], labels: ArrayLike<number>, simple: number): Parts => [
  mean(values.filter((_, k) => labels[k]! < simple)),
  mean(values.filter((_, k) => labels[k]! >= simple)),
];

/** log10 of the mean numbers of active paths, with step gates. */
export function pathParts(hard: GatedNetwork, { points, labels, simple }: Sample): Parts {
  const [few, many] = partsOf(
    log10PathMasses(hard, points).map((logarithm) => 10 ** logarithm),
    labels,
    simple,
  );
  return [rounded(Math.log10(1 + few)), rounded(Math.log10(1 + many))];
}

/** log10 of the means of the diagonal of the tangent kernel, summed over the outputs. */
export function tangentParts(soft: GatedNetwork, { points, labels, simple }: Sample): Parts {
  const [few, many] = partsOf(tangentDiagonal(soft, points), labels, simple);
  // a network that is dead on one part has no logarithm
  const logarithm = (value: number) => rounded(Math.log10(Math.max(value, Number.MIN_VALUE)));
  return [logarithm(few), logarithm(many)];
}

/** Shares of images that are classified as labelled. */
export function accuracyParts(outputs: Float32Array, labels: Uint8Array, simple: number): Parts {
  const classes = outputs.length / labels.length;
  const right = Array.from(labels, (label, k) => {
    const row = outputs.subarray(k * classes, (k + 1) * classes);
    return Number(row.indexOf(row.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)) === label);
  });
  const [few, many] = partsOf(right, labels, simple);
  return [rounded(few), rounded(many)];
}

/** Class by class, the mean of the entries of K/tr K. */
export function classMeans(kernel: Matrix, { labels, classes }: Sample): number[][] {
  const normalised = traceNormalised(kernel);
  const members = Array.from({ length: classes }, (_, label) => [...labels.keys()].filter((k) => labels[k] === label));
  return members.map((rows) =>
    members.map((columns) => {
      const sum = rows.reduce((total, i) => total + columns.reduce((part, j) => part + normalised[i]![j]!, 0), 0);
      return rounded(sum / (rows.length * columns.length), 4);
    }),
  );
}

export interface ClassKernels {
  readonly overlap: Matrix;
  readonly tangent: Matrix;
}

export const classKernels = (hard: GatedNetwork, soft: GatedNetwork, sample: Sample): ClassKernels => ({
  overlap: classMeans(overlapKernel(hard, sample.points), sample),
  tangent: classMeans(tangentKernel(soft, sample.points), sample),
});
