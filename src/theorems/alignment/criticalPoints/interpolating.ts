/** Teachers with students that reproduce them, and the counterexamples, as settings of the theorems about critical points. */
import type { BiasedTwoLayer } from "../../../theory/alignment/criticalPoints/alignmentCoefficients.js";
import {
  observedOutside,
  observedWhereSilent,
  turnedGroups,
  turnedPair,
  turnedStudent,
} from "../../../theory/alignment/criticalPoints/counterexamples.js";
import {
  type CriticalPointCertificate,
  criticalPointCertificate,
} from "../../../theory/alignment/criticalPoints/criticalPointCertificate.js";
import { interpolatingStudent } from "../../../theory/alignment/criticalPoints/interpolatingStudent.js";
import type { Region } from "../../../theory/alignment/regions/polytope.js";
import { seed, size } from "../ways/parameters.js";
import { anyStudent, cuttingTeacher, unitBox } from "../ways/randomObjects.js";

const examples = {
  "turned student": turnedStudent,
  "observed outside": observedOutside,
  "observed where silent": observedWhereSilent,
  "turned pair": turnedPair,
  "turned groups": turnedGroups,
} as const;

export const criticalPoints = {
  student: {
    set: "choice",
    of: [
      "interpolating",
      "random",
      "turned student",
      "observed outside",
      "observed where silent",
      "turned pair",
      "turned groups",
    ],
    doc: "A student with f = f* on the region made of split, turned, cancelling and silent nodes; any student; or a counterexample to what is printed.",
  },
  d: size(1, 3, "Number of inputs d; the region is the box [-1,1]^d."),
  m: size(1, 3, "Number of teacher nodes m."),
  C: size(1, 2, "Number of outputs C."),
  seed,
} as const;

export interface CriticalPoint {
  readonly student: string;
  readonly d: number;
  readonly m: number;
  readonly C: number;
  readonly seed: number;
}

export interface Networks {
  readonly teacher: BiasedTwoLayer;
  readonly student: BiasedTwoLayer;
  readonly region: Region;
}

export function networksAt({ student, d, m, C, seed: from }: CriticalPoint): Networks {
  if (Object.hasOwn(examples, student)) return examples[student as keyof typeof examples];
  const [teacher, region] = [cuttingTeacher(from, d, m, C), unitBox(d)];
  if (student === "random") return { teacher, region, student: anyStudent(from, teacher, 2 * m + 1) };
  return { teacher, region, student: interpolatingStudent(teacher, region, { seed: from }) };
}

/** The same sizes with a student that differs from seed to seed, for claims: the counterexamples are single points. */
export const sampled = (at: CriticalPoint): CriticalPoint =>
  Object.hasOwn(examples, at.student) ? { ...at, student: "interpolating" } : at;

export function certificateAt(at: CriticalPoint): Networks & { readonly certificate: CriticalPointCertificate } {
  const networks = networksAt(at);
  return { ...networks, certificate: criticalPointCertificate(networks.teacher, networks.student, networks.region) };
}
