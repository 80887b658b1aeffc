import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { noisyRecovery } from "../../../theory/alignment/noisyRecovery/noisyRecovery.js";
import { theorem } from "../../theorem.js";
import { someOf } from "../../ways/someOf.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { unitBox } from "../ways/randomObjects.js";
import { type Misaligned, misalignedNetworks } from "./misaligned.js";

/** For each teacher of which the theorem says something the larger of sine and bias of its nearest student in units of the bounds. */
function recovered(setting: Misaligned): readonly number[] {
  const { teacher, student } = misalignedNetworks({ ...setting, student: "moved" });
  return someOf(
    "teachers that are observed",
    noisyRecovery(teacher, student, unitBox(2)).flatMap(({ constants, nearest, concludes }) =>
      concludes ? [Math.max(nearest!.sine / constants!.sineBound, nearest!.bias / constants!.biasBound)] : [],
    ),
  );
}

export const theorem5 = theorem({
  id: "alignment/theorem-5",
  kind: "theorem",
  title:
    "With gradients of at most eps on the region and a d-ball around a point of teacher j's boundary inside E_k, some student has sin theta~ = O(eps/|alpha_kj|) and biases, over |w~|, equal up to a sign and O(eps/|alpha_kj|): delta = 0 is allowed.",
  notation: {
    a: "the larger of sin theta~ and |b_k'/|w~_k'| - s b_j/|w~_j|| of the nearest student, in units of the bounds of Lemma 6 with c_j = alpha_kj |w~_j|",
    "a'": "the same with |b_k' - b_j|, as printed",
  },
  parameters: {
    student: {
      set: "choice",
      of: ["moved", "rescaled"],
      doc: "Students near the teachers' hyperplanes, of any length; or exactly on them.",
    },
    m: size(1, 2, "Number of teacher nodes."),
    digits: { set: "real", min: 2, max: 7, doc: "Students are off their teachers by about 10^-digits." },
    seed,
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("a"), integer(1)),
  source: paper("Theorem 5"),
  uses: ["alignment/lemma-6", "alignment/theorem-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the nearest student in units of the bounds at the largest gradient, on the vertices of the arrangement",
        evaluate: recovered,
      },
      right: { name: "one", evaluate: (setting) => recovered(setting).map(() => 1) },
      tolerance: { unit: "abs", limit: 0, why: "a student meets both bounds where the number is at most 1" },
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("a'"), integer(1)),
    says: "Biases must be divided by |w~|: a student 2 w_j is aligned, gradients vanish, and |b_k' - b_j| = |b_j| does not. (theta_jj' of the hypothesis is theta~_jj', of the weights without biases.)",
    damaged: false,
    refutation: {
      kind: "point",
      at: { student: "rescaled", m: 1, digits: 2, seed: 1 },
      relation: "LessEqual",
      left: {
        name: "|b_k' - b_j| of the nearest student in units of its bound",
        evaluate: (setting) => {
          const { teacher, student } = misalignedNetworks(setting);
          const { constants, nearest } = noisyRecovery(teacher, student, unitBox(2))[0]!;
          const [own, other] = [teacher.W[0]!, student.W[nearest!.student]!];
          return Math.abs(other.at(-1)! - own.at(-1)!) / constants!.biasBound;
        },
      },
      right: { name: "one", evaluate: () => 1 },
      tolerance: { unit: "abs", limit: 0, why: "a student meets the bound where the number is at most 1" },
    },
  },
});
