/** How alike two ReLU nodes through the origin are. */
import { MATCHED } from "../../../experiments/alignment/matched.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";

/**
 * The correlation of relu(u.x) and relu(v.x) over x ~ N(0, s2 I), from the angle t of u and v alone:
 * [sin t + (pi - t) cos t - 1] / (pi - 1). It falls from 1 at t = 0 over 0 at pi / 2 to -1 / (pi - 1) at pi.
 */
export const correlation = (angle: number): number =>
  (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle) - 1) / (Math.PI - 1);

/** The teacher on whose boundary a student is, active on the same side (1) or on the other one (-1); null for none. */
export interface Place {
  readonly teacher: number;
  readonly side: 1 | -1;
}

/** `angles` of a student to each teacher. Opposite nodes share their boundary: theory counts them as aligned. */
export function placeOf(angles: readonly number[]): Place | null {
  const apart = angles.map((angle) => Math.min(angle, Math.PI - angle));
  const teacher = apart.indexOf(Math.min(...apart));
  if (correlation(apart[teacher]!) <= MATCHED) return null;
  return { teacher, side: angles[teacher]! < Math.PI / 2 ? 1 : -1 };
}

export const placesOf = (angles: Matrix): readonly (Place | null)[] => angles.map(placeOf);

export interface Best {
  readonly student: number;
  readonly correlation: number;
}

/** Of each teacher the student with the largest correlation; `angles`: students x teachers. */
export const bestStudents = (angles: Matrix): readonly Best[] =>
  (angles[0] ?? []).map((_, j) => {
    const own = angles.map((row) => row[j]!);
    const student = own.indexOf(Math.min(...own));
    return { student, correlation: correlation(own[student]!) };
  });
