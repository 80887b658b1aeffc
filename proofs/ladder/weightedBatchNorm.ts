/**
 * Eqn. 12's batch normalisation, over events of probability p_k instead of samples: mu = sum p f, sigma^2 = sum p f^2 - mu^2, t = (f - mu)/sigma,
 *
 *   J = c_1/sigma (I - 1 p^T - t (p.t)^T),   (p.t)_k = p_k t_k,
 *
 * which is Theorem 5's where all p are 1/N. For any number of events: i and j are named, the others enter by the sums R of p f and Q of p f^2.
 */
import { minus, negative, over, plus, power, root, type Term, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { symbol } from "../../src/symbolic/expression.js";
import { type Comparison, equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const meanOf = plus(times("p_i", "f_i"), times("p_j", "f_j"), "R");
const deviationOf = (mean: Term) =>
  root(minus(plus(times("p_i", power("f_i", 2)), times("p_j", power("f_j", 2)), "Q"), power(mean, 2)));
const outputOf = plus(times("c_1", over(minus("f_i", meanOf), deviationOf(meanOf))), "c_0");
const scale = over("c_1", "sigma");

const entry = (slug: string, title: string, claim: Comparison, by: "i" | "j") =>
  proofBy({ id: `ladder/${slug}`, title, source: "Eqn. 12", claim }, (builder) => {
    const mean = builder.define(symbol("mu"), meanOf, "definition: R is the sum of p f over the other events");
    const rule = "definition: Q is the sum of p f^2 over the others";
    const deviation = builder.define(symbol("sigma"), deviationOf("mu"), rule, [mean]);
    const parts = [...new Set(["i", by])].map((k) =>
      builder.define(symbol(`t_${k}`), over(minus(`f_${k}`, "mu"), "sigma"), "definition", [mean, deviation]),
    );
    const slope = builder.define(
      claim.left,
      differentiate(outputOf, `f_${by}`),
      `the derivative of output i by f_${by}`,
    );
    builder.deduce(claim, "exact arithmetic", [slope, mean, deviation, ...parts]);
  });

export const weightedBatchNormDiagonal = entry(
  "weighted-batch-norm-diagonal",
  "An output of event-wise batch normalisation by its own input",
  equation(symbol("J_ii"), times(scale, minus(minus(1, "p_i"), times("p_i", power("t_i", 2))))),
  "i",
);
export const weightedBatchNormOffDiagonal = entry(
  "weighted-batch-norm-off-diagonal",
  "An output of event-wise batch normalisation by another input",
  equation(symbol("J_ij"), negative(times(scale, "p_j", plus(1, times("t_i", "t_j"))))),
  "j",
);

export const weightedBatchNorm = Object.freeze([weightedBatchNormDiagonal, weightedBatchNormOffDiagonal]);
