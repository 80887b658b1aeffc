import type { Dense, PrimeField } from "./modular.js";
import { compareExponents, type Polynomial, termsIn } from "./sparse.js";

/**
 * The shape of a polynomial in ordered variables, as a tree: level k has one place for every different choice of the
 * first k + 1 exponents. Putting a number for the last variable adds the places of one level into those of the one above,
 * and no exponent is looked at again for other numbers or other primes.
 */
export interface Shape {
  /** levels[k].parents: places of level k - 1; levels[k].exponents: of variable k. */
  readonly levels: readonly Level[];
  readonly coefficients: readonly bigint[];
}

interface Level {
  readonly parents: Int32Array;
  readonly exponents: Int32Array;
  readonly highest: number;
}

/** The shape of p; the variables include those of p, in any order. */
export function shapeOf(p: Polynomial, variables: readonly string[]): Shape {
  const terms = [...termsIn(p, variables)].sort((a, b) => compareExponents(b.exponents, a.exponents));
  const parents: number[][] = variables.map(() => []);
  const exponents: number[][] = variables.map(() => []);
  for (const [i, term] of terms.entries()) {
    const before = i > 0 ? terms[i - 1]!.exponents : [];
    let fresh = i === 0;
    for (let k = 0; k < variables.length; k++) {
      fresh ||= term.exponents[k] !== before[k];
      if (!fresh) continue;
      parents[k]!.push(k === 0 ? 0 : exponents[k - 1]!.length - 1);
      exponents[k]!.push(term.exponents[k]!);
    }
  }
  return {
    coefficients: terms.map(({ coefficient }) => coefficient),
    levels: variables.map((_, k) => ({
      parents: Int32Array.from(parents[k]!),
      exponents: Int32Array.from(exponents[k]!),
      highest: exponents[k]!.reduce((a, b) => Math.max(a, b), 0),
    })),
  };
}

/** The coefficients modulo the prime: the values of the last level. */
export const reduce = (field: PrimeField, { coefficients }: Shape): Float64Array =>
  Float64Array.from(coefficients, field.fromInteger);

/** Values of level k with the number put for variable k: values of level k - 1. */
export function put(field: PrimeField, shape: Shape, k: number, values: Float64Array, at: number): Float64Array {
  const { parents, exponents, highest } = shape.levels[k]!;
  const size = k === 0 ? 1 : shape.levels[k - 1]!.parents.length;
  const { multiply, prime } = field;
  const power = powerTable(field, at, highest);
  const result = new Float64Array(size);
  for (let i = 0; i < values.length; i++) {
    const sum = result[parents[i]!]! + multiply(values[i]!, power(exponents[i]!));
    result[parents[i]!] = sum >= prime ? sum - prime : sum;
  }
  return result;
}

function powerTable({ multiply }: PrimeField, at: number, highest: number): (exponent: number) => number {
  if (highest > 10_000) return (exponent) => powerOf(multiply, at, exponent);
  const table = new Float64Array(highest + 1);
  table[0] = 1;
  for (let e = 1; e <= highest; e++) table[e] = multiply(table[e - 1]!, at);
  return (exponent) => table[exponent]!;
}

function powerOf(multiply: PrimeField["multiply"], at: number, exponent: number): number {
  let [result, square] = [1, at];
  for (let e = exponent; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

/** Values of level 0 as a polynomial in the first variable. */
export function toDense(shape: Shape, values: Float64Array): Dense {
  const { exponents, highest } = shape.levels[0]!;
  const list = new Float64Array(highest + 1);
  for (let i = 0; i < values.length; i++) list[exponents[i]!] = values[i]!;
  return list;
}
