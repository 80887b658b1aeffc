/** Faces of polyhedra {n_k . x + c_k >= 0} in the plane, by linear programs: no polygons. */
import { solveLinearProgram } from "../../../../numeric/linearProgram.js";
import type { HalfPlane } from "./halfPlanes.js";

/** The largest r <= 1 such that a disc of that radius fits; the half-planes in `tight` hold as equations for its centre and bound no disc. */
function discIn(halfPlanes: readonly HalfPlane[], tight?: HalfPlane): number {
  const sides = halfPlanes.filter(([a, b]) => a !== 0 || b !== 0);
  if (halfPlanes.some(([a, b, c]) => a === 0 && b === 0 && c < 0)) return -1;
  const solution = solveLinearProgram({
    maximise: [0, 0, 1],
    constraints: [
      ...sides.map(([a, b, c]) => ({ coefficients: [a, b, -Math.hypot(a, b)], atLeast: -c })),
      ...(tight === undefined ? [] : [{ coefficients: [tight[0], tight[1], 0], equal: -tight[2] }]),
    ],
    bounds: [
      { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
      { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
      { min: -1, max: 1 },
    ],
  });
  return solution.status === "optimal" ? solution.value : -1;
}

/** What counts as room: the numbers of random gates leave discs of more than a thousandth, or none. */
const ROOM = 1e-7;

export const hasInterior = (halfPlanes: readonly HalfPlane[]): boolean => discIn(halfPlanes) > ROOM;

/** How many different lines bear an edge of the polyhedron; 0 without interior points. */
export function edgesOf(halfPlanes: readonly HalfPlane[]): number {
  if (!hasInterior(halfPlanes)) return 0;
  const lines = halfPlanes.filter(([a, b], k) => {
    const isFirst = !halfPlanes.slice(0, k).some((other) => isSameLine(other, halfPlanes[k]!));
    return (a !== 0 || b !== 0) && isFirst;
  });
  return lines.filter(
    (line) =>
      discIn(
        halfPlanes.filter((other) => !isSameLine(other, line)),
        line,
      ) > ROOM,
  ).length;
}

const isSameLine = ([a, b, c]: HalfPlane, [d, e, f]: HalfPlane): boolean =>
  a * e === b * d && a * f === c * d && b * f === c * e && (a !== 0 || b !== 0) && (d !== 0 || e !== 0);
