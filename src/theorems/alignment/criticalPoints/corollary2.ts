import { domainError } from "../../../numeric/domain.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { alignmentSign } from "../../../theory/alignment/criticalPoints/hyperplanes.js";
import { interpolatingStudent } from "../../../theory/alignment/criticalPoints/interpolatingStudent.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { outputOf } from "../ways/kinks.js";
import { cuttingTeacher, pointInBox, streamOf, unitBox } from "../ways/randomObjects.js";
import { type CriticalPoint, certificateAt, criticalPoints, sampled } from "./interpolating.js";
import { vanishing } from "./settings.js";

const POINTS = 8;

/** What the unaligned students add at some points of the box, where the theorems say that it has no kinks. */
function contributions(at: CriticalPoint, by: "nodes" | "affine"): number[] {
  const { student, certificate } = certificateAt(at);
  const { unaligned, contribution } = certificate;
  if (!contribution.concluded || unaligned.length === 0) {
    throw domainError("student", at.student, "unaligned students that all have enough observers", "Take another seed.");
  }
  const nodes = {
    W: unaligned.map(({ student: k }) => student.W[k]!),
    V: unaligned.map(({ student: k }) => student.V[k]!),
  };
  const stream = streamOf(at.seed, 16);
  const d = student.W[0]!.length - 1;
  return Array.from({ length: POINTS }, () => pointInBox(stream, d)).flatMap((x) =>
    by === "nodes"
      ? outputOf(nodes, x)
      : contribution.affine.map((row) => x.reduce((sum, entry, i) => sum + entry * row[i]!, row[d]!)),
  );
}

export const corollary2 = theorem({
  id: "alignment/corollary-2",
  kind: "corollary",
  title:
    "With sufficient observers the unaligned students add an affine function on the region; it is zero where no two students of a hyperplane are active on different sides and none is active all over the region.",
  notation: {
    u: "what all unaligned students add to the output at a point of the region",
    a: "an affine function of the point",
  },
  parameters: criticalPoints,
  assumptions: [],
  claim: equation(symbol("u"), symbol("a")),
  source: paper("Corollary 2, eqs. (51) and (52)"),
  uses: ["alignment/theorem-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the unaligned students, added up", evaluate: (at) => contributions(sampled(at), "nodes") },
      right: { name: "the affine function of the certificate", evaluate: (at) => contributions(sampled(at), "affine") },
      tolerance: vanishing,
      cases: { count: 80, why: "a certificate takes some hundred linear programs" },
    },
    {
      kind: "routes",
      left: {
        name: "the unaligned students, added up, where each hyperplane has one active side",
        evaluate: (at) => {
          const teacher = cuttingTeacher(at.seed, at.d, at.m, at.C);
          const region = unitBox(at.d);
          const student = interpolatingStudent(teacher, region, { seed: at.seed, opposite: false, unaligned: 2 });
          const free = [...student.W.keys()].filter((k) =>
            teacher.W.every((row) => alignmentSign(row, student.W[k]!) === 0),
          );
          const nodes = { W: free.map((k) => student.W[k]!), V: free.map((k) => student.V[k]!) };
          return outputOf(nodes, pointInBox(streamOf(at.seed, 16), at.d));
        },
      },
      right: { name: "zeros", evaluate: ({ C }) => new Array<number>(C).fill(0) },
      tolerance: vanishing,
    },
  ],
  printed: {
    claim: equation(symbol("u"), integer(0)),
    says: "The contribution need not be zero: relu(x) - relu(-x) + relu(y) - relu(-y) = x + y, where every group cancels and is observed; it makes up for relu(-x-y) in place of the teacher's relu(x+y).",
    damaged: false,
    refutation: {
      kind: "point",
      at: { student: "turned groups", d: 2, m: 1, C: 1, seed: 1 },
      left: { name: "the unaligned students, added up", evaluate: (at) => contributions(at, "nodes") },
      right: { name: "zeros", evaluate: (at) => contributions(at, "nodes").map(() => 0) },
      tolerance: vanishing,
    },
  },
});
