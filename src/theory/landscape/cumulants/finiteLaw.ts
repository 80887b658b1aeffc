/** A random vector with finitely many values, as checked and centred numbers. */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { compensatedSum } from "../../../numeric/sum.js";

export interface FiniteLaw {
  /** Probabilities that sum to 1; values of probability zero are left out. */
  readonly probabilities: Float64Array;
  readonly dimension: number;
  /** About the mean of each coordinate: higher cumulants do not change by it, and lose fewer digits. */
  readonly shift: Float64Array;
  /** Coordinate after coordinate: value k of coordinate i, less the shift, at i * count + k. */
  readonly centred: Float64Array;
}

/** Throws TheoryError "domain" for ragged or empty values, and for probabilities that are none or not one a value. */
export function finiteLaw(values: Matrix, probabilities: Vector): FiniteLaw {
  assertMatrix("values", values);
  const sum = assertProbabilities("probabilities", probabilities);
  if (probabilities.length !== values.length) {
    const remedy = `Pass ${values.length} probabilities.`;
    throw domainError("probabilities.length", probabilities.length, `${values.length}, one a value`, remedy);
  }
  const kept = probabilities.flatMap((probability, k) => (probability > 0 ? [k] : []));
  const weights = Float64Array.from(kept, (k) => probabilities[k]! / sum);
  const dimension = values[0]!.length;
  const shift = new Float64Array(dimension);
  const centred = new Float64Array(dimension * kept.length);
  for (let i = 0; i < dimension; i++) {
    shift[i] = compensatedSum(kept.map((k, at) => weights[at]! * values[k]![i]!));
    for (const [at, k] of kept.entries()) centred[i * kept.length + at] = values[k]![i]! - shift[i]!;
  }
  return { probabilities: weights, dimension, shift, centred };
}

/** Roundings of a moment of `order` centred factors relative to that of the magnitudes: subtractions, products, weights, a compensated sum. */
export const roundingsOfMoment = (order: number): number => 2 * order + 6;

/** Moments of all subsets of the coordinates `indices`, and those of the magnitudes, by bits; 2^k of each. */
export function subsetMoments(
  { probabilities, centred }: FiniteLaw,
  indices: ArrayLike<number>,
): { readonly moments: Float64Array; readonly magnitudes: Float64Array } {
  const count = probabilities.length;
  const subsets = 1 << indices.length;
  const moments = new Float64Array(subsets);
  const magnitudes = new Float64Array(subsets);
  const carries = new Float64Array(subsets);
  const product = new Float64Array(subsets);
  for (let k = 0; k < count; k++) {
    product[0] = probabilities[k]!;
    for (let i = 0; i < indices.length; i++) {
      const factor = centred[indices[i]! * count + k]!;
      for (let bits = 1 << i; bits < 1 << (i + 1); bits++) product[bits] = product[bits - (1 << i)]! * factor;
    }
    for (let bits = 0; bits < subsets; bits++) {
      // Neumaier's sum, as in numeric/sum.ts
      const [sum, term] = [moments[bits]!, product[bits]!];
      const next = sum + term;
      carries[bits]! += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      moments[bits] = next;
      magnitudes[bits]! += Math.abs(term);
    }
  }
  for (let bits = 0; bits < subsets; bits++) moments[bits]! += carries[bits]!;
  return { moments, magnitudes };
}
