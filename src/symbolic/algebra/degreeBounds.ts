import { degrees } from "./coefficients.js";
import { requireModularSteps } from "./limits.js";
import { gcdDense, type PrimeField, primeFieldAt, residues } from "./modular.js";
import type { Polynomial } from "./sparse.js";

/**
 * Upper bounds, variable by variable, of the degrees of a common divisor of p and q, which have the same variables: the
 * degree of the common divisor after numbers are put for all other variables. Bounds are certain, and almost always sharp.
 */
export function degreeBounds(p: Polynomial, q: Polynomial): readonly number[] {
  const field = primeFieldAt(0);
  const numbers = residues(field);
  const values = p.variables.map(() => numbers.next().value);
  const [a, b] = [degrees(p), degrees(q)];
  requireModularSteps(a.reduce((total, degree, i) => total + degree * b[i]!, 0));
  const left = p.terms.map(({ coefficient }) => field.fromInteger(coefficient));
  const right = q.terms.map(({ coefficient }) => field.fromInteger(coefficient));
  return p.variables.map((_, place) => {
    const [f, g] = [
      restrict(field, p, left, values, place, a[place]!),
      restrict(field, q, right, values, place, b[place]!),
    ];
    // A highest coefficient that vanishes hides a part of the degree.
    if (f[a[place]!] === 0 && g[b[place]!] === 0) return Math.min(a[place]!, b[place]!);
    return gcdDense(field, f, g).length - 1;
  });
}

/** p as a polynomial in one variable, with the values put for the others. */
function restrict(
  field: PrimeField,
  p: Polynomial,
  coefficients: readonly number[],
  values: readonly number[],
  place: number,
  degree: number,
): Float64Array {
  const result = new Float64Array(degree + 1);
  const powers = values.map((value) => powerTable(field, value));
  for (const [i, { exponents }] of p.terms.entries()) {
    let product = coefficients[i]!;
    for (let k = 0; k < exponents.length; k++) {
      if (k !== place && exponents[k]! > 0) product = field.multiply(product, powers[k]!(exponents[k]!));
    }
    result[exponents[place]!] = field.add(result[exponents[place]!]!, product);
  }
  return result;
}

function powerTable({ multiply }: PrimeField, value: number): (exponent: number) => number {
  const table = [1];
  return (exponent) => {
    for (let e = table.length; e <= exponent; e++) table.push(multiply(table[e - 1]!, value));
    return table[exponent]!;
  };
}
