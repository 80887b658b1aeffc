/** How much of a teacher its students have taken over. */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import type { PopulationState } from "../../../theory/alignment/population/observePopulation.js";
import type { TwoLayer } from "../../../theory/alignment/population/twoLayer.js";
import type { Place } from "./correlation.js";

type Students = Pick<PopulationState, "V" | "norms">;

/** sum_k v_k |w_k| over the students placed at teacher j, on either side of its boundary. */
function kinkOf({ V, norms }: Students, places: readonly (Place | null)[], j: number): readonly number[] {
  return V[0]!.map((_, o) => V.reduce((sum, v, k) => sum + (places[k]?.teacher === j ? v[o]! * norms[k]! : 0), 0));
}

const ownKink = ({ W, V }: TwoLayer, j: number): readonly number[] => V[j]!.map((entry) => entry * norm(W[j]!));

/** The part of that sum along the teacher's own v |w|, as a share of it: 1 where it is learned. */
export function learnedShare(
  teacher: TwoLayer,
  students: Students,
  places: readonly (Place | null)[],
  j: number,
): number {
  const own = ownKink(teacher, j);
  return dot(kinkOf(students, places, j), own) / dot(own, own);
}

/**
 * How far that sum is from the teacher's own v |w|, as a share of it. Both are the jump of the outputs' slope at the boundary, so that it is 0
 * where student and teacher agree on all inputs.
 */
export function kinkMismatch(
  teacher: TwoLayer,
  students: Students,
  places: readonly (Place | null)[],
  j: number,
): number {
  const own: Matrix[number] = ownKink(teacher, j);
  const sum = kinkOf(students, places, j);
  return norm(own.map((entry, o) => sum[o]! - entry)) / norm(own);
}
