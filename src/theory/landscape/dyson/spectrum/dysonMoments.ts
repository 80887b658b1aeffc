import { assertInteger, domainError } from "../../../../numeric/domain.js";
import { type ComplexArray, complexArray, complexProduct } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import { assertShapes, modest, withoutOverflow } from "../../../../numeric/shape.js";
import type { DysonEquation } from "../dysonEquation.js";
import { equationShape } from "../shapes.js";
import { problemOf } from "../solver/problemOf.js";

/**
 * The moments m_k = int x^k rho(x) dx, k = 0 .. count, atoms included, without solving the equation: its series at infinity,
 * G = -sum M_k z^{-k-1}, gives
 *
 *   M_0 = I,   M_{k+1} = A M_k + sum_{i + j = k - 1} S[M_i] M_j,   m_k = <M_k>.
 *
 * Accuracy: k roundoffs of (the largest |end| of supportBound)^k. Cost: count^2 / 2 products of matrices.
 * Source: eq. (9) of the S-System paper; the recursion is ours.
 * @throws TheoryError "domain" for a count outside 0 to 200, or moments that overflow.
 */
export function dysonMoments(equation: DysonEquation, count: number): number[] {
  assertShapes({ equation: equationShape, count: modest }, { equation, count });
  assertInteger("count", count, 0, 200);
  const { size, structure, apply } = equation.selfEnergy;
  if (structure === "matrix" && count ** 2 * size ** 3 > 2e9) {
    throw domainError(
      "count",
      count,
      `at most ${Math.floor(Math.sqrt(2e9 / size ** 3))} for ${size} rows`,
      "Ask for fewer.",
    );
  }
  const problem = problemOf(equation);
  const { length } = problem;
  const multiply = structure === "matrix" ? complexProductOf(size) : entrywiseProduct;
  const moments = [complexArray(length)];
  problem.multipleOfIdentity(1, 0, moments[0]!);
  const images: ComplexArray[] = [];
  const product = complexArray(length);
  for (let k = 0; k < count; k++) {
    const next = complexArray(length);
    multiply(equation.mean, moments[k]!, next);
    for (let i = 0; i < k; i++) {
      multiply(images[i]!, moments[k - 1 - i]!, product);
      for (let at = 0; at < length; at++) {
        next.re[at] += product.re[at];
        next.im[at] += product.im[at];
      }
    }
    const image = complexArray(length);
    apply(moments[k]!, image);
    images.push(image);
    moments.push(next);
  }
  const out = moments.map((M) => problem.trace(M)[0]);
  withoutOverflow("count", out);
  return out;
}

type Product = (a: ComplexArray, b: ComplexArray, out: ComplexArray) => void;

const complexProductOf =
  (size: number): Product =>
  (a, b, out) =>
    complexProduct(a, b, size, out);

const entrywiseProduct: Product = (a, b, out) => {
  for (let i = 0; i < a.re.length; i++) {
    out.re[i] = a.re[i] * b.re[i] - a.im[i] * b.im[i];
    out.im[i] = a.re[i] * b.im[i] + a.im[i] * b.re[i];
  }
};
