/**
 * Lemma C.9. For phi(x) = p x_+^alpha - m x_-^alpha, D = diag phi'(y), y ~ N(0, Sigma) and symmetric Lambda,
 *
 *   E[D Lambda y y^T D + D y y^T Lambda D] = alpha dV/dSigma {Sigma Lambda + Lambda Sigma},
 *
 * at Sigma = BSB1(sigma, c sigma). Lambda has symbols for its entries between samples 1 and 2 and from either to a third
 * sample, which stands for all others: both sides are linear in Lambda. By Euler's relation y phi'(y) = alpha phi(y), entry 12
 * on the left has the moments
 *
 *   M_11 = E[y_1 phi'(y_1) y_2 phi'(y_2)] = alpha^2 c_alpha sigma^alpha J_phi(c),
 *   M_20 = E[phi'(y_1) y_2^2 phi'(y_2)] = alpha c_alpha sigma^alpha (alpha c J_phi(c) + (1-c^2) J_phi'(c)),
 *
 * the second from the integral over y_2/y_1, and y_3 enters by its mean c/(1+c) (y_1 + y_2) given the two. The right side has
 * DOS(u, v, w) of Theorem B.65.
 */
import {
  gamma,
  integral,
  kernelOf,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  root,
  type Term,
  times,
} from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import type { Proof } from "../proof.js";
import { derivativeSetting, derivativeSteps } from "./covarianceDerivative.js";
import { gaussianMoment, kernel } from "./homogeneous.js";

const alpha = symbol("alpha");
const rest = minus(1, power("c", 2));
const lambda = (place: number): Expression => symbol(`Lambda_${place}`);

/** int_0^oo v^(alpha+1) (1 - 2 c v + v^2)^(-alpha-1) dv. */
const ratioIntegral = (c: Expression): Expression =>
  integral(
    over(power("v", plus(alpha, 1)), power(plus(minus(1, times(2, c, "v")), power("v", 2)), plus(alpha, 1))),
    "v",
    0,
    call("Infinity"),
  );

/** c J_alpha(c) + alpha (1-c^2)/(2 alpha - 1) J_{alpha-1}(c). */
const companion = (c: Expression): Expression =>
  plus(times(c, kernelOf(alpha, c)), times(over(alpha, minus(times(2, alpha), 1)), rest, kernelOf(minus(alpha, 1), c)));

const ratioValue = (c: Expression): Expression =>
  over(
    times(over(times(root(pi), gamma(plus(alpha, over(1, 2)))), gamma(plus(alpha, 1))), companion(c)),
    power(rest, plus(alpha, over(1, 2))),
  );

const sides = [symbol("c"), negative("c")] as const;

/** E[phi'(y_1) y_2^2 phi'(y_2)] in the ratio v = y_2/y_1: both of one sign, and of two. */
const mixedMoment = times(
  power(alpha, 2),
  over(times(gamma(plus(alpha, 1)), power(2, alpha), power("sigma", alpha)), times(2, pi)),
  power(rest, plus(alpha, over(1, 2))),
  plus(times(plus(power("p", 2), power("m", 2)), ratioIntegral(sides[0])), times(2, "p", "m", ratioIntegral(sides[1]))),
);

const scaled = (value: Expression): Expression => times(power(alpha, 2), gaussianMoment, power("sigma", alpha), value);

/** M_11, M_20 and M_2, the same for one sample. */
function momentSteps(builder: DerivationBuilder): readonly number[] {
  const lemmas = sides.map((c) =>
    builder.verify(
      equation(ratioIntegral(c), ratioValue(c)),
      "the arc-cosine kernel, Stein's lemma and Euler's relation",
      [],
    ),
  );
  const euler = "Euler's relation y phi'(y) = alpha phi(y), V in terms of J_phi";
  const polar = "in polar coordinates of the plane of y_1 and y_2, v = y_2/y_1, with Euler's relation for y_2";
  return [
    builder.define(symbol("M_2"), scaled(kernel(1)), euler),
    builder.define(symbol("M_11"), scaled(kernel("c")), euler),
    builder.define(symbol("M_20"), mixedMoment, polar),
    ...lemmas,
  ];
}

const third = over("c", plus(1, "c"));
const onDiagonal = times(2, "M_2", plus(lambda(11), times("c", plus(lambda(12), lambda(13)))));
const offDiagonal = plus(
  times(plus(lambda(11), lambda(22)), "M_11"),
  times(2, lambda(12), "M_20"),
  times(plus(lambda(13), lambda(23)), third, plus("M_11", "M_20")),
);

/** Sigma Lambda + Lambda Sigma. */
const delta = {
  Delta_11: times(2, "sigma", plus(lambda(11), times("c", plus(lambda(12), lambda(13))))),
  Delta_22: times(2, "sigma", plus(lambda(22), times("c", plus(lambda(12), lambda(23))))),
  Delta_12: times(
    "sigma",
    plus(times(2, lambda(12)), times("c", plus(lambda(11), lambda(22), lambda(13), lambda(23)))),
  ),
};

const both = (first: Term, second: Term): Expression => plus(times("x", first), times("y", second));

const claim = equation(
  both(symbol("E_11"), symbol("E_12")),
  times(alpha, both(times("u", "Delta_11"), plus(times("v", plus("Delta_11", "Delta_22")), times("w", "Delta_12")))),
);

export const lemmaC9: Proof = Object.freeze({
  id: "batchnorm/lemma-c9",
  title: "The mean of D Lambda y y^T D + D y y^T Lambda D is a derivative of the covariance map",
  source: "Lemma C.9",
  claim,
  prove() {
    const builder = new DerivationBuilder(derivativeSetting);
    const moments = momentSteps(builder);
    const conditional = "linear in Lambda; y_3 by its mean given y_1 and y_2";
    const entries = [
      builder.define(symbol("E_11"), onDiagonal, `entry 11 of the left side, ${conditional}`),
      builder.define(symbol("E_12"), offDiagonal, `entry 12 of the left side, ${conditional}`),
    ];
    const places = Object.entries(delta).map(([name, value]) =>
      builder.define(symbol(name), value, "definition: Delta = Sigma Lambda + Lambda Sigma"),
    );
    const slopes = derivativeSteps(builder, ["u", "v", "w"]);
    const rule = "DOS(u, v, w) of Delta, both entries at once: an identity in x and y";
    builder.deduce(claim, rule, [...entries, ...moments, ...places, ...slopes]);
    return builder.finish();
  },
});
