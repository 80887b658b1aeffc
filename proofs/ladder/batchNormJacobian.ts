/**
 * Theorem 5. Batch normalisation of one node over N samples, f_bar = c_1 (f - mu)/sigma + c_0, mu and sigma^2 the mean and the variance of f, has the
 * Jacobian c_1/sigma times a projection:
 *
 *   J = c_1/sigma (I - (1 1^T + t t^T)/N),   t = (f - mu)/sigma,   J 1 = J f = J f_bar = 0,   rank J = N - 2.
 *
 * For any N: samples i and j are named, the others enter mu and sigma by their sum R and the sum Q of their squares alone. sigma > 0 is assumed,
 * and batch normalisation's eps is 0. The printed Eqn. 74 divides by the norm of the centred f, which is the sigma here.
 */
import { minus, negative, over, plus, power, root, type Term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { cite } from "../cite.js";
import { proofBy } from "../proofBy.js";

const [mu, sigma, N] = ["mu", "sigma", "N"].map((name) => symbol(name)) as [Expression, Expression, Expression];
const others = minus(N, 2);
const scale = over("c_1", sigma);

const meanOf = over(plus("f_i", "f_j", "R"), N);
const deviationOf = (mean: Term): Expression =>
  root(minus(over(plus(power("f_i", 2), power("f_j", 2), "Q"), N), power(mean, 2)));
const outputOf = plus(times("c_1", over(minus("f_i", meanOf), deviationOf(meanOf))), "c_0");

/** mu, sigma, t_i and, unless it is not needed, t_j by their definitions. */
const standardised = (builder: DerivationBuilder, samples = ["i", "j"]): readonly number[] => {
  const mean = builder.define(mu, meanOf, "definition: R is the sum of the other samples");
  const deviation = builder.define(sigma, deviationOf(mu), "definition: Q is the sum of the others' squares", [mean]);
  const own = samples.map((k) =>
    builder.define(symbol(`t_${k}`), over(minus(`f_${k}`, mu), sigma), "definition", [mean, deviation]),
  );
  return [mean, deviation, ...own];
};

const source = "Theorem 5, Eqn. 77";
const diagonal = equation(symbol("J_ii"), times(scale, minus(1, over(plus(1, power("t_i", 2)), N))));
const offDiagonal = equation(symbol("J_ij"), negative(over(times(scale, plus(1, times("t_i", "t_j"))), N)));

const entry = (slug: string, title: string, claim: typeof diagonal, by: "f_i" | "f_j") =>
  proofBy({ id: `ladder/${slug}`, title, source, claim }, (builder) => {
    const parts = standardised(builder, by === "f_i" ? ["i"] : ["i", "j"]);
    const slope = builder.define(claim.left, differentiate(outputOf, by), `the derivative of output i by ${by}`);
    builder.deduce(claim, "exact arithmetic", [slope, ...parts]);
  });

export const batchNormJacobianDiagonal = entry(
  "batch-norm-jacobian-diagonal",
  "An output of batch normalisation by its own input",
  diagonal,
  "f_i",
);
export const batchNormJacobianOffDiagonal = entry(
  "batch-norm-jacobian-off-diagonal",
  "An output of batch normalisation by another input",
  offDiagonal,
  "f_j",
);

/** sum_k J_ik v_k from the sums of v and t v over the samples that are not named. */
const rowTimes = (vi: Term, vj: Term, sum: Term, tSum: Term): Expression =>
  plus(times("J_ii", vi), times("J_ij", vj), negative(over(times(scale, plus(sum, times("t_i", tSum))), N)));

const tSum = over(minus("R", times(others, mu)), sigma);
const tfSum = over(minus("Q", times(mu, "R")), sigma);

const kernelProof = (slug: string, title: string, name: string, row: Expression, rule: string) => {
  const claim = equation(symbol(name), plus());
  return proofBy({ id: `ladder/${slug}`, title, source: "Theorem 5, Eqn. 78", claim }, (builder) => {
    const entries = [cite(builder, batchNormJacobianDiagonal), cite(builder, batchNormJacobianOffDiagonal)];
    const parts = standardised(builder);
    const sum = builder.define(symbol(name), row, rule, entries);
    builder.deduce(claim, "exact arithmetic", [sum, ...entries, ...parts]);
  });
};

export const batchNormJacobianOnes = kernelProof(
  "batch-norm-jacobian-ones",
  "Batch normalisation does not see a shift of all its inputs",
  "J1_i",
  rowTimes(1, 1, others, tSum),
  "row i of J 1: N - 2 other samples, sum of t over them (R - (N-2) mu)/sigma",
);
export const batchNormJacobianActivation = kernelProof(
  "batch-norm-jacobian-activation",
  "Batch normalisation does not see a scale of its input",
  "Jf_i",
  rowTimes("f_i", "f_j", "R", tfSum),
  "row i of J f: sum of t f over the other samples (Q - mu R)/sigma",
);

/** The affine image c_1 t + c_0 of a vector's coordinate or sum over so many samples. */
const imageOf = (value: Term, count: Term): Expression =>
  plus(times("c_1", over(minus(value, times(count, mu)), sigma)), times("c_0", count));
const tImageSum = plus(times("c_1", over(minus(tfSum, times(mu, tSum)), sigma)), times("c_0", tSum));

export const batchNormJacobianOutput = kernelProof(
  "batch-norm-jacobian-output",
  "The Jacobian of batch normalisation annihilates its output",
  "Jb_i",
  rowTimes(imageOf("f_i", 1), imageOf("f_j", 1), imageOf("R", others), tImageSum),
  "row i of J f_bar, f_bar = c_1 t + c_0",
);

const [ones, squares] = [symbol("T_1"), symbol("T_2")];
const projected = minus(1, over(plus(1, power("t_i", 2)), N));

/** sum t^2 = N over all samples. */
function sumOfSquares(builder: DerivationBuilder, parts: readonly number[]): number {
  const rest = over(plus(minus("Q", times(2, mu, "R")), times(others, power(mu, 2))), power(sigma, 2));
  const all = plus(power("t_i", 2), power("t_j", 2), rest);
  const defined = builder.define(squares, all, "definition: the sum of t^2 over all samples", parts);
  return builder.deduce(equation(squares, N), "exact arithmetic", [defined, ...parts]);
}

/** sum t = 0 and sum t^2 = N over all samples. */
function sums(builder: DerivationBuilder): readonly number[] {
  const parts = standardised(builder);
  const all = plus("t_i", "t_j", tSum);
  const defined = builder.define(ones, all, "definition: the sum of t over all samples", parts);
  const first = builder.deduce(equation(ones, plus()), "exact arithmetic", [defined, ...parts]);
  return [first, sumOfSquares(builder, parts)];
}

/** Off-diagonal entry of (I - A)^2, A = (1 1^T + t t^T)/N. */
const squareEntry = plus(
  times(-2, over(plus(1, times("t_i", "t_j")), N)),
  over(plus(N, times(plus("t_i", "t_j"), ones), times("t_i", "t_j", squares)), power(N, 2)),
);
const idempotent = equation(symbol("S_ij"), negative(over(plus(1, times("t_i", "t_j")), N)));
const ownSquareEntry = plus(
  minus(1, times(2, over(plus(1, power("t_i", 2)), N))),
  over(plus(N, times(2, "t_i", ones), times(power("t_i", 2), squares)), power(N, 2)),
);

export const batchNormProjection = proofBy(
  {
    id: "ladder/batch-norm-projection",
    title: "I - (1 1^T + t t^T)/N is a projection, off the diagonal",
    source,
    claim: idempotent,
  },
  (builder) => {
    const known = sums(builder);
    const square = builder.define(symbol("S_ij"), squareEntry, "entry ij of the square", known);
    builder.deduce(idempotent, "exact arithmetic", [square, ...known]);
  },
);
export const batchNormProjectionDiagonal = proofBy(
  {
    id: "ladder/batch-norm-projection-diagonal",
    title: "I - (1 1^T + t t^T)/N is a projection, on the diagonal",
    source,
    claim: equation(symbol("S_ii"), projected),
  },
  (builder) => {
    const known = sums(builder);
    const square = builder.define(symbol("S_ii"), ownSquareEntry, "entry ii of the square", known);
    builder.deduce(equation(symbol("S_ii"), projected), "exact arithmetic", [square, ...known]);
  },
);
export const batchNormRank = proofBy(
  {
    id: "ladder/batch-norm-rank",
    title: "The Jacobian of batch normalisation has rank N - 2",
    source,
    claim: equation(symbol("rank"), others),
  },
  (builder) => {
    const known = sumOfSquares(builder, standardised(builder));
    const trace = minus(N, over(plus(N, squares), N));
    const rank = builder.define(symbol("rank"), trace, "the rank of a projection is its trace", [known]);
    builder.deduce(equation(symbol("rank"), others), "exact arithmetic", [rank, known]);
  },
);

export const batchNormJacobian = Object.freeze([
  batchNormJacobianDiagonal,
  batchNormJacobianOffDiagonal,
  batchNormJacobianOnes,
  batchNormJacobianActivation,
  batchNormJacobianOutput,
  batchNormProjection,
  batchNormProjectionDiagonal,
  batchNormRank,
]);
