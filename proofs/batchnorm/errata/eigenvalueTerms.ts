/**
 * The eigenvalues of phi(x) = p x_+^alpha - m x_-^alpha as terms in B, alpha, p, m, by Theorems B.68 and C.11 (first line of G), which
 * hold as printed.
 */
import { minus, negative, over, plus, power, times } from "../../../src/symbolic/build.js";
import { type Expression, symbol } from "../../../src/symbolic/expression.js";
import { kernel, kernelSlope, n, rho } from "../homogeneous.js";

const alpha = symbol("alpha");
const below = plus(n, times(2, alpha));
const twice = minus(times(2, alpha), 1);
const square = power(alpha, 2);

/** J_phi(1) - J_phi(-1/(B-1)). */
export const gap: Expression = minus(kernel(1), kernel(rho));
/** J_phi'(-1/(B-1)) over the gap. */
export const slopeRatio: Expression = over(kernelSlope(rho), gap);

export const forwardL: Expression = over(plus(times(alpha, minus("B", 2)), over(times("B", slopeRatio), n)), below);
export const forwardM: Expression = over(times("B", slopeRatio), below);

const shared = times(minus("B", 3), n, below);

/** C.11, L. */
export const backwardL: Expression = plus(
  negative(over(times(2, square, minus("B", 2), plus(n, alpha)), shared)),
  times(
    over(
      times(
        2,
        plus(
          times(square, minus(times(3, "B"), 4)),
          times(alpha, plus(minus(times(3, power("B", 2)), times(11, "B")), 8)),
          times(minus("B", 3), power(n, 2)),
        ),
      ),
      times(shared, n),
    ),
    slopeRatio,
  ),
  over(
    times(square, minus("B", 2), plus(minus("B", 3), times(2, alpha)), kernel(1)),
    times(twice, minus("B", 3), n, gap),
  ),
);

/** C.11, M. */
export const backwardM: Expression = times(
  over(times("B", plus(power("B", 2), times(2, minus(alpha, 2), "B"), times(2, minus(alpha, 3), alpha), 3)), shared),
  slopeRatio,
);

/** C.11, first line of G: Theorem 8. */
export const backwardG: Expression = minus(
  over(
    times(plus(minus("B", 3), times(2, alpha)), plus(times(twice, kernelSlope(rho)), times(square, n, kernel(1)))),
    times(twice, minus("B", 3), n, gap),
  ),
  over(square, minus("B", 3)),
);
