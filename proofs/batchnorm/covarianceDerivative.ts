/**
 * Theorems B.65 to B.67. For phi(x) = p x_+^alpha - m x_-^alpha the Gaussian covariance map has
 *
 *   V(Sigma)_11 = c_alpha Sigma_11^alpha J_phi(1),   V(Sigma)_12 = c_alpha (Sigma_11 Sigma_22)^(alpha/2) J_phi(c_12),
 *
 * so its derivative at BSB1(sigma, c sigma) is DOS(u, v, w) with
 *
 *   u = dV_11/dSigma_11 = c_alpha sigma^(alpha-1) alpha J_phi(1),
 *   v = dV_12/dSigma_11 = c_alpha sigma^(alpha-1) (alpha J_phi(c) - c J_phi'(c))/2,
 *   w = dV_12/dSigma_12 = c_alpha sigma^(alpha-1) J_phi'(c),
 *
 * and Theorem B.63 gives its spectrum after centring. At G itself, sigma = (B-1)/B and c = -1/(B-1), the one on span(G) becomes
 * c_alpha ((B-1)/B)^alpha alpha (J_phi(1) - J_phi(-1/(B-1))).
 */
import { rationalFunctionOf } from "../../src/symbolic/algebra/fromExpression.js";
import { rationalFunctions as field } from "../../src/symbolic/algebra/rationalFunction.js";
import { minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { simplifyExact } from "../../src/symbolic/exact/simplify.js";
import { type Expression, integer, substitute, symbol } from "../../src/symbolic/expression.js";
import { centredEigenvalues } from "../../src/symbolic/operators/eigenvalues.js";
import { compare, equation, type Proposition } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import type { Proof } from "../proof.js";
import { centredDos, imageSteps, underlined } from "./dosOperators.js";
import { gaussianMoment, homogeneousSetting, kernel, kernelSlope, n, rho } from "./homogeneous.js";
import { algebra, dos } from "./operators.js";
import { type Space, spaceName, spaces } from "./spaces.js";

export const derivativeSetting: Setting = {
  assumptions: [
    ...homogeneousSetting.assumptions,
    compare("Greater", symbol("sigma"), integer(0)),
    compare("Greater", symbol("c"), integer(-1)),
    compare("Less", symbol("c"), integer(1)),
  ],
  domains: {
    ...homogeneousSetting.domains,
    sigma: { min: rational(1, 2), max: 2 },
    c: { min: rational(-3, 4), max: rational(3, 4) },
  },
};

const own = times(gaussianMoment, power("Sigma_11", "alpha"), kernel(1));
const correlation = times("Sigma_12", power(times("Sigma_11", "Sigma_22"), over(-1, 2)));
const crossed = times(gaussianMoment, power(times("Sigma_11", "Sigma_22"), over("alpha", 2)), kernel(correlation));

/** The derivative at Sigma = BSB1(sigma, c sigma), in the normal form of exact arithmetic. */
function partial(value: Expression, variable: string, assumptions: readonly Proposition[]): Expression {
  const places = { Sigma_11: symbol("sigma"), Sigma_22: symbol("sigma"), Sigma_12: times("c", "sigma") };
  const slope = differentiate(value, variable);
  const there = Object.entries(places).reduce((f, [name, at]) => substitute(f, name, at), slope);
  return simplifyExact(there, { assumptions });
}

const scale = times(gaussianMoment, power("sigma", minus("alpha", 1)));

type Coefficient = "u" | "v" | "w";

const mixed = over(minus(times("alpha", kernel("c")), times("c", kernelSlope("c"))), 2);

const partials = {
  u: { of: own, place: "V_11", variable: "Sigma_11", value: times(scale, "alpha", kernel(1)) },
  v: { of: crossed, place: "V_12", variable: "Sigma_11", value: times(scale, mixed) },
  w: { of: crossed, place: "V_12", variable: "Sigma_12", value: times(scale, kernelSlope("c")) },
} as const;

/** Coefficients at BSB1(sigma, c sigma): each defined as a derivative, then as the paper writes it. */
export const derivativeSteps = (builder: DerivationBuilder, names: readonly Coefficient[]): readonly number[] =>
  names.map((name) => {
    const { of, place, variable, value } = partials[name];
    const rule = `definition: d${place}/d${variable} at BSB1(sigma, c sigma)`;
    const defined = builder.define(symbol(name), partial(of, variable, builder.assumptions), rule);
    return builder.deduce(equation(symbol(name), value), "J_phi' for J_{alpha+1}, by the recurrence", [defined]);
  });

/** (alpha (B-k)(J_phi(1) - J_phi(c)) + (k + c (B-k)) J_phi'(c))/B: on span(G) for k = 1, on L for k = 2. */
const onSpace = (k: 1 | 2): Expression => {
  const gap = minus(kernel(1), kernel("c"));
  const slope = times(plus(k, times("c", minus("B", k))), kernelSlope("c"));
  return over(plus(times("alpha", minus("B", k), gap), slope), "B");
};

/** Over c_alpha sigma^(alpha-1) (B.65). */
const values: Readonly<Record<Space, Expression>> = { G: onSpace(1), L: onSpace(2), M: kernelSlope("c") };

const atG = times(gaussianMoment, power(over(n, "B"), minus("alpha", 1)));
const gapAtG = minus(kernel(1), kernel(rho));
const mixedAtG = plus(times("alpha", minus("B", 2), gapAtG), times(over("B", n), kernelSlope(rho)));

/** The eigenvalues of G2 after the derivative at Sigma = G (B.66). */
const derivativeAtG: Readonly<Record<Space, Expression>> = {
  G: times(gaussianMoment, power(over(n, "B"), "alpha"), "alpha", gapAtG),
  L: times(atG, over(mixedAtG, "B")),
  M: times(atG, kernelSlope(rho)),
};

/** lambda = scale times the value, from DOS(u, v, w). */
function centredSteps(builder: DerivationBuilder, space: Space): number {
  const entries = derivativeSteps(builder, space === "M" ? ["w"] : ["u", "v", "w"]);
  const inEntries = centredDos[space];
  const found = centredEigenvalues(algebra, dos("u", "v", "w"))[space];
  const holds = field.isZero(field.subtract(found, rationalFunctionOf(inEntries.right)!));
  const spectrum = builder.confirm(inEntries, "the derivative is DOS(u, v, w): Theorem B.63", entries, holds);
  return builder.deduce(general[space], "substitution", [spectrum, ...entries]);
}

const general = {
  G: equation(symbol("lambda_G"), times(scale, values.G)),
  L: equation(symbol("lambda_L"), times(scale, values.L)),
  M: equation(symbol("lambda_M"), times(scale, values.M)),
} as const;

const centredProof = (space: Space): Proof =>
  Object.freeze({
    id: `batchnorm/theorem-b65-${space.toLowerCase()}`,
    title: `The derivative of the Gaussian covariance map at BSB1, centred, on ${spaceName(space)}`,
    source: "Theorem B.65",
    claim: general[space],
    prove() {
      const builder = new DerivationBuilder(derivativeSetting);
      centredSteps(builder, space);
      return builder.finish();
    },
  });

function proofAtG(space: Space): Proof {
  const claim = equation(symbol(`lambda_${space}`), derivativeAtG[space]);
  return Object.freeze({
    id: `batchnorm/theorem-b66-${space.toLowerCase()}`,
    title: `The derivative of the Gaussian covariance map at G, centred, on ${spaceName(space)}`,
    source: "Theorem B.66",
    claim,
    prove() {
      const builder = new DerivationBuilder(derivativeSetting);
      const anywhere = centredSteps(builder, space);
      const variance = builder.define(symbol("sigma"), over(n, "B"), "G = BSB1((B-1)/B, -1/B)");
      const correlated = builder.define(symbol("c"), rho, "G = BSB1((B-1)/B, -1/B)");
      builder.deduce(claim, "substitution", [anywhere, variance, correlated]);
      return builder.finish();
    },
  });
}

const onUnderlined = equation(
  plus(times("x", "a'"), times("y", "b'")),
  times(scale, "alpha", kernel(1), plus(times("x", "a"), times("y", "b"))),
);

const wholeSpace: Proof = Object.freeze({
  id: "batchnorm/theorem-b67",
  title: "The derivative of the Gaussian covariance map at BSB1 on the underlined L(a, b)",
  source: "Theorem B.67",
  claim: onUnderlined,
  prove() {
    const builder = new DerivationBuilder(derivativeSetting);
    const entries = derivativeSteps(builder, ["u", "v", "w"]);
    const mapped = imageSteps(builder, underlined);
    const a = times(2, minus(kernelSlope("c"), times("alpha", kernel(1))));
    const b = minus(times("alpha", kernel("c")), times("c", kernelSlope("c")));
    const coordinates = [
      builder.define(symbol("a"), a, "definition of the eigenmatrix"),
      builder.define(symbol("b"), b, "definition of the eigenmatrix"),
    ];
    const rule = "both coordinates at once: an identity in x and y";
    builder.deduce(onUnderlined, rule, [...mapped, ...entries, ...coordinates]);
    return builder.finish();
  },
});

export const covarianceDerivative: readonly Proof[] = Object.freeze([
  ...spaces.map(centredProof),
  ...spaces.map(proofAtG),
  wholeSpace,
]);
