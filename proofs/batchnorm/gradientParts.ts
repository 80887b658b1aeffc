/**
 * Theorems C.5, C.8 and C.10. For phi(x) = p x_+^alpha - m x_-^alpha the operator Lambda -> E[J^T Lambda J] at BSB1, composed
 * with the centring, is G2 (A + B - C) times B^alpha/mu (phi' has degree alpha-1, and J the factor sqrt(B)/r), where with D =
 * diag phi'(y), y ~ N(0, G), r = |y|
 *
 *   A{Lambda} = E[r^(-2 alpha) D Lambda D],                C.5   lambda_A,
 *   B{Lambda} = E[r^(-2 alpha-4) D y y^T Lambda y y^T D],  C.8   lambda_B,
 *   C{Lambda} = E[r^(-2 alpha-2) (D y y^T Lambda D + D Lambda y y^T D)],   C.10   lambda_C.
 *
 * The Laplace method takes each power r^(-2k) out, f(y) being of degree d:
 *
 *   E[r^(-2k) f(y)] = h E f(y),   h = (1/Gamma(k)) int_0^oo s^(k-1) (1+2s)^(-(B-1+d)/2) ds.
 *
 * What is left are Gaussian operators: A is DOS(E phi'(y_1)^2, 0, E phi'(y_1) phi'(y_2)); B is alpha^2 (tr(Lambda) V(G) + 2
 * dV/dSigma{Lambda}) by Euler's relation and C.7; C is 2 alpha dV/dSigma{Lambda} by C.9; and B.63, B.66 have their spectra.
 */
