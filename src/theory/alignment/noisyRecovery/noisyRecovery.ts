/**
 * Theorem 5 of Tian 2020, corrected, for two layers: if |g_k| <= eps on the region R and a ball of radius r around a point of teacher j's boundary
 * lies in R and in E_k, then with c_j = alpha_kj |w~*_j| some other node has
 *   sin theta~ <= M K eps/|c_j|,   |b'/|w~'| - s b/|w~|| <= M2 eps/|c_j|,   s = 1 or -1,
 * with M and M2 of Lemma 5 at delta = 0 and radius r - 5 eps/|c_j|. It is a student where the teachers are further apart than that.
 */
import { domainError } from "../../../numeric/domain.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes } from "../../../numeric/shape.js";
import { alignmentCoefficients, type BiasedTwoLayer } from "../criticalPoints/alignmentCoefficients.js";
import { observers } from "../criticalPoints/observers.js";
import { polytope, type Region } from "../regions/polytope.js";
import { regionShape, twoLayerShape } from "../shapes.js";
import { largestGradients } from "./largestGradients.js";
import { type Misalignment, misalignment } from "./misalignment.js";
import { type NoisyRecoveryConstants, noisyRecoveryConstants } from "./noisyRecoveryConstants.js";

export interface NoisyRecovery {
  readonly teacher: number;
  /** The student k that gives the smallest bound; null where none observes the teacher from within with alpha_kj != 0 and eps small enough. */
  readonly observer: number | null;
  /** sup |g_k| over the region and what rounding may hide, alpha_kj |w~*_j|, and r - 5 eps/|c_j|; null without an observer. */
  readonly epsilon: number | null;
  readonly coefficient: number | null;
  readonly radius: number | null;
  readonly constants: NoisyRecoveryConstants | null;
  /** The student that is nearest to the teacher's hyperplane in units of the bounds (of the sine without them). */
  readonly nearest: ({ readonly student: number } & Misalignment) | null;
  /** Whether the bounds exclude every other teacher, so that the theorem says that a student is as near as they say. */
  readonly concludes: boolean;
}

/** Of a sum of products, relative to the sum of their sizes. */
const ROUNDING = 1e-15;

function nearestTo(
  row: readonly number[],
  rows: readonly (readonly number[])[],
  bounds: NoisyRecoveryConstants | null,
) {
  const [sine, bias] = [bounds?.sineBound ?? 1, bounds?.biasBound ?? 1];
  const all = rows.flatMap((own, student) =>
    norm(own.slice(0, -1)) === 0 ? [] : [{ student, ...misalignment(row, own) }],
  );
  const size = (each: Misalignment) => Math.max(each.sine / sine, each.bias / bias);
  return all.reduce<(typeof all)[number] | null>(
    (best, each) => (best === null || size(each) < size(best) ? each : best),
    null,
  );
}

/**
 * What gradients of size eps say about each teacher, at the student that sees it best. 2 or 3 inputs.
 * @throws TheoryError "domain" for one input or more than 3, networks that do not match, and what `observers` throws.
 */
export function noisyRecovery(
  teacher: BiasedTwoLayer,
  student: BiasedTwoLayer,
  region: Region,
): readonly NoisyRecovery[] {
  assertShapes({ teacher: twoLayerShape, student: twoLayerShape, region: regionShape }, { teacher, student, region });
  const within = polytope(region);
  const d = within.dimension;
  if (d < 2) throw domainError("region", `${d} input`, "2 or 3 inputs", "A boundary in one input is a point.");
  const gradients = largestGradients(teacher, student, within);
  const { alpha, beta } = alignmentCoefficients(teacher, student);
  const { observations } = observers(teacher.W, student.W, within);
  const reach = Math.hypot(...within.low.map((low, i) => Math.max(Math.abs(low), Math.abs(within.high[i]!))));
  const nodes = teacher.W.length + student.W.length;
  const sizes = [...teacher.W, ...student.W].map((row) => norm(row) * (1 + reach));
  const rounding = (k: number) =>
    ROUNDING * [...alpha[k]!, ...beta[k]!].reduce((sum, entry, t) => sum + Math.abs(entry) * sizes[t]!, 0);
  return teacher.W.map((row, j) => {
    const seen = student.W.flatMap((_, k) => {
      const coefficient = alpha[k]![j]! * norm(row.slice(0, d));
      const epsilon = gradients[k]! + rounding(k);
      const radius = observations[k]![j]!.depth - (5 * epsilon) / Math.abs(coefficient);
      if (coefficient === 0 || !(radius > 0)) return [];
      const settings = { dimension: d, nodes, radius, largestEpsilon: epsilon, delta: 0, reach, epsilon, coefficient };
      return [{ observer: k, epsilon, coefficient, radius, constants: noisyRecoveryConstants(settings) }];
    });
    const sharpest = seen.reduce<(typeof seen)[number] | null>(
      (best, each) => (best === null || each.constants.sineBound < best.constants.sineBound ? each : best),
      null,
    );
    const constants = sharpest?.constants ?? null;
    const nearest = nearestTo(row, student.W, constants);
    const others = teacher.W.filter((_, i) => i !== j).map((other) => misalignment(row, other));
    const concludes =
      constants !== null && others.every(({ sine, bias }) => sine > constants.sineBound || bias > constants.biasBound);
    const { observer = null, epsilon = null, coefficient = null, radius = null } = sharpest ?? {};
    return { teacher: j, observer, epsilon, coefficient, radius, constants, nearest, concludes };
  });
}
