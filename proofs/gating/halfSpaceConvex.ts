/**
 * A neuron of a deep linearly gated network is an affine function of the input. Between two points x and y it takes values between those at the points, so
 * that where both are from 0 up none between is negative: half-spaces are convex, and so are their intersections.
 */
import { minus, plus, type Term, times } from "../../src/symbolic/build.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const at = (first: Term, second: Term) => plus(times("a", first), times("b", second), "c");
const between = (k: 1 | 2) => plus(`x_${k}`, times("t", minus(`y_${k}`, `x_${k}`)));
const mean = equation(symbol("eta_z"), plus(times(minus(1, "t"), "eta_x"), times("t", "eta_y")));

export const halfSpaceConvex = proofBy(
  {
    id: "gating/half-space-convex",
    title: "Between two points a neuron's value is their mean with weights 1 - t and t",
    source: "Sections 2.2 and 3.1",
    claim: mean,
  },
  (builder) => {
    const parts = [
      builder.define(symbol("eta_x"), at("x_1", "x_2"), "a neuron's value at x"),
      builder.define(symbol("eta_y"), at("y_1", "y_2"), "at y"),
      builder.define(symbol("eta_z"), at(between(1), between(2)), "at x + t (y - x)"),
    ];
    builder.deduce(mean, "exact arithmetic", parts);
  },
);
