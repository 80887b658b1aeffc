import { domainError } from "../../../numeric/domain.js";
import { type Matrix, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers, assertStochastic } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { activationOf } from "./disentangledActivation.js";
import { runsOf } from "./separableWeights.js";

/** One child beta of alpha whose table is a tensor product, with disentangled activations. */
export interface FactorisedChild {
  /** P_alpha[i]beta[S_i], one a factor of alpha: rows the events of alpha[i] (two), columns those of beta's factors in S_i, the first most significant. */
  readonly tables: readonly Matrix[];
  /** f_k of each factor of beta, as many numbers as it has events (two): F_beta,:k = 1 x .. f_k .. x 1. */
  readonly activations: readonly Vector[];
  /** |S_i| of each factor of alpha: consecutive runs of beta's factors. */
  readonly sizes: readonly number[];
}

export interface CheckedChild extends FactorisedChild {
  /** Activations of the factors in S_i, F_S: combinations of events x |S_i|. */
  readonly local: readonly Matrix[];
  /** P_i F_S: events of alpha[i] x |S_i|. */
  readonly expected: readonly Matrix[];
}

/** Throws TheoryError for sizes that do not fit and rows that are no probabilities. */
export function checkedChild({ tables, activations, sizes }: FactorisedChild): CheckedChild {
  const runs = runsOf(sizes);
  if (tables.length !== sizes.length) {
    throw domainError(
      "tables.length",
      tables.length,
      `${sizes.length}, one a factor of alpha`,
      "Pass one table a run.",
    );
  }
  const total = runs.at(-1)!.to;
  if (activations.length !== total) {
    throw domainError(
      "activations.length",
      activations.length,
      `${total}, the sum of the sizes`,
      "Pass one f_k a factor.",
    );
  }
  for (const [k, f] of activations.entries()) assertNumbers(`activations[${k}]`, f, Math.max(1, f.length));
  const local = runs.map(({ from, to }) => activationOf(activations.slice(from, to)));
  for (const [i, table] of tables.entries()) {
    assertStochastic(`tables[${i}]`, table, { columns: local[i]!.length });
  }
  return { tables, activations, sizes, local, expected: tables.map((table, i) => multiply(table, local[i]!)) };
}

/** Blocks of weights, |S_i| numbers for each node of alpha. Throws TheoryError for other sizes. */
export function assertBlocks(parameter: string, blocks: readonly Vector[], sizes: readonly number[]): void {
  if (blocks.length !== sizes.length) {
    throw domainError(`${parameter}.length`, blocks.length, `${sizes.length}, one a node`, "Pass one block a node.");
  }
  for (const [i, block] of blocks.entries()) assertNumbers(`${parameter}[${i}]`, block, sizes[i]!);
}

/** One list of numbers for each node of alpha, as long as the node has events. Throws TheoryError otherwise. */
export function assertFactors(parameter: string, factors: readonly Vector[], tables: readonly Matrix[]): void {
  if (factors.length !== tables.length) {
    throw domainError(
      `${parameter}.length`,
      factors.length,
      `${tables.length}, one a factor of alpha`,
      "Pass one a factor.",
    );
  }
  for (const [i, factor] of factors.entries()) assertNumbers(`${parameter}[${i}]`, factor, tables[i]!.length);
}
