/** The eigenvalues of the gradient's operator and of its three parts, as Theorems C.5, C.8, C.10 and C.11 state them. */
import { minus, negative, over, plus, power, times } from "../../src/symbolic/build.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { kernel, kernelSlope, n, rho } from "./homogeneous.js";
import type { Space } from "./spaces.js";

/** Of the operator A + B - C (see gradientParts.ts). */
export type Part = "A" | "B" | "C";

const alpha = symbol("alpha");
const square = power(alpha, 2);
const gap = minus(kernel(1), kernel(rho));
const slope = kernelSlope(rho);
const less = (k: number): Expression => minus("B", k);
const odd = minus(times(2, alpha), 1);
const next = plus(less(3), times(2, alpha));
const above = plus(n, times(2, alpha));
const lower = times(less(3), n);

/** (B-3+2 alpha)(alpha^2 (B-k) J(1) + k (2 alpha - 1) J'(rho)) / ((2 alpha - 1)(B-3)(B-1) D), k = 1 on span(G), 2 on L. */
const ownPart = (k: 1 | 2): Expression => {
  const slopes = k === 1 ? times(odd, slope) : times(k, odd, slope);
  return over(times(next, plus(times(square, less(k), kernel(1)), slopes)), times(odd, lower, gap));
};

/** f B J'(rho) / ((B-3)(B-1) D), and this over B-1. */
const slopeOnM = (f: Expression): Expression => over(times(f, "B", slope), times(lower, gap));
const slopeOnL = (f: Expression): Expression => over(times(f, "B", slope), times(less(3), power(n, 2), gap));

export const closedForms: Readonly<Record<Part, Readonly<Record<Space, Expression>>>> = {
  A: { G: ownPart(1), L: ownPart(2), M: slopeOnM(next) },
  B: {
    G: over(square, less(3)),
    L: plus(over(times(2, power(alpha, 3), less(2)), times(lower, above)), slopeOnL(over(times(2, square), above))),
    M: slopeOnM(over(times(2, square), above)),
  },
  C: {
    G: over(times(2, square), less(3)),
    L: plus(over(times(2, square, less(2)), lower), slopeOnL(times(2, alpha))),
    M: slopeOnM(times(2, alpha)),
  },
};

/** alpha^2 (3B-4) + alpha (3B^2-11B+8) + (B-3)(B-1)^2 */
const innerL = plus(
  times(square, minus(times(3, "B"), 4)),
  times(alpha, plus(minus(times(3, power("B", 2)), times(11, "B")), 8)),
  times(less(3), power(n, 2)),
);
/** B^2 + 2 (alpha-2) B + 2 (alpha-3) alpha + 3 */
const innerM = plus(power("B", 2), times(2, minus(alpha, 2), "B"), times(2, minus(alpha, 3), alpha), 3);

/** C.11; the first of the lines that it has on span(G), which is Theorem 8. */
export const totals: Readonly<Record<Space, Expression>> = {
  G: minus(ownPart(1), over(square, less(3))),
  L: plus(
    negative(over(times(2, square, less(2), plus(n, alpha)), times(lower, above))),
    over(times(2, innerL, slope), times(less(3), power(n, 2), above, gap)),
    over(times(square, less(2), next, kernel(1)), times(odd, lower, gap)),
  ),
  M: slopeOnM(over(innerM, above)),
};
