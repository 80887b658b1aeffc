import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { alignmentCoefficients } from "../../../theory/alignment/criticalPoints/alignmentCoefficients.js";
import { turnedStudent } from "../../../theory/alignment/criticalPoints/counterexamples.js";
import { alignmentSign } from "../../../theory/alignment/criticalPoints/hyperplanes.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { boundaryPoint, kinkAt, outputOf } from "../ways/kinks.js";
import { twoLayerSizes } from "../ways/parameters.js";
import { anyStudent, cuttingTeacher } from "../ways/randomObjects.js";
import { kinkRounding } from "./settings.js";

interface Setting {
  readonly networks: string;
  readonly d: number;
  readonly m: number;
  readonly n: number;
  readonly C: number;
  readonly seed: number;
}

function networksOf({ networks, d, m, n, C, seed }: Setting) {
  if (networks === "turned student") return turnedStudent;
  const teacher = cuttingTeacher(seed, d, m, C);
  return { teacher, student: anyStudent(seed, teacher, n) };
}

/** The kink of v_k.(f* - f) across the boundary of the first teacher, for every student k. */
function kinks(setting: Setting): number[] {
  const { teacher, student } = networksOf(setting);
  const row = teacher.W[0]!;
  const others = [...teacher.W, ...student.W].filter((other) => alignmentSign(row, other) === 0);
  const at = boundaryPoint(row, others, setting.seed, 2);
  const residual = (x: readonly number[]) => {
    const [target, f] = [outputOf(teacher, x), outputOf(student, x)];
    return student.V.map((v) => v.reduce((sum, entry, c) => sum + entry * (target[c]! - f[c]!), 0));
  };
  return kinkAt(residual, row, at);
}

const coefficients = (setting: Setting, which: "hyperplane" | "positiveOnly") => {
  const { teacher, student } = networksOf(setting);
  return alignmentCoefficients(teacher, student)[which].map((row) => row[0]!);
};

export const equation46 = theorem({
  id: "alignment/equation-46",
  kind: "formula",
  title:
    "The kink of v_k.(f* - f) on teacher j's boundary is c_s = alpha_kj |w*_j| minus the sum of |w_q| beta_kq over all students with j's hyperplane, on either side of it.",
  notation: {
    c_s: "alpha_kj |w*_j| - sum over the students q with j's hyperplane of |w_q| beta_kq, lengths with the bias",
    kappa: "the kink: second difference across the boundary over the step, times |w*_j|/|w~*_j|",
    "c'_s": "as printed, with the students of gamma > 0 only",
  },
  parameters: {
    networks: {
      set: "choice",
      of: ["random", "turned student"],
      doc: "Random networks, students on teachers' hyperplanes among them; or the counterexample of Theorem 2.",
    },
    ...twoLayerSizes,
  },
  assumptions: [],
  claim: equation(symbol("kappa"), symbol("c_s")),
  source: paper("eqs. (45) and (46)"),
  uses: ["alignment/two-layer-fan-out", "alignment/definition-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "second differences of the outputs", evaluate: kinks },
      right: { name: "c_s by hyperplane", evaluate: (setting) => coefficients(setting, "hyperplane") },
      tolerance: kinkRounding,
    },
  ],
  printed: {
    claim: equation(symbol("kappa"), symbol("c'_s")),
    says: "The sum must include students with gamma < 0: relu(-z) has the kink of relu(z). In the student that is active on the other side of its teacher's hyperplane c_s is 2 as printed and 0 in truth.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { networks: "turned student", d: 2, m: 1, n: 3, C: 1, seed: 1 },
      left: { name: "second differences of the outputs", evaluate: kinks },
      right: { name: "c_s with gamma > 0 only", evaluate: (setting) => coefficients(setting, "positiveOnly") },
      tolerance: kinkRounding,
    },
  },
});
