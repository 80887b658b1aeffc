/**
 * What Theorems 2 and 3 and Corollary 2 of Tian 2020, as corrected, conclude about a given teacher and student on a given region, and which
 * hypothesis is missing where they conclude nothing. The corrections: alignment is by hyperplane, gamma of either sign; boundaries are {w.x = 0};
 * a node is observed INSIDE the region; unaligned students contribute an affine function, which need not be zero.
 */
import { domainError } from "../../../numeric/domain.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes } from "../../../numeric/shape.js";
import { type Polytope, polytope, type Region } from "../regions/polytope.js";
import { regionShape, twoLayerShape } from "../shapes.js";
import type { AlignmentCoefficients } from "./alignmentCoefficients.js";
import { alignmentCoefficients, assertBiasedTwoLayers, type BiasedTwoLayer } from "./alignmentCoefficients.js";
import { criticality, interpolation, type Vanishing } from "./criticality.js";
import { alignmentGroups } from "./hyperplanes.js";
import { type Observation, observe, observers } from "./observers.js";
import {
  type StudentConclusion,
  studentConclusions,
  type UnalignedContribution,
  unalignedContribution,
} from "./studentConclusions.js";
import { type TeacherConclusion, teacherConclusions } from "./teacherConclusions.js";

/** A hyperplane with the teachers and students on it; signs as in `HyperplaneGroup`. */
export interface AlignmentGroup {
  readonly hyperplane: readonly number[];
  readonly teachers: readonly { readonly node: number; readonly sign: -1 | 1 }[];
  readonly students: readonly { readonly node: number; readonly sign: -1 | 1 }[];
}

export interface CriticalPointCertificate extends AlignmentCoefficients {
  /** [k][j]: student k observes teacher j inside the region. */
  readonly observer: readonly (readonly boolean[])[];
  readonly observations: readonly (readonly Observation[])[];
  readonly groups: readonly AlignmentGroup[];
  /** Whether f = f* on the region. */
  readonly interpolation: Vanishing;
  /** For each student whether its gradient vanishes on the region. */
  readonly criticality: readonly Vanishing[];
  readonly teachers: readonly TeacherConclusion[];
  /** Of the students that share their hyperplane with no teacher. */
  readonly unaligned: readonly StudentConclusion[];
  readonly contribution: UnalignedContribution;
}

const MOST_NODES = 128;

function groupsOf(teacher: BiasedTwoLayer, student: BiasedTwoLayer, region: Polytope): readonly AlignmentGroup[] {
  const m = teacher.W.length;
  return alignmentGroups([...teacher.W, ...student.W], region).map(({ hyperplane, members }) => ({
    hyperplane,
    teachers: members.filter(({ node }) => node < m),
    students: members.filter(({ node }) => node >= m).map(({ node, sign }) => ({ node: node - m, sign })),
  }));
}

/**
 * The certificate of a two-layer student at a two-layer teacher on the region. At most 128 nodes in all. Boxes are
 * fastest: see `observers`.
 * Numbers count as zero up to 1e-9 of the size of the terms they are made of; hyperplanes are the same up to 1e-9 in the region's own units.
 * @throws TheoryError "domain" for networks that do not match, ragged rows, NaN, a teacher with w~ = 0, and what `polytope` throws.
 */
export function criticalPointCertificate(
  teacher: BiasedTwoLayer,
  student: BiasedTwoLayer,
  region: Region,
): CriticalPointCertificate {
  assertShapes({ teacher: twoLayerShape, student: twoLayerShape, region: regionShape }, { teacher, student, region });
  const within = polytope(region);
  assertBiasedTwoLayers(teacher, student, within.dimension);
  const nodes = teacher.W.length + student.W.length;
  if (nodes > MOST_NODES) throw domainError("student.W", `${nodes} nodes`, `at most ${MOST_NODES}`, "Use fewer nodes.");
  const coefficients = alignmentCoefficients(teacher, student, within);
  const seen = observers(teacher.W, student.W, within);
  const groups = groupsOf(teacher, student, within);
  const facts = {
    teacher,
    student,
    region: within,
    coefficients,
    groups,
    observations: seen.observations,
    interpolation: interpolation(teacher, student, within),
    criticality: criticality(teacher, student, within, coefficients),
    observe: (observed: number, observer: number) => observe(within, student.W[observed]!, student.W[observer]!),
    lengths: student.W.map(norm),
  };
  const unaligned = studentConclusions(facts);
  return {
    ...coefficients,
    ...seen,
    groups,
    interpolation: facts.interpolation,
    criticality: facts.criticality,
    teachers: teacherConclusions(facts),
    unaligned,
    contribution: unalignedContribution(facts, unaligned),
  };
}
