import { secondDifference, theorem2Counterexample } from "../../../../proofs/alignment/reluDependence.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { largestGradients } from "../../../theory/alignment/noisyRecovery/largestGradients.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { boundaryPoint, faces } from "../ways/kinks.js";
import { cuttingRow, cuttingTeacher, gaussians, streamOf, unitBox } from "../ways/randomObjects.js";
import { type CriticalPoint, certificateAt, criticalPoints, networksAt } from "./interpolating.js";
import { counted } from "./settings.js";

/** For each teacher whether the theorem concludes that a student has its hyperplane. */
const concluded = {
  name: "whether the teacher is observed inside the region by a student with alpha != 0 and a gradient that vanishes there",
  evaluate: (at: CriticalPoint) => certificateAt(at).certificate.teachers.map(({ by }) => Number(by === "observer")),
};

/** Is a student on the teacher's hyperplane, by angles and foot points of the hyperplanes alone? */
function hasStudent(at: CriticalPoint, counts: (cosine: number) => boolean): number[] {
  const { teacher, student } = networksAt(at);
  const unit = (row: readonly number[]) => row.map((entry) => entry / Math.hypot(...row));
  const cosines = teacher.W.map((row) =>
    student.W.map((own) => unit(own).reduce((sum, entry, i) => sum + entry * unit(row)[i]!, 0)),
  );
  return cosines.map((all) => Number(all.some(counts)));
}

const NEARLY = 1 - 1e-12;

/** Students without one on the first teacher's hyperplane, the first of which is active all over the box. */
function unalignedStudent({ d, m, C, seed }: CriticalPoint) {
  const teacher = cuttingTeacher(seed, d, m, C);
  const stream = streamOf(seed, 14);
  const watcher = [...new Array<number>(d).fill(0), 1];
  const W = [watcher, ...Array.from({ length: 2 }, () => cuttingRow(stream, d))];
  return { teacher, student: { W, V: W.map(() => gaussians(stream, C)) } };
}

export const theorem2 = theorem({
  id: "alignment/theorem-2",
  kind: "theorem",
  title:
    "Where a student k observes teacher j inside the region, alpha_kj != 0 and its gradient vanishes on the region, some student has the teacher's hyperplane: w_k' = gamma w_j, gamma of either sign.",
  notation: {
    observed: "1 where teacher j is observed inside the region with alpha_kj != 0 and g_k = 0 on the region, else 0",
    aligned: "1 where some student has the hyperplane of teacher j, else 0",
    positive: "1 where some student is gamma w_j with gamma > 0, else 0",
  },
  parameters: criticalPoints,
  assumptions: [],
  claim: compare("LessEqual", symbol("observed"), symbol("aligned")),
  source: paper("Theorem 2"),
  uses: ["alignment/equation-46", "alignment/lemma-3", "alignment/definition-2", "alignment/assumption-1"],
  proof: { kind: "steps", file: "proofs/alignment/reluDependence.ts" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: concluded,
      right: {
        name: "whether a student has the teacher's hyperplane, by cosines",
        evaluate: (at) => hasStudent(at, (cosine) => Math.abs(cosine) > NEARLY),
      },
      tolerance: counted,
      cases: { count: 120, why: "a certificate takes some hundred linear programs" },
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "|alpha_kj| |w~_j| rho/4 of a teacher without aligned students, seen by a student that is active all over the box",
        evaluate: (at) => {
          const { teacher, student } = unalignedStudent(at);
          const row = teacher.W[0]!;
          const others = [...teacher.W.slice(1), ...student.W.slice(1), ...faces(at.d)];
          const { point, clearance } = boundaryPoint(row, others, at.seed, 0.3);
          const inside = point.every((entry) => Math.abs(entry) < 1);
          const alpha = student.V[0]!.reduce((sum, v, c) => sum + v * teacher.V[0]![c]!, 0);
          return inside ? (Math.abs(alpha) * Math.hypot(...row.slice(0, -1)) * clearance) / 4 : 0;
        },
      },
      right: {
        name: "the supremum of |g_k| over the box, on the vertices of the arrangement",
        evaluate: (at) => {
          const { teacher, student } = unalignedStudent(at);
          return largestGradients(teacher, student, unitBox(at.d))[0]!;
        },
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding of sums of ten products" },
    },
    {
      kind: "exact",
      proofs: [secondDifference, theorem2Counterexample],
      because:
        "the second difference of a gradient that vanishes is zero, so c_s = 0 and alpha_kj != 0 needs a student on the hyperplane; one on its other side will do",
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("observed"), symbol("positive")),
    says: "gamma > 0 is false: relu(z) = relu(-z) + z, so a student on the other side of the teacher's hyperplane, with two that are active all over the region, reproduces the teacher.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { student: "turned student", d: 2, m: 1, C: 1, seed: 1 },
      relation: "LessEqual",
      left: concluded,
      right: {
        name: "whether a student is gamma w_j with gamma > 0",
        evaluate: (at) => hasStudent(at, (cosine) => cosine > NEARLY),
      },
      tolerance: counted,
    },
  },
});
