/**
 * Theorem 1. At a critical point of SGD every batch of B of the N samples has sum_(i in batch) g_i = 0. The incidence matrix M of batches and samples has
 *
 *   M^T M = (a - b) I + b 1 1^T,   a = C(N-1, B-1) batches with one sample, b = C(N-2, B-2) with two,
 *
 * whose smallest eigenvalue is a - b = C(N-2, B-1): at least 1 for 1 <= B < N, and 0 for B = N. So all g_i = 0 exactly where B < N, and the rank of M is
 * N there. Exact elimination confirms the rank for N = 2 to 6 and every B; it is 1 for B = N.
 */
import { minus } from "../../src/symbolic/build.js";
import type { Setting } from "../../src/symbolic/derivation/builder.js";
import { exactRank } from "../../src/symbolic/exact/rank.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { compare, equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { proofBy } from "../proofBy.js";

const choose = (n: Expression, k: Expression): Expression => call("Binomial", n, k);
const [N, size] = [symbol("N"), symbol("b")];
const setting: Setting = {
  assumptions: [compare("GreaterEqual", N, integer(2)), compare("GreaterEqual", size, integer(1))],
  domains: { N: { min: 2, max: 20, integer: true }, b: { min: 1, max: 2, integer: true } },
};
const eigenvalue = equation(symbol("lambda"), choose(minus(N, 2), minus(size, 1)));

export const interpolationEigenvalue = proofBy(
  {
    id: "alignment/interpolation-eigenvalue",
    title: "Batches of b among N samples see each sample with the eigenvalue C(N-2, b-1)",
    source: "Theorem 1",
    claim: eigenvalue,
  },
  (builder) => {
    const own = builder.define(symbol("a"), choose(minus(N, 1), minus(size, 1)), "batches that contain one sample");
    const pair = builder.define(symbol("p"), choose(minus(N, 2), minus(size, 2)), "batches that contain two samples");
    const rule = "M^T M = (a - p) I + p 1 1^T on vectors of sum 0";
    const least = builder.define(symbol("lambda"), minus("a", "p"), rule, [own, pair]);
    builder.deduce(eigenvalue, "Pascal's rule", [least, own, pair]);
  },
  setting,
);

/** One row a subset of `batch` out of `samples` things, 1 for its members. */
function incidence(samples: number, batch: number): readonly (readonly number[])[] {
  const members = Array.from({ length: 2 ** samples }, (_, bits) =>
    Array.from({ length: samples }, (__, k) => (bits >> k) & 1),
  );
  return members.filter((row) => row.reduce((sum, x) => sum + x, 0) === batch);
}

/** Whether the rank is N for every B < N, and 1 for B = N. */
const ranksAre = (samples: number): boolean =>
  Array.from({ length: samples }, (_, k) => k + 1).every(
    (batch) =>
      exactRank(incidence(samples, batch).map((row) => row.map((x) => rational(x)))) ===
      (batch < samples ? samples : 1),
  );

const rankProof = (samples: number) => {
  const claim = equation(symbol("rank"), integer(samples));
  const said = { id: `alignment/interpolation-rank-${samples}`, source: "Theorem 1", claim };
  const title = `All batches smaller than ${samples} among ${samples} samples determine them`;
  return proofBy({ ...said, title }, (builder) => {
    builder.confirm(
      claim,
      `exact elimination for B = 1 to ${samples - 1}; 1 for B = ${samples}`,
      [],
      ranksAre(samples),
    );
  });
};

export const interpolationRanks = Object.freeze([2, 3, 4, 5, 6].map(rankProof));
export const interpolation = Object.freeze([interpolationEigenvalue, ...interpolationRanks]);
