/**
 * A + semicircle for A with the eigenvalues a and -a, half of them each: m = (1/2)/(a - E - m) + (1/2)/(-a - E - m) is the cubic
 * m^3 + 2 E m^2 + (E^2 - a^2 + 1) m + E = 0. The edges are where z(u) = u - (1/2)/(a - u) - (1/2)/(-a - u) has slope 0.
 */
import { minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const cubic = plus(
  power("m", 3),
  times(2, "E", power("m", 2)),
  times(plus(minus(power("E", 2), power("a", 2)), 1), "m"),
  "E",
);
const claim = equation(symbol("r"), cubic);

export const deformedCubic = proofBy(
  {
    id: "landscape/deformed-cubic",
    title: "The Dyson equation of two opposite atoms and a semicircle is a cubic",
    source: "Eqn. 9 with A, S[R] = (tr R/N) I",
    claim,
  },
  (builder) => {
    const up = over(1, times(2, minus(minus("a", "E"), "m")));
    const down = over(1, times(2, minus(minus(minus(0, "a"), "E"), "m")));
    const rule = "m less the right side, times (E + m)^2 - a^2";
    const scale = minus(power(plus("E", "m"), 2), power("a", 2));
    const residual = builder.define(symbol("r"), times(minus("m", plus(up, down)), scale), rule);
    builder.deduce(claim, "exact arithmetic", [residual]);
  },
);

/** z(u) = u + u/(u^2 - a^2). */
const z = plus("u", over("u", minus(power("u", 2), power("a", 2))));
const slope = equation(
  symbol("dz"),
  over(
    minus(power(minus(power("u", 2), power("a", 2)), 2), plus(power("u", 2), power("a", 2))),
    power(minus(power("u", 2), power("a", 2)), 2),
  ),
);

export const deformedEdges = proofBy(
  {
    id: "landscape/deformed-edges",
    title: "The edges of two opposite atoms and a semicircle are z(u) where (u^2 - a^2)^2 = u^2 + a^2",
    source: "Eqn. 9 with A, S[R] = (tr R/N) I",
    claim: slope,
  },
  (builder) => {
    const own = builder.define(symbol("dz"), differentiate(z, "u"), "the derivative of z(u) = u - mean of 1/(a_i - u)");
    builder.deduce(slope, "exact arithmetic", [own]);
  },
);

export const deformed = Object.freeze([deformedCubic, deformedEdges]);
