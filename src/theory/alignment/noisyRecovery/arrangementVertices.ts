/**
 * Vertices of the arrangement of hyperplanes {w~.x + b = 0} inside a closed region, those of the region included. A function that is affine on every
 * cell takes its largest absolute value over the region at one of them. Ours, for Lemma 6 of Tian 2020.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { binomial } from "../../../symbolic/heads/functions/binomial.js";
import { subsets } from "../interpolation/subsets.js";
import { contains, type Polytope } from "../regions/polytope.js";

const MOST_DIMENSIONS = 3;
const MOST_SUBSETS = 60_000;
/** Systems of unit normals with a smaller pivot have no vertex in doubles. */
const FLAT = 1e-13;

/** Solves the d x d system by elimination with row pivots; null where it is singular. */
function solve(system: readonly (readonly number[])[]): number[] | null {
  const rows = system.map((row) => [...row]);
  const d = rows.length;
  for (let i = 0; i < d; i++) {
    let pivot = i;
    for (let k = i + 1; k < d; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    const own = rows[i]!;
    if (Math.abs(own[i]!) < FLAT) return null;
    for (let k = i + 1; k < d; k++) {
      const factor = rows[k]![i]! / own[i]!;
      for (let c = i; c <= d; c++) rows[k]![c]! -= factor * own[c]!;
    }
  }
  const x = new Array<number>(d).fill(0);
  for (let i = d - 1; i >= 0; i--) {
    let rest = rows[i]![d]!;
    for (let c = i + 1; c < d; c++) rest -= rows[i]![c]! * x[c]!;
    x[i] = rest / rows[i]![i]!;
  }
  return x;
}

/**
 * Every vertex in the closed region. One to three inputs, at most 60000 subsets of d hyperplanes and faces. Rows with zero weights have no hyperplane.
 * @throws TheoryError "domain" for more inputs or more subsets.
 */
export function arrangementVertices(region: Polytope, rows: Matrix): readonly (readonly number[])[] {
  const d = region.dimension;
  if (d > MOST_DIMENSIONS) {
    throw domainError("region", `${d} inputs`, `at most ${MOST_DIMENSIONS}`, "Vertices are too many: take a section.");
  }
  const faces = region.halfSpaces.map(({ normal, offset }) => [...normal, offset]);
  const planes = rows.flatMap((row) => {
    const length = norm(row.slice(0, d));
    return length === 0 ? [] : [[...row.slice(0, d).map((w) => w / length), -row[d]! / length]];
  });
  const all = [...faces, ...planes];
  if (binomial(all.length, d) > MOST_SUBSETS) {
    throw domainError("rows", `${rows.length} nodes`, `at most ${MOST_SUBSETS} vertices to try`, "Use fewer nodes.");
  }
  const slack = 1e-9 * Math.hypot(...region.low.map((low, i) => region.high[i]! - low));
  return subsets(all.length, d).flatMap((indices) => {
    const x = solve(indices.map((i) => all[i]!));
    return x !== null && contains(region, x, slack) ? [x] : [];
  });
}
