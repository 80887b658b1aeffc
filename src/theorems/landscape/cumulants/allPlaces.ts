/** Norms of cumulants as they are written, over all N^2 places, of the logarithm of the generating function: for small N. */
import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { range } from "./settings.js";

/**
 * The coefficient of t_1 .. t_k in log E exp(t.w) for the columns w_1, .., w_k: products of polynomials of degree 1 in each t, log(1 + u) by its series.
 */
export function logarithmCoefficient(
  columns: readonly (readonly number[])[],
  probabilities: readonly number[],
): number {
  const subsets = range(2 ** columns.length);
  const u = subsets.map((bits) =>
    probabilities.reduce(
      (sum, p, k) =>
        sum + columns.reduce((product, column, i) => ((bits >> i) & 1 ? product * column[k]! : product), p),
      0,
    ),
  );
  u[0] = 0;
  const times = (a: readonly number[]) =>
    subsets.map((bits) =>
      subsets.reduce((sum, part) => ((part & bits) === part ? sum + a[part]! * u[bits - part]! : sum), 0),
    );
  let power: readonly number[] = u;
  let sum = 0;
  for (let k = 1; k <= columns.length; k++) {
    sum += ((k % 2 === 1 ? 1 : -1) * power.at(-1)!) / k;
    power = times(power);
  }
  return sum;
}

export interface Law {
  readonly matrices: readonly (readonly (readonly number[])[])[];
  readonly probabilities: readonly number[];
}

/** |kappa| of entries at places i N + j, remembered. */
export function magnitudeAt({ matrices, probabilities }: Law): (...places: readonly number[]) => number {
  const n = matrices[0]!.length;
  const known = new Map<number, number>();
  const mean = range(n * n).map((at) =>
    probabilities.reduce((sum, p, k) => sum + p * matrices[k]![Math.floor(at / n)]![at % n]!, 0),
  );
  const columns = mean.map((own, at) => matrices.map((matrix) => matrix[Math.floor(at / n)]![at % n]! - own));
  return (...places) => {
    const sorted = [...places].sort((a, b) => a - b);
    const key = sorted.reduce((code, place) => code * n * n + place, places.length);
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = Math.abs(
      logarithmCoefficient(
        sorted.map((place) => columns[place]!),
        probabilities,
      ),
    );
    known.set(key, value);
    return value;
  };
}

/** sum |kappa| over the first k - 2 places, for the last two. */
export function pairSums(law: Law, order: number): readonly (readonly number[])[] {
  const kappa = magnitudeAt(law);
  const places = range(law.matrices[0]!.length ** 2);
  const sums = (fixed: readonly number[], left: number): number =>
    left === 0 ? kappa(...fixed) : places.reduce((sum, place) => sum + sums([...fixed, place], left - 1), 0);
  return places.map((b) => places.map((c) => sums([b, c], order - 2)));
}

export const operatorNorm = (matrix: readonly (readonly number[])[]): number => singularValues(matrix)[0]!;
