import { coefficientsIn, content, degreeIn, derivativePolynomial, divideByInteger } from "./coefficients.js";
import { gcdOfList, gcdPolynomial } from "./gcd.js";
import { dividePolynomial } from "./quotient.js";
import { isConstantPolynomial, leadingCoefficient, type Polynomial, subtractPolynomial } from "./sparse.js";

export interface Factor {
  readonly factor: Polynomial;
  readonly multiplicity: number;
}

/** content * product of factor^multiplicity; the content carries the sign. */
export interface Factorization {
  readonly content: bigint;
  readonly factors: readonly Factor[];
}

/**
 * p = content * product of factor^multiplicity with primitive, squarefree, pairwise coprime factors with positive leading
 * coefficients, none constant. Factors of one multiplicity are kept apart where they came apart. squarefree(0) has content 0.
 */
export function squarefree(p: Polynomial): Factorization {
  if (p.terms.length === 0) return { content: 0n, factors: [] };
  const scale = leadingCoefficient(p) < 0n ? -content(p) : content(p);
  return { content: scale, factors: decompose(divideByInteger(p, scale)) };
}

/** The factors of a primitive polynomial: first those without its first variable, then Yun's algorithm in that variable. */
function decompose(p: Polynomial): readonly Factor[] {
  if (isConstantPolynomial(p)) return [];
  const name = p.variables[0]!;
  const coefficients = coefficientsIn(p, name);
  const common = gcdOfList(coefficients);
  return [...decompose(common), ...yun(dividePolynomial(p, common)!, name)];
}

/** Every factor of p must contain the name: then a factor of multiplicity m is one of the derivative of multiplicity m - 1. */
function yun(p: Polynomial, name: string): readonly Factor[] {
  const slope = derivativePolynomial(p, name);
  const repeated = gcdPolynomial(p, slope);
  const factors: Factor[] = [];
  let rest = dividePolynomial(p, repeated)!;
  let quotient = dividePolynomial(slope, repeated)!;
  for (let multiplicity = 1; degreeIn(rest, name) > 0; multiplicity++) {
    const difference = subtractPolynomial(quotient, derivativePolynomial(rest, name));
    const factor = gcdPolynomial(rest, difference);
    if (!isConstantPolynomial(factor)) factors.push({ factor, multiplicity });
    rest = dividePolynomial(rest, factor)!;
    quotient = dividePolynomial(difference, factor)!;
  }
  return factors;
}
