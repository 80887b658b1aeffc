import { Matrix } from "ml-matrix";
import { expect } from "vitest";
import { rewriteTerm } from "../../src/symbolic/derivation/rewrite.js";
import { symbol } from "../../src/symbolic/expression.js";
import { toNumber } from "../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../src/symbolic/precise/evaluateBall.js";
import type { Comparison } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { derivationOf, proofNamed } from "./proofs.js";

/** Symbols by name. */
export type Values = Readonly<Record<string, number>>;

/** A symbol of a proof, by the last equation for it there and the values of the others. */
export function valueIn(slug: string, name: string, values: Values): number {
  const { steps } = derivationOf(proofNamed(slug));
  const equations = steps.flatMap(({ claim }) => (claim.relation === "Equal" ? [claim] : [])).reverse();
  const from = Object.fromEntries(
    Object.entries(values).map(([own, x]) => [own, rational(Math.round(x * 1e9), 1_000_000_000)]),
  );
  return toNumber(evaluateBall(rewriteTerm(symbol(name), equations), from, 20));
}

/** The quantity on the left of the claim. */
export const claimed = (slug: string, values: Values): number => {
  const { left } = proofNamed(slug).claim as Comparison;
  return valueIn(slug, left.head === "Symbol" ? left.name : "", values);
};

/** A map of B x B matrices. */
export type Dense = (sigma: Matrix) => Matrix;

/** The matrix with entry(k, l), k and l counted from 0. */
export const matrixOf = (size: number, entry: (k: number, l: number) => number) =>
  new Matrix(Array.from({ length: size }, (_, k) => Array.from({ length: size }, (_, l) => entry(k, l))));
/** Sigma -> G T{Sigma} G. */
export const centred: (map: Dense) => Dense = (map) => (sigma) => map(sigma).center("row").center("column");

/** BSB1(a, b). */
export const bsb1 = (size: number, a: number, b: number) => matrixOf(size, (k, l) => (k === l ? a : b));
/** L(a, b). */
export const difference = (size: number, a: number, b: number) =>
  matrixOf(size, (k, l) => {
    const sign = (i: number) => (i === 0 ? 1 : i === 1 ? -1 : 0);
    return k === l ? a * sign(k) : k > 1 || l > 1 ? -b * (sign(k) + sign(l)) : 0;
  });
/** The underlined L(a, b). */
export const star = (size: number, a: number, b: number) =>
  matrixOf(size, (k, l) => (k + l === 0 ? a : k * l === 0 ? -b : 0));
/** A matrix of M with samples 2, 4, 1 and 5 on the cycle. */
export const cycle = (size: number) => {
  const order = [1, 3, 0, 4];
  return matrixOf(size, (k, l) => {
    const [i, j] = [order.indexOf(k), order.indexOf(l)];
    return i < 0 || j < 0 || (i + j) % 2 === 0 ? 0 : Math.min(i, j) % 2 === 0 && Math.abs(i - j) === 1 ? 1 : -1;
  });
};

export const eigenmatrices = (size: number) => ({
  g: bsb1(size, size - 1, -1),
  l: difference(size, size - 2, 1),
  m: cycle(size),
});

/** image = lambda matrix. */
export function expectMultiple(image: Matrix, lambda: number, matrix: Matrix, tolerance = 1e-11) {
  const deviation = Matrix.sub(image, Matrix.mul(matrix, lambda));
  expect(deviation.norm() / matrix.norm() / Math.max(1, Math.abs(lambda))).toBeLessThan(tolerance);
}

export const spaces = ["g", "l", "m"] as const;
