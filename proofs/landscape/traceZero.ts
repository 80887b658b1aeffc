/**
 * Where the risk of a ReLU network with a loss of the class L0 is twice differentiable, gates and slopes of the loss are constant nearby. A weight w then
 * enters T once on each path that has it: T = a + b w with a, b free of w, and l = k + s T. The second derivative by each weight is zero; so is the trace.
 * For eigenvalues between their extremes a and b, (lambda - a)(b - lambda) >= 0 sums to
 *
 *   (a + b) tr H - tr H^2 - N a b >= 0:   tr H^2 <= -N a b where tr H = 0. A nonzero H has a < 0 < b.
 */
import { minus, negative, plus, power, term, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const loss = plus("k", times("s", plus("a", times("b", "w"))));
const noCurvature = equation(symbol("l_ww"), term(0));

export const affineWeight = proofBy(
  {
    id: "landscape/affine-weight",
    title: "The loss of the class L0 of a ReLU network has second derivative zero by each weight",
    source: "Eqn. 5 and 12",
    claim: noCurvature,
  },
  (builder) => {
    const rule = "gates and the slope s of the loss are constant nearby: l = k + s (a + b w)";
    const second = differentiate(differentiate(loss, "w"), "w");
    const curvature = builder.define(symbol("l_ww"), second, rule);
    builder.deduce(noCurvature, "differentiation", [curvature]);
  },
);

const eigenvalues = ["a", "lambda", "b"] as const;
const products = (value: string) => times(minus(value, "a"), minus("b", value));
const identity = equation(symbol("s"), minus(negative(symbol("t2")), times(3, "a", "b")));

export const traceBound = proofBy(
  {
    id: "landscape/trace-bound",
    title: "With trace zero, the sum of (lambda - a)(b - lambda), none of which is negative, is -tr H^2 - N a b",
    source: "Theorem 5.1; eigenvalues a <= lambda <= b, N = 3",
    claim: identity,
  },
  (builder) => {
    const sum = builder.define(
      symbol("s"),
      plus(...eigenvalues.map(products)),
      "terms that are not negative for a <= lambda <= b",
    );
    const squares = builder.define(symbol("t2"), plus(...eigenvalues.map((each) => power(each, 2))), "tr H^2");
    const trace = builder.calculate(
      equation(symbol("lambda"), negative(plus("a", "b"))),
      "the trace a + lambda + b is zero",
      [],
    );
    builder.deduce(identity, "exact arithmetic", [sum, squares, trace]);
  },
);
