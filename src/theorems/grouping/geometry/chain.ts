/** A chain of scales with an estimated and a true law of its indicators, and sums over all their paths. */
import { seed } from "../ways/parameters.js";
import { positiveLaw, streamOf } from "../ways/randomSpaces.js";
import { sumOf } from "../ways/sums.js";
import { relativeEntropy } from "./settings.js";

type Rows = readonly (readonly number[])[];

export const chain = {
  scales: { set: "integer", min: 1, max: 3, doc: "Scales." },
  k: { set: "integer", min: 2, max: 3, doc: "Values of the indicators of each scale." },
  e: { set: "real", min: -5, max: 0, doc: "ln p(X)." },
  seed,
} as const;

export interface ChainValues {
  readonly scales: number;
  readonly k: number;
  readonly e: number;
  readonly seed: number;
}

/** A point at which the printed statements fail. */
export const printedPoint = { scales: 2, k: 2, e: -1, seed: 1 } as const;

const kernels = ({ scales, k, seed }: ChainValues, draw: number): readonly Rows[] =>
  Array.from({ length: scales }, (_, s) => {
    const stream = streamOf(seed, 2 * s + draw);
    return Array.from({ length: s === 0 ? 1 : k }, () => positiveLaw(stream, k));
  });

export const chainOf = (values: ChainValues) => ({ estimate: kernels(values, 0), posterior: kernels(values, 1) });

/** What sums over all paths of indicators say. */
export function byPaths(values: ChainValues) {
  const { estimate, posterior } = chainOf(values);
  const paths = Array.from({ length: values.k ** values.scales }, (_, index) =>
    Array.from({ length: values.scales }, (__, s) => Math.floor(index / values.k ** s) % values.k),
  );
  const factor = (laws: readonly Rows[], path: readonly number[], s: number) =>
    laws[s]![s === 0 ? 0 : path[s - 1]!]![path[s]!]!;
  const scales = estimate.map((_, s) => s);
  const product = (laws: readonly Rows[], path: readonly number[]) =>
    scales.reduce((total, s) => total * factor(laws, path, s), 1);
  const mean = (of: (path: readonly number[]) => number) =>
    sumOf(paths.map((path) => product(estimate, path) * of(path)));
  return {
    lowerBound: values.e + mean((path) => Math.log(product(posterior, path) / product(estimate, path))),
    divergences: scales.map((s) => mean((path) => Math.log(factor(estimate, path, s) / factor(posterior, path, s)))),
    crossTerms: mean((path) => Math.log(product(posterior, path))),
    firstLogPosterior: Math.log(product(posterior, paths[0]!)),
    firstParent: relativeEntropy(estimate.at(-1)![0]!, posterior.at(-1)![0]!),
  };
}
