import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { alignmentSign } from "../../../theory/alignment/criticalPoints/hyperplanes.js";
import { theorem } from "../../theorem.js";
import { someOf } from "../../ways/someOf.js";
import { paper } from "../paper.js";
import { boundaryPoint, kinkAt, outputOf } from "../ways/kinks.js";
import { type CriticalPoint, certificateAt, criticalPoints, networksAt, sampled } from "./interpolating.js";
import { kinkRounding, vanishing } from "./settings.js";

/** sum of v_k |w_k| over the students with the first student's hyperplane. */
function sumOfFirst(at: CriticalPoint): number[] {
  const { student } = networksAt(sampled(at));
  const group = [...student.W.keys()].filter((k) => alignmentSign(student.W[0]!, student.W[k]!) !== 0);
  return student.V[0]!.map((_, c) => group.reduce((sum, k) => sum + student.V[k]![c]! * norm(student.W[k]!), 0));
}

/** The sums of the unaligned students that have enough observers; a point without any is skipped. */
function observedSums(at: CriticalPoint): readonly number[] {
  const { unaligned } = certificateAt(sampled(at)).certificate;
  return someOf(
    "unaligned students with observers",
    unaligned.filter(({ by }) => by === "observers").flatMap(({ groupSum }) => groupSum),
  );
}

export const theorem3 = theorem({
  id: "alignment/theorem-3",
  kind: "theorem",
  title:
    "An unaligned student whose boundary is seen inside the region by students without gradient, with fan-outs that span all outputs, can be pruned: sum v_k |w_k| = 0 over the students of its hyperplane.",
  notation: {
    s: "sum of v_k |w_k| over the students of an unaligned hyperplane with C independent observers inside the region",
    v_k: "fan-out of an unaligned student that is co-linear (gamma > 0) with no other student",
  },
  parameters: criticalPoints,
  assumptions: [],
  claim: equation(symbol("s"), integer(0)),
  source: paper("Theorem 3"),
  uses: ["alignment/equation-46", "alignment/lemma-3", "alignment/definition-2", "alignment/equations-47-50"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "sums of the unaligned students that have enough observers",
        evaluate: observedSums,
      },
      right: {
        name: "zeros",
        evaluate: (at) => observedSums(at).map(() => 0),
      },
      tolerance: vanishing,
      cases: { count: 80, why: "a certificate takes some hundred linear programs" },
    },
    {
      kind: "routes",
      left: { name: "sum of v_k |w_k| over the students with the first one's hyperplane", evaluate: sumOfFirst },
      right: {
        name: "the kink of the student's output there, by second differences",
        evaluate: (at) => {
          const { student } = networksAt(sampled(at));
          const row = student.W[0]!;
          const others = student.W.filter((own) => alignmentSign(row, own) === 0 && norm(own.slice(0, -1)) > 0);
          return kinkAt((x) => outputOf(student, x), row, boundaryPoint(row, others, at.seed, 2));
        },
      },
      tolerance: kinkRounding,
    },
  ],
  printed: {
    claim: equation(symbol("v_k"), integer(0)),
    says: "With co-linearity for gamma > 0 a student that is alone need not vanish: a student on the other side of its hyperplane cancels its kink, and what is left is affine.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { student: "turned pair", d: 2, m: 1, C: 1, seed: 1 },
      left: {
        name: "|v_k| of the unaligned students with enough observers that are co-linear, gamma > 0, with no other student",
        evaluate: (at) => {
          const { student, certificate } = certificateAt(at);
          const found = certificate.unaligned.filter(
            ({ by, student: k }) =>
              by === "observers" && student.W.every((own, q) => q === k || alignmentSign(student.W[k]!, own) < 1),
          );
          return Math.max(0, ...found.map(({ student: k }) => norm(student.V[k]!)));
        },
      },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: vanishing,
    },
  },
});
