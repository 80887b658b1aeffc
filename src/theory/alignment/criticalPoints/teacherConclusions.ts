/** Theorem 2 of Tian 2020, corrected, teacher by teacher. */
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { behaviourOn } from "./boundaryIn.js";
import { VANISHES } from "./criticality.js";
import type { Facts } from "./facts.js";

/** A hypothesis that is not met. */
export type MissingForTeacher =
  | "boundary misses the region" // Assumption 1 (2)
  | "another teacher has the same hyperplane" // Assumption 1 (1), gamma of either sign
  | "no student observes it inside the region"
  | "alpha is zero for every observer"
  | "no such observer has a vanishing gradient";

export interface TeacherConclusion {
  readonly teacher: number;
  /** "observer": Theorem 2. "interpolation": ours, f = f* on the region and v*_j != 0 suffice. null: nothing follows. */
  readonly by: "observer" | "interpolation" | null;
  /** Students that observe it from within, have alpha_kj != 0 and a vanishing gradient on the region. */
  readonly observers: readonly number[];
  readonly missing: readonly MissingForTeacher[];
  /** Students on its hyperplane, with the sign of gamma. What is concluded is that there is at least one. */
  readonly aligned: readonly { readonly student: number; readonly sign: -1 | 1 }[];
  readonly says: string;
}

function saysOf(teacher: number, { by, missing }: Pick<TeacherConclusion, "by" | "missing">): string {
  const name = `Teacher ${teacher}`;
  if (by === "observer") return `${name} is observed where gradients vanish: some student has its hyperplane.`;
  if (by === "interpolation") return `${name} is reproduced on the region: some student has its hyperplane.`;
  return `Nothing follows for teacher ${teacher}: ${missing.join("; ")}.`;
}

function observersOf({ observations, coefficients, criticality, student, teacher }: Facts, j: number) {
  const seen = [...observations.keys()].filter((k) => observations[k]![j]!.depth > 0);
  const coupled = seen.filter((k) => {
    const scale = norm(student.V[k]!) * norm(teacher.V[j]!);
    return Math.abs(coefficients.alpha[k]![j]!) > VANISHES * scale;
  });
  return { seen, coupled, critical: coupled.filter((k) => criticality[k]!.vanishes) };
}

/** What follows for each teacher, and why not where nothing does. */
export function teacherConclusions(facts: Facts): readonly TeacherConclusion[] {
  const { teacher, region, groups, coefficients, interpolation } = facts;
  return teacher.W.map((row, j) => {
    const visible = behaviourOn(region, row) === "cuts";
    const alone = groups.find(({ teachers }) => teachers.some(({ node }) => node === j))!.teachers.length === 1;
    const { seen, coupled, critical } = observersOf(facts, j);
    const missing: MissingForTeacher[] = [];
    if (!visible) missing.push("boundary misses the region");
    if (!alone) missing.push("another teacher has the same hyperplane");
    if (seen.length === 0) missing.push("no student observes it inside the region");
    else if (coupled.length === 0) missing.push("alpha is zero for every observer");
    else if (critical.length === 0) missing.push("no such observer has a vanishing gradient");
    const reproduced = visible && alone && interpolation.vanishes && norm(teacher.V[j]!) > 0;
    const by = missing.length === 0 ? "observer" : reproduced ? "interpolation" : null;
    const aligned = coefficients.alignmentSign.flatMap((signs, student) =>
      signs[j] === 0 ? [] : [{ student, sign: signs[j]! as -1 | 1 }],
    );
    return { teacher: j, by, observers: critical, missing, aligned, says: saysOf(j, { by, missing }) };
  });
}
