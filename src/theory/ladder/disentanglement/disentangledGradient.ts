import { columnOf, largestEntry, type Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, fromZero, matrix, optionsOf } from "../../../numeric/shape.js";
import { vectors } from "../shapes.js";
import type { TensorFactorOptions } from "./disentangledActivation.js";
import { kroneckerVector } from "./kronecker.js";
import { digitsOf, factorSizes } from "./tensorIndex.js";

export interface DisentangledGradient {
  /** g~_j, as many numbers as factor j has events: column j summed over all other factors. */
  readonly factors: readonly Vector[];
  /** Of each column: the largest |G~ - p_1 x .. g~_j .. x p_n|. */
  readonly residuals: readonly number[];
  readonly residual: number;
  /** residual <= tolerance: Definition 4. */
  readonly disentangled: boolean;
  /** Of each column: how far it is from a product of vectors of any kind, as `rankOneResidual`. A weaker demand. */
  readonly rankOneResiduals: readonly number[];
}

/**
 * Whether column j of the unnormalised gradient G~ is p_1 x .. g~_j .. x p_n with the marginals p_i of the factors.
 *
 * G: one row a combination of events (the first factor most significant), one column a factor; marginals: for each factor the probabilities of its events, with
 * sum 1. Source: Definition 4 of the ladder paper. @throws TheoryError "domain" for sizes that do not fit and marginals that do not sum to 1.
 */
export function disentangledGradient(
  G: Matrix,
  marginals: readonly Vector[],
  options: Pick<TensorFactorOptions, "tolerance"> = {},
): DisentangledGradient {
  assertShapes(
    { G: matrix, marginals: vectors, options: optionsOf({ tolerance: fromZero }) },
    { G, marginals, options },
  );
  for (const [i, p] of marginals.entries()) assertProbabilities(`marginals[${i}]`, p);
  const sizes = factorSizes(
    "G",
    G,
    marginals.map((p) => p.length),
  );
  const { tolerance = 1e-9 * largestEntry(G) } = options;
  const digits = digitsOf(sizes);
  const factors = sizes.map((size, j) => {
    const sums = new Array<number>(size).fill(0);
    for (const [row, entries] of G.entries()) sums[digits[row]![j]!]! += entries[j]!;
    return sums;
  });
  const residuals = factors.map((factor, j) => {
    const product = kroneckerVector(marginals.map((p, i) => (i === j ? factor : p)));
    return G.reduce((most, entries, row) => Math.max(most, Math.abs(entries[j]! - product[row]!)), 0);
  });
  const residual = Math.max(...residuals);
  return {
    factors,
    residuals,
    residual,
    disentangled: residual <= tolerance,
    rankOneResiduals: sizes.map((_, j) => rankOneResidual(columnOf(G, j), sizes)),
  };
}

/** The matrix whose column j is p_1 x .. g~_j .. x p_n. */
export function gradientOf(factors: readonly Vector[], marginals: readonly Vector[]): number[][] {
  const columns = factors.map((factor, j) => kroneckerVector(marginals.map((p, i) => (i === j ? factor : p))));
  return columns[0]!.map((_, row) => columns.map((column) => column[row]!));
}

/**
 * How far a tensor is from the product of its own fibres through its largest entry t: max |T - (prod_i fibre_i) / t^(n-1)|; 0 exactly for tensors of rank 1 (and
 * for zeros), up to rounding.
 */
export function rankOneResidual(tensor: Vector, sizes: readonly number[]): number {
  const digits = digitsOf(sizes);
  let pivot = 0;
  for (let k = 1; k < tensor.length; k++) if (Math.abs(tensor[k]!) > Math.abs(tensor[pivot]!)) pivot = k;
  const top = tensor[pivot]!;
  if (top === 0) return 0;
  const at = digits[pivot]!;
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((product, size) => product * size, 1));
  const fibres = sizes.map((size, i) =>
    Array.from({ length: size }, (_, d) => tensor[pivot + (d - at[i]!) * strides[i]!]! / top),
  );
  return tensor.reduce((most, value, k) => {
    const product = fibres.reduce((result, fibre, i) => result * fibre[digits[k]![i]!]!, top);
    return Math.max(most, Math.abs(value - product));
  }, 0);
}
