import { gamma, integral, kernelOf, minus, over, pi, plus, power, root, times } from "../build.js";
import { call, type Expression, integer, symbol } from "../expression.js";
import { compare, equation } from "../proposition.js";
import { atZero } from "./arccosineIdentities.js";
import { homogeneousKernel, homogeneousKernelDerivative } from "./homogeneousKernel.js";
import {
  a,
  above,
  alpha,
  anyDegree,
  b,
  below,
  c,
  gaussianMean,
  half,
  inside,
  J,
  moment,
  normalMean,
  phi,
  raised,
  square,
} from "./identityTerms.js";
import { identity, type KernelIdentity } from "./kernelIdentity.js";

const [s11, s12, s22] = [symbol("sigma11"), symbol("sigma12"), symbol("sigma22")];
const correlation = over(s12, root(times(s11, s22)));
const covariance = [anyDegree, above(s11, 0), above(s22, 0), below(square(s12), times(s11, s22))];
const size = plus(square(a), square(b));
const cross = times(2, a, b);
const scaledMean = (first: Expression, second: Expression, at: Expression) =>
  gaussianMean(times(phi(times(first, "z1")), phi(times(second, "z2"))), at);

/** (a^2 + b^2) J_alpha(c) - 2 a b J_alpha(-c). */
const combined = (at: Expression, opposite: Expression) => minus(times(size, J(at)), times(cross, J(opposite)));
const opposed = (at: Expression) => call("Negate", at);
const kernel = (at: Expression) => homogeneousKernel(alpha, a, b, at);
const slope = (at: Expression) => homogeneousKernelDerivative(alpha, a, b, at);

const transforms: readonly KernelIdentity[] = [
  identity(
    "I.1",
    "phi(-1) = -b",
    [anyDegree, compare("NotEqual", b, integer(0))],
    equation(phi(integer(-1)), call("Negate", b)),
    { source: "the paper's I.1, proof", status: "misprinted", printed: equation(phi(integer(-1)), b) },
  ),
  identity(
    "I.2/variance",
    "E phi(z)^2 for z of variance q",
    [anyDegree, above("q", 0)],
    equation(
      plus(normalMean(square(phi(symbol("z"))), "q", 0), normalMean(square(phi(opposed(symbol("z")))), "q", 0)),
      times(moment(alpha), size, power("q", alpha)),
    ),
  ),
  identity(
    "I.2/covariance",
    "E phi(x) phi(y) at two jointly normal points",
    covariance,
    equation(
      scaledMean(root(s11), root(s22), correlation),
      times(moment(alpha), power(times(s11, s22), over(alpha, 2)), combined(correlation, opposed(correlation))),
    ),
  ),
  identity(
    "I.3",
    "E phi(x) phi(y) at two jointly normal points, by J_phi",
    covariance,
    equation(
      scaledMean(root(s11), root(s22), correlation),
      times(moment(alpha), kernel(correlation), power(s11, over(alpha, 2)), power(s22, over(alpha, 2))),
    ),
  ),
  identity(
    "I.4",
    "J_phi(c) from J_alpha(c) and J_alpha(-c)",
    [anyDegree, ...inside],
    equation(kernel(c), combined(c, opposed(c))),
  ),
];

const values: readonly KernelIdentity[] = [
  identity("I.5/one", "J_phi(1) = a^2 + b^2", [anyDegree], equation(combined(integer(1), integer(-1)), size)),
  identity("I.5/zero", "J_phi(0)", [anyDegree], equation(kernel(integer(0)), times(square(minus(a, b)), atZero))),
  identity(
    "I.5/identity",
    "The identity has J_phi(c) = 2 c",
    inside,
    equation(minus(times(2, kernelOf(1, c)), times(2, kernelOf(1, opposed(c)))), times(2, c)),
  ),
];

const s = symbol("s");

/** V(Sigma)_12 = c_alpha (sigma11 sigma22)^(alpha/2) J_phi(c12), without c_alpha. */
const entry = (first: Expression, mixed: Expression) =>
  times(power(times(first, s22), over(alpha, 2)), kernel(over(mixed, root(times(first, s22)))));

