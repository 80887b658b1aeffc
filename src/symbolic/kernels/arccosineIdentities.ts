import { gamma, integral, kernelOf, minus, over, pi, plus, power, root, times } from "../build.js";
import { integer, symbol } from "../expression.js";
import { equation } from "../proposition.js";
import {
  above,
  acos,
  alpha,
  angle,
  anyDegree,
  atLeast,
  below,
  c,
  cos,
  derivative,
  gaussianMean,
  half,
  inside,
  J,
  moment,
  normalMean,
  relu,
  sin,
  square,
  theta,
} from "./identityTerms.js";
import { identity, type KernelIdentity } from "./kernelIdentity.js";

const rootOf = root(minus(1, square(c)));
const complement = minus(pi, acos(c));

/** J_alpha(0) as H.6 has it. */
export const atZero = times(
  over(1, times(2, root(pi))),
  over(square(gamma(plus(over(alpha, 2), half))), gamma(plus(alpha, half))),
);

/** 0 <= c < 1. */
const right = [atLeast(c, 0), below(c, 1)];
const [s11, s12, s22] = [symbol("sigma11"), symbol("sigma12"), symbol("sigma22")];
const correlation = over(s12, root(times(s11, s22)));

const transforms: readonly KernelIdentity[] = [
  identity(
    "H.3",
    "E relu(z)^(2 alpha) = c_alpha q^alpha for z of variance q",
    [anyDegree, above("q", 0)],
    equation(normalMean(power("z", times(2, alpha)), "q", 0), times(moment(alpha), power("q", alpha))),
  ),
  identity(
    "H.4",
    "J_alpha as an integral over an angle",
    [anyDegree, ...angle],
    equation(
      kernelOf(alpha, cos(theta)),
      times(
        over(1, times(2, pi, moment(alpha))),
        power(sin(theta), plus(times(2, alpha), 1)),
        gamma(plus(alpha, 1)),
        integral(
          over(power(cos("phi"), alpha), power(minus(1, times(cos(theta), cos("phi"))), plus(1, alpha))),
          "phi",
          0,
          over(pi, 2),
        ),
      ),
    ),
  ),
  identity(
    "H.5",
    "The covariance of relu^alpha at two jointly normal points",
    [anyDegree, above(s11, 0), above(s22, 0), below(square(s12), times(s11, s22))],
    equation(
      gaussianMean(times(relu(times(root(s11), "z1")), relu(times(root(s22), "z2"))), correlation),
      times(moment(alpha), power(times(s11, s22), over(alpha, 2)), J(correlation)),
    ),
  ),
];

const lowest: readonly KernelIdentity[] = [
  identity("H.5/J0", "J_0(c)", inside, equation(kernelOf(0, c), over(complement, pi))),
  identity("H.5/J1", "J_1(c)", inside, equation(kernelOf(1, c), over(plus(rootOf, times(complement, c)), pi))),
  identity(
    "H.5/J2",
    "J_2(c)",
    inside,
    equation(
      kernelOf(2, c),
      over(plus(times(3, c, rootOf), times(complement, plus(1, times(2, square(c))))), times(3, pi)),
    ),
  ),
  identity("H.5/J0-angle", "J_0(theta)", angle, equation(kernelOf(0, cos(theta)), over(minus(pi, theta), pi))),
  identity(
    "H.5/J1-angle",
    "J_1(theta)",
    angle,
    equation(kernelOf(1, cos(theta)), over(plus(sin(theta), times(minus(pi, theta), cos(theta))), pi)),
  ),
  identity(
    "H.5/J2-angle",
    "J_2(theta)",
    angle,
    equation(
      kernelOf(2, cos(theta)),
      over(
        plus(times(3, sin(theta), cos(theta)), times(minus(pi, theta), plus(1, times(2, square(cos(theta)))))),
        times(3, pi),
      ),
    ),
  ),
];

const shape: readonly KernelIdentity[] = [
  identity("H.6/one", "J_alpha(1) = 1", [anyDegree], equation(J(1), integer(1))),
  identity("H.6/zero", "J_alpha(0)", [anyDegree], equation(J(0), atZero)),
  identity("H.6/minus-one", "J_alpha(-1) = 0", [anyDegree], equation(J(-1), integer(0))),
  identity("H.6/increasing", "J_alpha increases on [0, 1)", [anyDegree, ...right], atLeast(derivative(1), 0)),
  identity("H.6/convex", "J_alpha is convex on [0, 1)", [anyDegree, ...right], atLeast(derivative(2), 0)),
  identity(
    "H.7/unstable",
    "The fixed point J_alpha(1) = 1 is unstable: J_alpha'(1) = alpha^2/(2 alpha - 1) exceeds 1",
    [above(alpha, half), below(alpha, 1)],
    above(over(square(alpha), minus(times(2, alpha), 1)), 1),
  ),
  identity(
    "H.7/stable",
    "J_alpha(0) > 0: by H.6 and H.7/unstable one fixed point is left in (0, 1), and J_alpha' < 1 there",
    [atLeast(alpha, half), below(alpha, 1)],
    above(atZero, 0),
  ),
];

/** The paper's H.3 to H.7: what J_alpha is. */
export const arccosineIdentities: readonly KernelIdentity[] = Object.freeze([...transforms, ...lowest, ...shape]);
