import { domainError } from "../../../numeric/domain.js";
import { slopeByDifferences } from "../../ways/differences.js";

function lengthOf(y: readonly number[]): number {
  const length = Math.hypot(...y);
  if (length < 0.1)
    throw domainError("y", String(y), "a vector of length at least 0.1", "The normalisation is undefined at 0.");
  return length;
}

/** scale/r (I - v v^T), r = |y|, v = y/r, row by row. */
export function normalisationJacobian(y: readonly number[], scale: number): number[] {
  const r = lengthOf(y);
  return y.flatMap((own, k) => y.map((other, l) => (scale / r) * ((k === l ? 1 : 0) - (own * other) / (r * r))));
}

/** d phi(scale y_k/|y|)/d y_l by differences, row by row; y -> y/|y| is singular at the distance |y| of complex y_l. */
export function normalisationByDifferences(y: readonly number[], phi: (x: number) => number, scale: number): number[] {
  const r = lengthOf(y);
  return y.flatMap((_, k) =>
    y.map((at, l) => {
      const moved = (x: number) => {
        const square = r * r - at * at + x * x;
        return phi((scale * (k === l ? x : y[k]!)) / Math.sqrt(square));
      };
      return slopeByDifferences(moved, at, r / 2);
    }),
  );
}
