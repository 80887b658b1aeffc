/** Theorem 3 and Corollary 2 of Tian 2020, corrected, student by student. */
import { numericRank } from "../../../numeric/linearAlgebra/singularValues.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { behaviourOn } from "./boundaryIn.js";
import { groupSum, VANISHES } from "./criticality.js";
import type { Facts } from "./facts.js";
import { hyperplaneForm } from "./hyperplaneForm.js";

export type MissingForStudent =
  | "boundary misses the region" // the node is affine or silent there: its fan-out is not determined
  | "too few independent observers";

/** What follows for a student that shares its hyperplane with no teacher. */
export interface StudentConclusion {
  readonly student: number;
  /** Students on its hyperplane, itself included. */
  readonly group: readonly number[];
  /** sum of v_k |w_k| over the group. */
  readonly groupSum: readonly number[];
  /** "observers": Theorem 3, the sum is zero. "interpolation": ours, f = f* on the region suffices. null: nothing follows. */
  readonly by: "observers" | "interpolation" | null;
  /** Students that observe it from within and whose gradients vanish on the region, and the rank of their fan-outs: it must be the number of outputs. */
  readonly observers: readonly number[];
  readonly rank: number;
  readonly missing: readonly MissingForStudent[];
  readonly says: string;
}

/** Corollary 2: what all unaligned students add to the output on the region. */
export interface UnalignedContribution {
  /** "zero", "affine" (no kinks, but not zero: the printed corollary misses it), or null where kinks are not excluded. */
  readonly kind: "zero" | "affine" | null;
  /** Whether the theorems conclude that there are no kinks: Theorem 3 for every unaligned student that cuts the region. */
  readonly concluded: boolean;
  /** outputs x (d + 1): the contribution is affine.[x, 1] where there are no kinks. */
  readonly affine: readonly (readonly number[])[];
  /** Bounds its largest entry on the region. */
  readonly size: number;
}

function saysOf(student: number, { by, missing }: Pick<StudentConclusion, "by" | "missing">): string {
  if (by === "observers") return `Student ${student} has enough observers: the fan-outs of its group cancel.`;
  if (by === "interpolation") return `The output has no kink at student ${student}: the fan-outs of its group cancel.`;
  return `Nothing follows for student ${student}: ${missing.join("; ")}.`;
}

/** One entry for each unaligned student with weights that are not all zero. */
export function studentConclusions(facts: Facts): readonly StudentConclusion[] {
  const { student, region, groups, criticality, interpolation, lengths } = facts;
  const outputs = student.V[0]!.length;
  const free = groups.filter(({ teachers }) => teachers.length === 0);
  return free.flatMap(({ students }) => {
    const group = students.map(({ node }) => node);
    const first = group[0]!;
    const sum = groupSum(group.map((node) => ({ length: lengths[node]!, fanOut: student.V[node]! })));
    const visible = behaviourOn(region, student.W[first]!) === "cuts";
    const observers = visible
      ? [...criticality.keys()].filter((k) => criticality[k]!.vanishes && facts.observe(first, k).depth > 0)
      : [];
    const rank = observers.length === 0 ? 0 : numericRank(observers.map((k) => student.V[k]!));
    const missing: MissingForStudent[] = [];
    if (!visible) missing.push("boundary misses the region");
    else if (rank < outputs) missing.push("too few independent observers");
    const by = missing.length === 0 ? "observers" : visible && interpolation.vanishes ? "interpolation" : null;
    return group.map((node) => ({
      student: node,
      group,
      groupSum: sum,
      by,
      observers,
      rank,
      missing,
      says: saysOf(node, { by, missing }),
    }));
  });
}

/** What the unaligned students add up to. Dead students (zero weights) add nothing. */
export function unalignedContribution(
  { student, region }: Facts,
  conclusions: readonly StudentConclusion[],
): UnalignedContribution {
  const terms = conclusions.map(({ student: k }) => ({ row: student.W[k]!, fanOut: student.V[k]! }));
  const { kinks, affine, size, scale } = hyperplaneForm(region, terms, student.V[0]!.length);
  const kinked = kinks.some(({ coefficient, terms: on }) => {
    const own = on.reduce((sum, t) => sum + norm(terms[t]!.fanOut) * norm(terms[t]!.row), 0);
    return norm(coefficient) > VANISHES * own;
  });
  const concluded = conclusions.every(
    ({ by, student: k }) => by !== null || behaviourOn(region, student.W[k]!) !== "cuts",
  );
  return { kind: size <= VANISHES * scale ? "zero" : kinked ? null : "affine", concluded, affine, size };
}