// A derivative is stated by its integral: no term of the formulas stands for an unevaluated derivative.
const partials: readonly KernelIdentity[] = [
  identity(
    "I.6/diagonal",
    "The derivative of V(Sigma)_11 in Sigma_11 is c_alpha alpha Sigma_11^(alpha-1) J_phi(1)",
    [anyDegree, above("q", 0), above("r", 0)],
    equation(
      minus(times(moment(alpha), size, power("r", alpha)), times(moment(alpha), size, power("q", alpha))),
      integral(times(moment(alpha), alpha, power(s, minus(alpha, 1)), size), "s", "q", "r"),
    ),
  ),
  identity(
    "I.6/off-diagonal",
    "The derivative of V(Sigma)_12 in Sigma_12",
    covariance,
    equation(
      minus(entry(s11, s12), entry(s11, integer(0))),
      integral(
        times(power(times(s11, s22), over(minus(alpha, 1), 2)), slope(over(s, root(times(s11, s22))))),
        "s",
        0,
        s12,
      ),
    ),
  ),
  identity(
    "I.6/mixed",
    "The derivative of V(Sigma)_12 in Sigma_11",
    [...covariance, above("r", s11)],
    equation(
      minus(entry(symbol("r"), s12), entry(s11, s12)),
      integral(mixedSlope(over(s12, root(times(s, s22)))), "s", s11, "r"),
    ),
  ),
];

/** 1/2 Sigma_11^((alpha-2)/2) Sigma_22^(alpha/2) (alpha J_phi(c) - c J_phi'(c)) at Sigma_11 = s. */
function mixedSlope(at: Expression): Expression {
  return times(
    half,
    power(s, over(minus(alpha, 2), 2)),
    power(s22, over(alpha, 2)),
    minus(times(alpha, kernel(at)), times(at, slope(at))),
  );
}

const next = plus(times(size, kernelOf(raised(1), c)), times(cross, kernelOf(raised(1), opposed(c))));
const nextFactor = over(plus(times(2, alpha), 1), minus(1, square(c)));
const smooth = above(alpha, half);

const slopes: readonly KernelIdentity[] = [
  identity(
    "I.7/degree-minus-1",
    "J_phi' is the kernel of phi', up to a factor",
    [smooth, ...inside],
    equation(
      slope(c),
      over(
        homogeneousKernel(minus(alpha, 1), times(alpha, a), call("Negate", times(alpha, b)), c),
        minus(times(2, alpha), 1),
      ),
    ),
  ),
  identity(
    "I.7/degree-plus-1",
    "J_phi' from the kernels of one degree more",
    [smooth, ...inside, compare("NotEqual", c, integer(0))],
    equation(slope(c), times(nextFactor, minus(next, times(c, kernel(c))))),
    { status: "misprinted", printed: equation(slope(c), minus(times(nextFactor, next), times(c, kernel(c)))) },
  ),
  identity(
    "I.7/zero",
    "J_phi'(0)",
    [smooth],
    equation(
      slope(integer(0)),
      times(
        square(plus(a, b)),
        over(1, root(pi)),
        over(square(gamma(plus(over(alpha, 2), 1))), gamma(plus(alpha, half))),
      ),
    ),
  ),
];

const [d1, d2] = [symbol("d1"), symbol("d2")];

const scaling: readonly KernelIdentity[] = [
  identity(
    "I.8",
    "V(D Sigma D) = D^alpha V(Sigma) D^alpha for a positive diagonal D",
    [anyDegree, ...inside, above(d1, 0), above(d2, 0)],
    equation(scaledMean(d1, d2, c), times(power(d1, alpha), power(d2, alpha), moment(alpha), combined(c, opposed(c)))),
    // "any diagonal matrix": phi(d x) = d^alpha phi(x) needs d > 0
    { status: "narrowed", printedConditions: [anyDegree, ...inside] },
  ),
];

/** The paper's I.1 to I.8: the kernel of phi(x) = a x_+^alpha - b x_-^alpha. */
export const homogeneousIdentities: readonly KernelIdentity[] = Object.freeze([
  ...transforms,
  ...values,
  ...partials,
  ...slopes,
  ...scaling,
]);
