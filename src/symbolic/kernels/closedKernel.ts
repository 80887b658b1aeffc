import { derivativeFunction, type RationalFunction, symbolFunction } from "../algebra/rationalFunction.js";
import { add, divide, fraction, multiply, one, subtract, zero } from "./arithmetic.js";

/**
 * first * f + second * g with rational functions of the symbol c as coefficients, where (f, g) is a basis closed under
 * d/dc:
 * "angle": f = (pi - arccos c)/pi, g = sqrt(1-c^2)/pi, with f' = g/(1-c^2), g' = -c g/(1-c^2);
 * "elliptic": f = E(m), g = K(m), m = (1+c)/2, with f' = (f - g)/(2(1+c)), g' = f/(1-c^2) - g/(2(1+c)).
 */
export interface ClosedKernel {
  readonly basis: "angle" | "elliptic";
  readonly first: RationalFunction;
  readonly second: RationalFunction;
}

const c = symbolFunction("c");
const oneMinusSquare = subtract(one, multiply(c, c));
const onePlus = add(one, c);

/** J_0, J_1 and J_(1/2) = E - (1-c)/2 K, J_(3/2) = c E + (1-c)(1-3c)/8 K. */
const starts: Readonly<Record<"whole" | "half", readonly [ClosedKernel, ClosedKernel]>> = {
  whole: [
    { basis: "angle", first: one, second: zero },
    { basis: "angle", first: c, second: one },
  ],
  half: [
    { basis: "elliptic", first: one, second: multiply(fraction(-1, 2), subtract(one, c)) },
    {
      basis: "elliptic",
      first: c,
      second: multiply(fraction(1, 8), multiply(subtract(one, c), subtract(one, multiply(fraction(3), c)))),
    },
  ],
};

/**
 * J_alpha for alpha = index or index + 1/2, by J_a = c J_(a-1) + (a-1)^2/((2a-1)(2a-3)) (1-c^2) J_(a-2) from the two
 * lowest ones (the recurrence divides by 0 at a = 3/2, and a = 1 would need J_(-1): they cannot be reached from below).
 */
export function closedKernel(kind: "whole" | "half", index: number): ClosedKernel {
  let [before, kernel] = starts[kind];
  if (index === 0) return before;
  for (let k = 2; k <= index; k++) {
    const a = kind === "whole" ? fraction(k) : fraction(2 * k + 1, 2);
    [before, kernel] = [kernel, nextKernel(a, kernel, before)];
  }
  return kernel;
}

function nextKernel(a: RationalFunction, last: ClosedKernel, before: ClosedKernel): ClosedKernel {
  const shifted = subtract(a, one);
  const twice = multiply(fraction(2), a);
  const scale = divide(multiply(shifted, shifted), multiply(subtract(twice, one), subtract(twice, fraction(3))));
  const factor = multiply(scale, oneMinusSquare);
  const step = (p: RationalFunction, q: RationalFunction) => add(multiply(c, p), multiply(factor, q));
  return { basis: last.basis, first: step(last.first, before.first), second: step(last.second, before.second) };
}

/** d/dc in the same basis. */
export function differentiateClosed({ basis, first, second }: ClosedKernel): ClosedKernel {
  const [dFirst, dSecond] = [derivativeFunction(first, "c"), derivativeFunction(second, "c")];
  if (basis === "angle") {
    const rest = divide(subtract(first, multiply(c, second)), oneMinusSquare);
    return { basis, first: dFirst, second: add(dSecond, rest) };
  }
  const halved = multiply(fraction(1, 2), divide(one, onePlus));
  return {
    basis,
    first: add(dFirst, add(multiply(halved, first), divide(second, oneMinusSquare))),
    second: subtract(dSecond, multiply(halved, add(first, second))),
  };
}

export const scaleClosed = (kernel: ClosedKernel, factor: RationalFunction): ClosedKernel => ({
  basis: kernel.basis,
  first: multiply(factor, kernel.first),
  second: multiply(factor, kernel.second),
});
