/**
 * What the conditions of Theorem 2 ask for.
 *
 * Broadness, P(x_j | z_a, z_b) = P(x_j | z_a). In a deterministic ladder z_b is a function of x_j. Given z_a, let the inputs with this z_b have
 * probabilities q_1, q_2 and the others r_1, r_2; q = q_1 + q_2 = P(z_b | z_a). The total variation distance of the two laws is 1 - q: broadness
 * holds exactly where every P(z_b | z_a) is 0 or 1. More inputs are more terms of the same sums.
 *
 * Decorrelation of f_raw and the gate f' = 1[f_raw > 0], given z: with P_open = P(f_raw > 0), P_shut = 1 - P_open and the conditional means E_open > 0 >= E_shut,
 *
 *   Cov(f_raw, f') = P_open P_shut (E_open - E_shut),
 *
 * which is positive unless the gate is constant given z: D is 0/1 where Theorem 2 applies.
 */
import { minus, over, plus, times } from "../../src/symbolic/build.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const violation = equation(symbol("TV"), minus(1, "q"));

export const broadnessViolation = proofBy(
  {
    id: "ladder/broadness-violation",
    title: "In a deterministic ladder broadness is violated by 1 - P(z_b | z_a)",
    source: "Theorem 2, broadness of knowledge",
    claim: violation,
  },
  (builder) => {
    const share = builder.define(symbol("q"), plus("q_1", "q_2"), "definition: P(z_b | z_a)");
    const rest = builder.define(symbol("r_1"), minus(minus(1, "q"), "r_2"), "the probabilities given z_a sum to 1", [
      share,
    ]);
    const more = (name: string): Expression => minus(over(name, "q"), name);
    const half = over(plus(more("q_1"), more("q_2"), "r_1", "r_2"), 2);
    const rule =
      "definition: half the sum of |P(x|z_a,z_b) - P(x|z_a)|; q_k/q >= q_k, and the others become impossible";
    const distance = builder.define(symbol("TV"), half, rule, [share, rest]);
    builder.deduce(violation, "exact arithmetic", [distance, rest, share]);
  },
);

const covariance = equation(symbol("Cov"), times("P_open", "P_shut", minus("E_open", "E_shut")));

export const decorrelationCovariance = proofBy(
  {
    id: "ladder/decorrelation-covariance",
    title: "A ReLU's input and gate are correlated unless the gate is constant",
    source: "Theorem 2, decorrelation",
    claim: covariance,
  },
  (builder) => {
    const rest = builder.define(symbol("P_shut"), minus(1, "P_open"), "definition: the gate is closed");
    const open = times("P_open", "E_open");
    const mean = plus(open, times("P_shut", "E_shut"));
    const rule = "E[f_raw f'] - E[f_raw] E[f'], as f' = 1 where the gate is open and 0 elsewhere";
    const defined = builder.define(symbol("Cov"), minus(open, times("P_open", mean)), rule, [rest]);
    builder.deduce(covariance, "exact arithmetic", [defined, rest]);
  },
);

export const conditions = Object.freeze([broadnessViolation, decorrelationCovariance]);
