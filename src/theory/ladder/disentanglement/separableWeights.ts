import { domainError } from "../../../numeric/domain.js";
import { largestEntry, type Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { anyMatrix, assertShapes, fromZero, optionsOf } from "../../../numeric/shape.js";
import { counts } from "../shapes.js";

export interface SeparableWeights {
  /** Column i on the rows of S_i. */
  readonly blocks: readonly Vector[];
  /** The largest entry outside the blocks. */
  readonly residual: number;
  /** residual <= tolerance. */
  readonly separable: boolean;
}

/**
 * Whether W_beta_alpha = diag(W[S_1, 1], ..., W[S_n, n]): node i of alpha sees the nodes S_i of beta only.
 *
 * W: n_beta x n_alpha; sizes: |S_i| of each node of alpha, which cut the nodes of beta into consecutive runs (the order of beta's bits follows S); they sum to
 * n_beta, zeros are allowed. tolerance: default 1e-9 times the largest entry. Source: Definition 5 of the ladder paper.
 * @throws TheoryError "domain" for sizes that do not fit.
 */
export function separableWeights(
  W: Matrix,
  sizes: readonly number[],
  options: { readonly tolerance?: number } = {},
): SeparableWeights {
  assertShapes({ W: anyMatrix, sizes: counts, options: optionsOf({ tolerance: fromZero }) }, { W, sizes, options });
  const runs = runsOf(sizes);
  assertMatrix("W", W, { rows: runs.at(-1)?.to ?? 0, columns: sizes.length });
  const { tolerance = 1e-9 * largestEntry(W) } = options;
  let residual = 0;
  for (const [k, row] of W.entries()) {
    for (const [i, value] of row.entries()) {
      if (k < runs[i]!.from || k >= runs[i]!.to) residual = Math.max(residual, Math.abs(value));
    }
  }
  const blocks = runs.map(({ from, to }, i) => W.slice(from, to).map((row) => row[i]!));
  return { blocks, residual, separable: residual <= tolerance };
}

/** The matrix with these blocks: column i has block i on S_i, zeros elsewhere. */
export function separable(blocks: readonly Vector[]): number[][] {
  blocks.forEach((block, i) => {
    assertNumbers(`blocks[${i}]`, block);
  });
  return blocks.flatMap((block, i) => block.map((value) => blocks.map((_, j) => (i === j ? value : 0))));
}

/** The consecutive runs of indices that the sizes cut. Throws TheoryError for sizes that are no counts. */
export function runsOf(sizes: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const bad = sizes.findIndex((size) => !Number.isInteger(size) || size < 0);
  if (sizes.length === 0 || bad >= 0) {
    const value = bad >= 0 ? sizes[bad] : "[]";
    throw domainError(bad >= 0 ? `sizes[${bad}]` : "sizes", value, "integers from 0 up, at least one", "Pass |S_i|.");
  }
  let from = 0;
  return sizes.map((size) => {
    const run = { from, to: from + size };
    from = run.to;
    return run;
  });
}
