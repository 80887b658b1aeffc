/**
 * Eqn. 9 and 10 and the time t_0. One teacher of length 1 and one student at the angle theta, d(w/|w|)/dt = (I - b b^T) r with b = w/|w| and r along the
 * teacher: d cos theta/dt = alpha psi sin^2 theta, and so d theta/dt = -alpha psi sin theta.
 *
 * For psi = (pi - theta)/(2 pi) the time from pi - eps to theta_0 is, with u = pi - theta and delta = pi - theta_0,
 *
 *   t_0 = (2 pi/alpha) int_eps^delta du/(u sin u),   1/u^2 <= 1/(u sin u) <= 1/sin^2 u,
 *
 * and so (1/eps - 1/delta) <= alpha t_0/(2 pi) <= cot eps - cot delta. As cot eps < 1/eps, the lower bound is t_0 up to 1/delta - cot delta, which does
 * not grow as eps -> 0. The paper's t_0 lacks the factor 2 pi/alpha.
 */
import { minus, negative, over, pi, power, type Term, term, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { call, type Expression, substitute, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const theta = symbol("theta");
const [sine, cosine] = [call("Sin", theta), call("Cos", theta)];
const turn = equation(symbol("dtheta"), negative(times("alpha", "psi", sine)));

export const angleFlow = proofBy(
  {
    id: "alignment/angle-flow",
    title: "The angle to a teacher falls at the rate alpha psi sin theta",
    source: "Eqn. 9 and 10",
    claim: turn,
  },
  (builder) => {
    const rule = "Eqn. 9: teacher.(I - b b^T) r, r = alpha psi teacher, b.teacher = cos theta";
    const slope = builder.define(symbol("dcos"), times("alpha", "psi", minus(1, power(cosine, 2))), rule);
    const quotient = over("dcos", differentiate(cosine, "theta"));
    const chain = builder.define(symbol("dtheta"), quotient, "the chain rule for cos theta", [slope]);
    builder.deduce(turn, "sin^2 + cos^2 = 1", [chain, slope]);
  },
);

const antiderivative = negative(over(1, "u"));
const leading = equation(
  symbol("T"),
  times(over(times(2, pi), "alpha"), minus(over(1, "eps"), over(1, minus(pi, "theta_0")))),
);

export const slowTime = proofBy(
  {
    id: "alignment/slow-time",
    title:
      "The time from pi - eps to theta_0 is at least (2 pi/alpha)(1/eps - 1/(pi - theta_0)), and that to leading order",
    source: "Section 5.3, t_0 after Eqn. 10",
    claim: leading,
  },
  (builder) => {
    const slope = builder.deduce(
      equation(differentiate(antiderivative, "u"), over(1, power("u", 2))),
      "an antiderivative of 1/u^2",
      [],
    );
    const between = minus(
      substitute(antiderivative, "u", minus(pi, "theta_0")),
      substitute(antiderivative, "u", symbol("eps")),
    );
    const rule = "2 pi/(alpha u sin u) >= 2 pi/(alpha u^2), u = pi - theta; integrated from eps to pi - theta_0";
    const time = builder.define(symbol("T"), times(over(times(2, pi), "alpha"), between), rule, [slope]);
    builder.deduce(leading, "exact arithmetic", [time]);
  },
);

const cotangent = (u: Term): Expression => over(call("Cos", term(u)), call("Sin", term(u)));
const longest = equation(
  symbol("T_max"),
  times(over(times(2, pi), "alpha"), minus(cotangent("eps"), cotangent("delta"))),
);

export const slowTimeBound = proofBy(
  {
    id: "alignment/slow-time-bound",
    title: "The time from pi - eps to theta_0 is at most (2 pi/alpha)(cot eps - cot(pi - theta_0))",
    source: "Section 5.3, t_0 after Eqn. 10",
    claim: longest,
  },
  (builder) => {
    const whole = negative(cotangent("u"));
    const slope = builder.deduce(
      equation(differentiate(whole, "u"), over(1, power(call("Sin", symbol("u")), 2))),
      "an antiderivative of 1/sin^2, by sin^2 + cos^2 = 1",
      [],
    );
    const between = minus(substitute(whole, "u", symbol("delta")), substitute(whole, "u", symbol("eps")));
    const rule = "1/(u sin u) <= 1/sin^2 u, as 0 < sin u <= u; integrated from eps to delta = pi - theta_0";
    const time = builder.define(symbol("T_max"), times(over(times(2, pi), "alpha"), between), rule, [slope]);
    builder.deduce(longest, "exact arithmetic", [time]);
  },
);

export const angle = Object.freeze([angleFlow, slowTime, slowTimeBound]);
