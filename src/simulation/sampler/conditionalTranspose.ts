import type { Block, Kernels } from "../kernels/kernels.js";
import { applyInverse, type SemidefiniteFactor } from "../semidefiniteCholesky.js";

/** What is known when W^T D is drawn. */
export interface TransposeProblem {
  /** X, N x C. */
  readonly x: Block;
  /** X^T X / N = L L^T. */
  readonly gram: SemidefiniteFactor;
  /** A^T D / N for A = W X, C x C, row after row. Overwritten. */
  readonly cross: Float64Array;
}

/**
 * How W^T D is made of Y, N x C with rows N(0, weightVariance D^T D / N), which is W'^T D for a fresh copy W' of W.
 * Turns Y into it.
 */
export type TransposeLaw = (kernels: Kernels, problem: TransposeProblem, y: Block) => Promise<void>;

/**
 * W^T D given A = W X, exactly, for a gradient D that depends on W through A only. With K = X^T X / N, the projection
 * on the column space of X is P = X K^- X^T / N, and W = W P + W (1-P) is a sum of independent parts, the first one
 * known:
 *
 *   P W^T D = X K^- X^T W^T D / N = X K^- A^T D / N,      (1-P) W^T D = (1-P) W'^T D = Y - X K^- X^T Y / N  in law,
 *   W^T D = Y + X K^- (A^T D - X^T Y) / N.
 *
 * Any g-inverse K^- gives the same: X K^- X^T does not depend on it, and A^T = X^T W^T. So the law is exact for
 * singular K too (fewer neurons than samples, linear activations), and nothing is assumed of N.
 * Source: the Gaussian conditioning of E. Bolthausen (2014) and of tensor programs, here without a limit; derivation
 * ours.
 */
export const conditionalTranspose: TransposeLaw = async (kernels, { x, gram, cross }, y) => {
  const projected = await kernels.gemmTN(x, y);
  for (let k = 0; k < cross.length; k++) cross[k]! -= projected[k]!;
  await kernels.addXM(y, x, applyInverse(gram, cross));
};
