/**
 * A region in coordinates of its own, x = centre + spread y with the region's box as [-1, 1]^d: what is small or the same is so as the region sees
 * it, wherever the region lies and whatever its units. Rows become [spread w~, w~.centre + b].
 */
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { compensatedSum } from "../../../numeric/sum.js";
import type { Polytope } from "./polytope.js";

export interface OwnUnits {
  readonly region: Polytope;
  /** Half the widths of the box; all the largest of them where `uniform`, so that lengths are as they were, over that. */
  readonly spread: readonly number[];
  readonly row: (row: readonly number[]) => readonly number[];
  /** What the last entry of such a row has lost to rounding, at most: b and w~.centre cancel. */
  readonly slack: (row: readonly number[]) => number;
  /** Back to coordinates of the problem. */
  readonly point: (y: readonly number[]) => readonly number[];
}

export function ownUnits(region: Polytope, { uniform = false }: { readonly uniform?: boolean } = {}): OwnUnits {
  const { dimension: d, low, high, shape } = region;
  const centre = low.map((from, i) => from / 2 + high[i]! / 2);
  const widths = low.map((from, i) => high[i]! / 2 - from / 2);
  const largest = Math.max(...widths);
  const spread = uniform ? widths.map(() => largest) : widths;
  const terms = (row: readonly number[]) => [row[d]!, ...centre.map((entry, i) => entry * row[i]!)];
  const ends = (from: readonly number[]) => from.map((entry, i) => (entry - centre[i]!) / spread[i]!);
  const halfSpace = ({ normal, offset }: { readonly normal: readonly number[]; readonly offset: number }) => {
    const own = normal.map((entry, i) => entry * spread[i]!);
    const length = norm(own);
    const left = compensatedSum([offset, ...centre.map((entry, i) => -entry * normal[i]!)]);
    return { normal: own.map((entry) => entry / length), offset: left / length };
  };
  return {
    spread,
    region: {
      dimension: d,
      // boxes have no use for them
      get halfSpaces() {
        return region.halfSpaces.map(halfSpace);
      },
      low: ends(low),
      high: ends(high),
      shape:
        shape.kind === "cut"
          ? { kind: "cut", low: ends(shape.low), high: ends(shape.high), cut: halfSpace(shape.cut) }
          : shape,
    },
    row: (row) => [...spread.map((entry, i) => entry * row[i]!), compensatedSum(terms(row))],
    slack: (row) => 2 ** -51 * terms(row).reduce((sum, term) => sum + Math.abs(term), 0),
    point: (y) => y.map((entry, i) => centre[i]! + spread[i]! * entry),
  };
}
