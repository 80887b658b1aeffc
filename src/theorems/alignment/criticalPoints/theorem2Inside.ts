import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { largestGradients } from "../../../theory/alignment/noisyRecovery/largestGradients.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type CriticalPoint, certificateAt, criticalPoints, networksAt } from "./interpolating.js";
import { counted, vanishing } from "./settings.js";

const alignedTo = {
  name: "whether a student has the teacher's hyperplane",
  evaluate: (at: CriticalPoint) =>
    certificateAt(at).certificate.teachers.map(({ aligned }) => Number(aligned.length > 0)),
};

/** Whether w_k.x > 0 somewhere on {w_j.x = 0} in the whole space: always, unless the nodes are parallel. */
function observedAnywhere(at: CriticalPoint): number[] {
  const { teacher, student, region } = networksAt(at);
  const gradients = largestGradients(teacher, student, region);
  const d = teacher.W[0]!.length - 1;
  return teacher.W.map((row, j) =>
    Number(
      student.W.some((own, k) => {
        const alpha = student.V[k]!.reduce((sum, v, c) => sum + v * teacher.V[j]![c]!, 0);
        const [a, b] = [row.slice(0, d), own.slice(0, d)];
        const cosine = a.reduce((sum, w, i) => sum + w * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
        return alpha !== 0 && gradients[k]! < 1e-12 && Math.abs(cosine) < 1 - 1e-12;
      }),
    ),
  );
}

export const theorem2Inside = theorem({
  id: "alignment/theorem-2-inside",
  kind: "remark",
  title:
    "A teacher must be observed inside the region: a student that is silent there has no gradient, and seeing the teacher's boundary elsewhere, or where the teacher is silent, aligns nothing.",
  notation: {
    observed: "1 where teacher j is observed inside the region with alpha_kj != 0 and g_k = 0 on the region, else 0",
    anywhere: "1 where it is observed so somewhere in the input space, else 0",
    aligned: "1 where some student has the hyperplane of teacher j, else 0",
  },
  parameters: criticalPoints,
  assumptions: [],
  claim: compare("LessEqual", symbol("observed"), symbol("aligned")),
  source: paper("Theorem 2 with Definition 2"),
  uses: ["alignment/theorem-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "gradients that the certificate says vanish, by the normal form on the active part",
        evaluate: (at) => {
          const { certificate } = certificateAt(at);
          return certificate.criticality.map(({ vanishes }) => Number(vanishes));
        },
      },
      right: {
        name: "those whose supremum over the vertices of the arrangement is below 1e-9",
        evaluate: (at) => {
          const { teacher, student, region } = networksAt(at);
          return largestGradients(teacher, student, region).map((size) => Number(size < 1e-9));
        },
      },
      tolerance: counted,
      cases: { count: 60, why: "a certificate takes some hundred linear programs" },
    },
    {
      kind: "routes",
      left: {
        name: "largest gradient of the students of the two counterexamples",
        evaluate: ({ student, ...at }) =>
          ["observed outside", "observed where silent"].flatMap((name) => {
            const networks = networksAt({ ...at, student: name });
            return largestGradients(networks.teacher, networks.student, networks.region);
          }),
      },
      right: { name: "zero", evaluate: () => [0, 0, 0] },
      tolerance: vanishing,
      cases: { count: 8, why: "the counterexamples do not depend on the point" },
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("anywhere"), symbol("aligned")),
    says: "Definition 2 does not ask for a place inside the region: a student that is silent on it and active on the teacher's boundary outside has no gradient, alpha = 1, and nothing is aligned.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { student: "observed outside", d: 2, m: 1, C: 1, seed: 1 },
      relation: "LessEqual",
      left: {
        name: "whether the teacher is observed anywhere by a student with alpha != 0 and no gradient",
        evaluate: observedAnywhere,
      },
      right: alignedTo,
      tolerance: counted,
    },
  },
});