import {
  gamma,
  integral,
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
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { cite } from "../cite.js";
import type { Proof } from "../proof.js";
import { covarianceDerivative } from "./covarianceDerivative.js";
import { dosOperators } from "./dosOperators.js";
import { closedForms, type Part } from "./gradientForms.js";
import { gaussianMoment, homogeneousSetting, kernel, kernelSlope, kernelSlopeAtOne, n, rho } from "./homogeneous.js";
import { type Space, spaceName, spaces } from "./spaces.js";
import { theorem5 } from "./theorem5.js";

const alpha = symbol("alpha");
const square = power(alpha, 2);
const halfLine = (body: Expression, variable: string) => integral(body, variable, 0, call("Infinity"));

function proofOf(list: readonly Proof[], slug: string): Proof {
  const found = list.find(({ id }) => id === `batchnorm/${slug}`);
  if (found === undefined) throw new RangeError(`no proof is called ${slug}`);
  return found;
}

/** k and d of E[r^(-2k) f(y)]. */
const exponents: Readonly<Record<Part, readonly [Expression, Expression]>> = {
  A: [alpha, times(2, minus(alpha, 1))],
  B: [plus(alpha, 2), times(2, plus(alpha, 1))],
  C: [plus(alpha, 1), times(2, alpha)],
};

/** h. */
function laplaceFactor(part: Part): Expression {
  const [k, d] = exponents[part];
  const tilt = power(plus(1, times(2, "s")), negative(over(plus(n, d), 2)));
  return over(halfLine(times(power("s", minus(k, 1)), tilt), "s"), gamma(k));
}

const variance = power(over(n, "B"), minus(alpha, 1));
const slopeMoment = times(gaussianMoment, variance);

const ownMean = over(
  halfLine(times(power("x", minus(times(2, alpha), 2)), call("Exp", negative(over(power("x", 2), 2)))), "x"),
  root(times(2, pi)),
);

/** E z1_+^(alpha-1) z2_+^(alpha-1). */
function quadrant(c: Term): Expression {
  const sides = ["z1", "z2"].map((name) => symbol(name));
  const factors = sides.map((z) => times(call("Step", z), power(call("Abs", z), minus(alpha, 1))));
  return call("GaussianMean", times(...factors), ...sides, plus(c));
}

const squares = plus(power("p", 2), power("m", 2));
const pairMean = plus(times(squares, quadrant(rho)), times(2, "p", "m", quadrant(negative(rho))));

/** E phi'(y_1)^2 and E phi'(y_1) phi'(y_2), y ~ N(0, G): defined as integrals, then in closed form. */
const slopeMeans = {
  u: {
    mean: times(square, squares, variance, ownMean),
    value: times(slopeMoment, kernelSlopeAtOne),
    definition: "definition: E phi'(y_1)^2",
    rule: "Gamma integral (DLMF 5.9.1)",
  },
  w: {
    mean: times(square, variance, pairMean),
    value: times(slopeMoment, kernelSlope(rho)),
    definition: "definition: E phi'(y_1) phi'(y_2)",
    rule: "the arc-cosine kernel",
  },
} as const;

function slopeStep(builder: DerivationBuilder, name: "u" | "w"): number {
  const { mean, value, definition, rule } = slopeMeans[name];
  const defined = builder.define(symbol(name), mean, definition);
  return builder.deduce(equation(symbol(name), value), rule, [defined]);
}

/** kappa, the eigenvalue of the Gaussian operator: its own step first. */
function gaussianSteps(builder: DerivationBuilder, part: Part, space: Space): readonly number[] {
  const kappa = symbol("kappa");
  const lambda = symbol(`lambda_${space}`);
  const slug = space.toLowerCase();
  if (part === "A") {
    const spectrum = cite(builder, proofOf(dosOperators, `theorem-b63-${slug}`));
    const own = builder.define(kappa, lambda, "A multiplies entry by entry: it is DOS(u, 0, w)", [spectrum]);
    if (space === "M") return [own, spectrum, slopeStep(builder, "w")];
    const none = builder.define(symbol("v"), integer(0), "A is DOS(u, 0, w)");
    return [own, spectrum, none, slopeStep(builder, "u"), slopeStep(builder, "w")];
  }
  const derivative = cite(builder, proofOf(covarianceDerivative, `theorem-b66-${slug}`));
  if (part === "C") {
    return [builder.define(kappa, times(2, alpha, lambda), "Lemma C.9 at Sigma = G", [derivative]), derivative];
  }
  const twice = times(2, lambda);
  const gap = times(gaussianMoment, power(over(n, "B"), alpha), minus(kernel(1), kernel(rho)));
  const value = times(square, space === "G" ? plus(times(n, gap), twice) : twice);
  const rule = "Proposition C.7, of which tr(Lambda) G V(G) G is 0 on L and M, and y phi'(y) = alpha phi(y)";
  return [builder.define(kappa, value, rule, [derivative]), derivative];
}

const sources = { A: "Theorem C.5", B: "Theorem C.8", C: "Theorem C.10" } as const;
const slugs = { A: "c5", B: "c8", C: "c10" } as const;

function proof(part: Part, space: Space): Proof {
  const lambda = symbol(`lambda_${part}`);
  const claim = equation(lambda, closedForms[part][space]);
  return Object.freeze({
    id: `batchnorm/theorem-${slugs[part]}-${space.toLowerCase()}`,
    title: `The part ${part} of the gradient's operator on ${spaceName(space)}`,
    source: sources[part],
    claim,
    prove() {
      const builder = new DerivationBuilder(homogeneousSetting);
      const factor = builder.define(symbol("h"), laplaceFactor(part), "Lemma B.5: r^(-2k) out of the mean");
      const mu = cite(builder, proofOf(theorem5, "theorem-5-mu"));
      const gaussian = gaussianSteps(builder, part, space);
      const rule = "definition: B^alpha times the operator over y ~ N(0, mu G), of degree -2 in y";
      const value = over(times(power("B", alpha), "h", "kappa"), "mu");
      const whole = builder.define(lambda, value, rule, [factor, mu, gaussian[0]!]);
      builder.deduce(claim, "int s^(a-1) (1+2s)^(-b) ds (Lemma B.53) and Gamma algebra", [
        whole,
        factor,
        mu,
        ...gaussian,
      ]);
      return builder.finish();
    },
  });
}

export const gradientParts: readonly Proof[] = Object.freeze(
  (["A", "B", "C"] as const).flatMap((part) => spaces.map((space) => proof(part, space))),
);
