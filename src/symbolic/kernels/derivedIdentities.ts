import { gamma, kernelOf, minus, over, pi, plus, power, times } from "../build.js";
import { call, type Expression, integer } from "../expression.js";
import { compare, equation } from "../proposition.js";
import { arccosineKernel } from "./arccosineKernel.js";
import { alpha, anyDegree, c, cos, derivative, half, inside, J, square } from "./identityTerms.js";
import { identity, type KernelIdentity } from "./kernelIdentity.js";

const derived = { source: "ours", status: "derived" } as const;
const u = over(plus(1, c), 2);
const v = over(minus(1, c), 2);
const hypergeometric = (first: Expression, third: Expression, at: Expression) =>
  call("Hypergeometric", first, first, third, at);
const opposite = call("Negate", c);
const threeHalves = over(3, 2);

/** What the closed forms and the expansions rest on. */
export const derivedIdentities: readonly KernelIdentity[] = Object.freeze([
  identity(
    "kernel/equation",
    "The differential equation (1-c^2) J'' + (2 alpha-1) c J' = alpha^2 J",
    [anyDegree, ...inside],
    equation(
      plus(times(minus(1, square(c)), derivative(2)), times(minus(times(2, alpha), 1), c, derivative(1))),
      times(square(alpha), J(c)),
    ),
    derived,
  ),
  identity(
    "kernel/power-series",
    "J_alpha as its power series about c = 0",
    [anyDegree, ...inside],
    equation(J(c), arccosineKernel(alpha, c)),
    derived,
  ),
  identity(
    "kernel/edge",
    "J_alpha as its power series about c = -1",
    [anyDegree, ...inside],
    equation(
      J(c),
      times(
        over(square(gamma(plus(alpha, 1))), times(gamma(plus(alpha, threeHalves)), gamma(plus(alpha, half)))),
        power(u, plus(alpha, half)),
        hypergeometric(half, plus(alpha, threeHalves), u),
      ),
    ),
    derived,
  ),
  identity(
    "kernel/reflection",
    "J_alpha(c) + J_alpha(-c)/cos(pi alpha) is regular at c = 1",
    [anyDegree, ...inside, compare("NotEqual", cos(times(pi, alpha)), integer(0))],
    equation(
      plus(J(c), over(J(opposite), cos(times(pi, alpha)))),
      hypergeometric(call("Negate", alpha), minus(half, alpha), v),
    ),
    derived,
  ),
  identity(
    "kernel/wronskian",
    "A relation of Legendre's kind: J(c) J'(-c) + J'(c) J(-c)",
    [anyDegree, ...inside],
    equation(
      plus(times(J(c), derivative(1, opposite)), times(derivative(1), J(opposite))),
      times(
        power(4, call("Negate", alpha)),
        square(over(gamma(plus(alpha, 1)), gamma(plus(alpha, half)))),
        power(minus(1, square(c)), minus(alpha, half)),
      ),
    ),
    derived,
  ),
  ...[1, 3, 5].map((twice) =>
    identity(
      `kernel/degree-${twice}/2`,
      `J_(${twice}/2) in complete elliptic integrals`,
      inside,
      equation(kernelOf(over(twice, 2), c), arccosineKernel(over(twice, 2), c)),
      derived,
    ),
  ),
]);
