/**
 * Regions of n lines in general position: every two meet in a point of their own. V = n(n-1)/2 points; every line is cut into n pieces by the n - 1 points
 * on it, E = n^2 pieces; and V - E + F = 1, where the unbounded pieces have no end. The line n + 1 is cut into n + 1 pieces, each of which splits a region.
 */
import { minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const pairs = over(times("n", minus("n", 1)), 2);
const count = equation(symbol("F"), plus(1, "n", pairs));

export const arrangementCount = proofBy(
  {
    id: "gating/arrangement-count",
    title: "n lines in general position make 1 + n + n(n-1)/2 regions",
    source: "Section 3.1",
    claim: count,
  },
  (builder) => {
    const parts = [
      builder.define(symbol("V"), pairs, "every two lines meet in a point of their own"),
      builder.define(symbol("E"), power("n", 2), "the n - 1 points on a line cut it into n pieces"),
    ];
    const regions = builder.define(symbol("F"), plus(1, minus("E", "V")), "Euler: V - E + F = 1", parts);
    builder.deduce(count, "exact arithmetic", [regions, ...parts]);
  },
);

const step = equation(symbol("F"), plus("before", "n", 1));

export const arrangementStep = proofBy(
  {
    id: "gating/arrangement-step",
    title: "One more line in general position adds one region for each of its n + 1 pieces",
    source: "Section 3.1",
    claim: step,
  },
  (builder) => {
    const parts = [
      builder.define(symbol("before"), plus(1, "n", pairs), "regions of n lines"),
      builder.define(symbol("F"), plus(1, plus("n", 1), over(times(plus("n", 1), "n"), 2)), "those of n + 1 lines"),
    ];
    builder.deduce(step, "exact arithmetic: the induction that starts with the plane, n = 0 and F = 1", parts);
  },
);
