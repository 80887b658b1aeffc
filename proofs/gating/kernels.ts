/**
 * Kernels of fixed gates. The overlap kernel sums over paths i_1, ..., i_(L-1), a Cartesian product, and the summand is a product over layers: the sum is the
 * product of the layers' sums. A quadratic form of it is a sum of squares, one for each path.
 *
 * Means over independent expert weights with E u = 0 and E u^2 = s: f(x) f(x') and df(x)/du df(x')/du are polynomials of degree at most two in each weight, and the
 * mean of such a polynomial over a law with these moments is that over the two points +-sqrt(s): here (p(r) + p(-r))/2 for every weight in turn, s = r^2.
 * One input, a layer of two neurons, one of one neuron, one output: L = 3.
 */
import { negative, over, plus, power, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { type Expression, substitute, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const two = [1, 2] as const;
const sum = (of: (k: 1 | 2) => Expression): Expression => plus(...two.map(of));
/** Gates at x and at x'. */
const own = (l: number, i: number) => symbol(`f${l}_${i}`);
const other = (l: number, i: number) => symbol(`g${l}_${i}`);
const shared = (l: number) => sum((i) => times(own(l, i), other(l, i)));
const overPaths = sum((i) => sum((j) => times(times(own(1, i), own(2, j)), times(other(1, i), other(2, j)))));
const product = equation(symbol("Lambda"), times(shared(1), shared(2)));

export const overlapProduct = proofBy(
  {
    id: "gating/overlap-product",
    title: "The sum over paths of the product of gates is the product over layers of the shared gates",
    source: "section 3.2",
    claim: product,
  },
  (builder) => {
    const value = builder.define(symbol("Lambda"), overPaths, "the sum over the paths i_1, i_2 of f_pi(x) f_pi(x')");
    builder.deduce(product, "exact arithmetic", [value]);
  },
);

/** v^T Lambda v of two points and two neurons. */
const squares = sum((i) => power(plus(times("v_1", own(1, i)), times("v_2", other(1, i))), 2));
const form = equation(symbol("Q"), squares);

export const overlapSquares = proofBy(
  {
    id: "gating/overlap-squares",
    title: "A quadratic form of the overlap kernel is a sum of squares, one for each path",
    source: "section 3.2",
    claim: form,
  },
  (builder) => {
    const entries = [
      builder.define(
        symbol("L_11"),
        sum((i) => power(own(1, i), 2)),
        "Lambda(x, x)",
      ),
      builder.define(symbol("L_12"), shared(1), "Lambda(x, x')"),
      builder.define(
        symbol("L_22"),
        sum((i) => power(other(1, i), 2)),
        "Lambda(x', x')",
      ),
    ];
    const value = plus(times(power("v_1", 2), "L_11"), times(2, "v_1", "v_2", "L_12"), times(power("v_2", 2), "L_22"));
    const whole = builder.define(symbol("Q"), value, "v^T Lambda v", entries);
    builder.deduce(form, "exact arithmetic", [whole, ...entries]);
  },
);

const weights = ["u1_1", "u1_2", "u2_1", "u2_2", "u3_1"];
/** The output with these gates at the input `x`. */
const output = (gates: typeof own, x: string): Expression =>
  times(
    "u3_1",
    gates(2, 1),
    sum((i) => times(`u2_${i}`, gates(1, i), `u1_${i}`, x)),
  );
const mean = (polynomial: Expression): Expression =>
  weights.reduce((p, u) => over(plus(substitute(p, u, symbol("r")), substitute(p, u, negative("r"))), 2), polynomial);
const overlap = times(shared(1), own(2, 1), other(2, 1));
const between = times("x", "y", overlap);

const covariance = equation(symbol("C"), times(power("r", 6), between));

export const meanOutput = proofBy(
  {
    id: "gating/mean-output",
    title: "For fixed gates E f(x) f(x') is sigma^(2L) <x, x'> times the overlap",
    source: "section 3.2; ours",
    claim: covariance,
  },
  (builder) => {
    const rule = "the mean over the two points +-r of every weight";
    const value = builder.define(symbol("C"), mean(times(output(own, "x"), output(other, "y"))), rule);
    builder.deduce(covariance, "exact arithmetic", [value]);
  },
);

const tangent = equation(symbol("T"), times(3, power("r", 4), between));

export const meanTangent = proofBy(
  {
    id: "gating/mean-tangent",
    title: "For fixed gates the mean tangent kernel is L sigma^(2(L-1)) <x, x'> times the overlap, at this width",
    source: "section 4; ours",
    claim: tangent,
  },
  (builder) => {
    const parts = weights.map((u, k) => {
      const slopes = times(differentiate(output(own, "x"), u), differentiate(output(other, "y"), u));
      return builder.define(
        symbol(`T_${k + 1}`),
        mean(slopes),
        `the mean over the weights of the product of slopes in ${u}`,
      );
    });
    const total = builder.define(
      symbol("T"),
      plus(...parts.map((_, k) => symbol(`T_${k + 1}`))),
      "the tangent kernel",
      parts,
    );
    builder.deduce(tangent, "exact arithmetic", [total, ...parts]);
  },
);

export const kernels = Object.freeze([overlapProduct, overlapSquares, meanOutput, meanTangent]);
