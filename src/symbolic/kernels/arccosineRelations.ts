import { derivativeFunction, type RationalFunction, symbolFunction } from "../algebra/rationalFunction.js";
import { integral, kernelOf, minus, over, plus, times } from "../build.js";
import type { Expression } from "../expression.js";
import { equation } from "../proposition.js";
import { add, fraction, multiply, one, productOf, subtract, zero } from "./arithmetic.js";
import { write } from "./exact.js";
import {
  above,
  alpha,
  angle,
  atLeast,
  c,
  cos,
  derivative,
  inside,
  J,
  moment,
  raised,
  sin,
  square,
  theta,
} from "./identityTerms.js";
import { identity, type KernelIdentity } from "./kernelIdentity.js";
import { linearCombination } from "./linearCombination.js";

const twiceMinus = (k: number) => minus(times(2, alpha), k);
const [alphaFunction, cFunction] = [symbolFunction("alpha"), symbolFunction("c")];
const twiceAlpha = multiply(fraction(2), alphaFunction);
const oneMinusSquare = subtract(one, multiply(cFunction, cFunction));

/** c J_(alpha-1) + (alpha-1)^2/((2 alpha-1)(2 alpha-3)) s^2 J_(alpha-2). */
const lowered = (at: Expression, sineSquare: Expression) =>
  plus(
    times(at, kernelOf(raised(-1), at)),
    times(over(square(minus(alpha, 1)), times(twiceMinus(1), twiceMinus(3))), sineSquare, kernelOf(raised(-2), at)),
  );

// The printed alpha > 1 reaches J_(alpha-2) of index below -1/2, which is no kernel, and the pole at alpha = 3/2.
const narrowed = { status: "narrowed", printedConditions: [above(alpha, 1)] } as const;
const threeHalves = above(alpha, over(3, 2));

const recurrence: readonly KernelIdentity[] = [
  identity(
    "H.8",
    "J_alpha from the two degrees below",
    [threeHalves, ...inside],
    equation(J(c), lowered(c, minus(1, square(c)))),
    narrowed,
  ),
  identity(
    "H.8/angle",
    "J_alpha from the two degrees below, of an angle",
    [threeHalves, ...angle],
    equation(J(cos(theta)), lowered(cos(theta), square(sin(theta)))),
    narrowed,
  ),
];

const slopeFactor = over(square(alpha), twiceMinus(1));
const t = "t";

const slopes: readonly KernelIdentity[] = [
  identity(
    "H.9",
    "J_alpha' is a kernel of one degree less",
    [above(alpha, over(1, 2)), ...inside],
    equation(derivative(1), times(slopeFactor, kernelOf(raised(-1), c))),
  ),
  identity(
    "H.9/angle",
    "J_alpha as the integral of its slope from the angle 0, where it is 1",
    [above(alpha, over(1, 2)), ...angle],
    equation(J(cos(theta)), minus(1, integral(times(slopeFactor, kernelOf(raised(-1), cos(t)), sin(t)), t, 0, theta))),
  ),
  ...[1, 2, 3].map((n) =>
    identity(
      `H.9/degree-minus-${n}`,
      `J_(alpha-${n}) is the derivative of J_alpha of order ${n}, up to a factor`,
      [above(alpha, over(2 * n - 1, 2)), ...inside],
      equation(kernelOf(raised(-n), c), times(slopeProduct(n), derivative(n))),
    ),
  ),
];

/** The product of (2 beta-1)/beta^2 over beta = alpha-n+1 .. alpha. */
function slopeProduct(n: number): Expression {
  return times(...Array.from({ length: n }, (_, i) => over(minus(times(2, raised(-i)), 1), square(raised(-i)))));
}

/** The product of 2 beta+1 over beta = alpha .. alpha+n-1. */
const rise = (n: number): RationalFunction =>
  productOf(Array.from({ length: n }, (_, i) => add(twiceAlpha, fraction(2 * i + 1))));

/**
 * (1-c^2)^(n+alpha+1/2) (d/dc)^n (J_alpha (1-c^2)^(-alpha-1/2)) with the derivatives of J_alpha: each step takes
 * g (1-c^2)^(-s) to ((1-c^2) g' + 2 s c g) (1-c^2)^(-s-1).
 */
function weightedDerivative(n: number): Expression {
  let coefficients: readonly RationalFunction[] = [one];
  for (let k = 0; k < n; k++) {
    const drift = multiply(add(twiceAlpha, fraction(2 * k + 1)), cFunction);
    const last = coefficients;
    coefficients = Array.from({ length: k + 2 }, (_, i) => {
      const [own, lowerOne] = [last[i] ?? zero, last[i - 1] ?? zero];
      return add(multiply(oneMinusSquare, add(derivativeFunction(own, "c"), lowerOne)), multiply(drift, own));
    });
  }
  return linearCombination(
    coefficients.map((coefficient, order) => ({ coefficient, factor: order === 0 ? J(c) : derivative(order) })),
  );
}

const rises: readonly KernelIdentity[] = [
  ...[1, 2, 3].flatMap((n) => [
    identity(
      `H.10/degree-plus-${n}`,
      `J_(alpha+${n}) from the derivatives of J_alpha`,
      [atLeast(alpha, 0), ...inside],
      equation(kernelOf(raised(n), c), over(weightedDerivative(n), write(rise(n)))),
    ),
    identity(
      `H.10/constant-${n}`,
      `c_(alpha+${n})/c_alpha is the product of 2 beta + 1 over the degrees between`,
      [atLeast(alpha, 0)],
      equation(over(moment(alpha), moment(raised(n))), over(1, write(rise(n)))),
    ),
  ]),
  identity(
    "H.11",
    "J_alpha' from J_alpha and J_(alpha+1)",
    [atLeast(alpha, 0), ...inside],
    equation(
      derivative(1),
      times(over(plus(times(2, alpha), 1), minus(1, square(c))), minus(kernelOf(raised(1), c), times(c, J(c)))),
    ),
  ),
];

/** The paper's H.8 to H.11: how kernels of different degrees are related. */
export const arccosineRelations: readonly KernelIdentity[] = Object.freeze([...recurrence, ...slopes, ...rises]);
