import { domainError } from "../domain.js";
import { tridiagonalEigenvalues } from "../linearAlgebra/tridiagonalEigenvalues.js";
import { centrePass, centreRecurrence, type Refined, refine } from "./orthonormalRecurrence.js";
import type { Rule } from "./rule.js";

/**
 * The n-point Gauss rule of a measure of total mass 1 from its Jacobi matrix: diagonal a_0 .. a_{n-1} and off-diagonal
 * b_1 .. b_{n-1} > 0 of x p_k = b_{k+1} p_{k+1} + a_k p_k + b_k p_{k-1}. The nodes are its eigenvalues.
 *
 * Source: G. H. Golub and J. H. Welsch, Math. Comp. 23 (1969) 221-230. Ours: eigenvalues only start the nodes, which are
 * polished by Newton on the recurrence, and the weights are 1 / sum p_k(node)^2 from the same pass (so eigenvector
 * components are not needed); a zero diagonal is solved at half size for the squared nodes and mirrored exactly.
 *
 * @throws TheoryError "domain" when lengths disagree or an off-diagonal entry is not finite and positive.
 */
export function golubWelsch(diagonal: Float64Array, offDiagonal: Float64Array): Rule {
  const n = diagonal.length;
  if (n < 1 || offDiagonal.length !== n - 1) {
    throw domainError("offDiagonal.length", offDiagonal.length, "diagonal.length - 1", "Pass n and n-1 entries.");
  }
  if (!diagonal.every(Number.isFinite) || !offDiagonal.every((b) => b > 0 && Number.isFinite(b))) {
    throw domainError("offDiagonal", "an entry", "finite diagonal, positive off-diagonal", "Check the coefficients.");
  }
  const recurrence = centreRecurrence(diagonal, offDiagonal);
  const pass = (out: Refined): void => centrePass(recurrence, out);
  if (diagonal.every((a) => a === 0)) return symmetricRule(n, positiveNodes(offDiagonal), (x) => refine(pass, x));
  const nodes = tridiagonalEigenvalues(diagonal, offDiagonal);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const refined = refine(pass, nodes[i]);
    nodes[i] = refined.node;
    weights[i] = refined.weight;
  }
  return { nodes, weights };
}

/**
 * The floor(n/2) positive nodes of a symmetric rule, ascending, from the odd-indexed block of the squared Jacobi matrix:
 * diagonal b_{2j+1}^2 + b_{2j+2}^2, off-diagonal b_{2j+2} b_{2j+3} (b_k = 0 for k >= n).
 */
export function positiveNodes(off: Float64Array): Float64Array {
  const half = (off.length + 1) >> 1;
  if (half === 0) return new Float64Array(0);
  const diagonal = new Float64Array(half);
  const offDiagonal = new Float64Array(half - 1);
  for (let j = 0; j < half; j++) {
    const left = off[2 * j];
    const right = 2 * j + 1 < off.length ? off[2 * j + 1] : 0;
    diagonal[j] = left * left + right * right;
    if (j + 1 < half) offDiagonal[j] = right * off[2 * j + 2];
  }
  return tridiagonalEigenvalues(diagonal, offDiagonal).map((square) => Math.sqrt(Math.max(square, 0)));
}

/** Refines each positive node, mirrors it, and adds the node 0 when n is odd. */
export function symmetricRule(n: number, positive: Float64Array, refineAt: (x: number) => Refined): Rule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  const half = positive.length;
  for (let i = 0; i < half; i++) {
    const { node, weight } = refineAt(positive[i]);
    const right = n - half + i;
    nodes[right] = node;
    weights[right] = weight;
    nodes[n - 1 - right] = -node;
    weights[n - 1 - right] = weight;
  }
  if (n % 2 === 1) weights[half] = refineAt(0).weight;
  return { nodes, weights };
}
