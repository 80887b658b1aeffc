import { domainError } from "../../../numeric/domain.js";
import { transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { turnedStudent } from "../../../theory/alignment/criticalPoints/counterexamples.js";
import { type DeepAlignment, deepAlignment } from "../../../theory/alignment/criticalPoints/deepAlignment.js";
import { alignmentSign } from "../../../theory/alignment/criticalPoints/hyperplanes.js";
import { interpolatingNetwork } from "../../../theory/alignment/criticalPoints/interpolatingNetwork.js";
import { forwardPass } from "../../../theory/alignment/network/forwardPass.js";
import { nodeRows, type ReluNetwork, reluNetwork } from "../../../theory/alignment/network/reluNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { dualOutput, plainOutput } from "../ways/dualNumbers.js";
import { kinkAt } from "../ways/kinks.js";
import { seed, size } from "../ways/parameters.js";
import { gaussians, randomPair, streamOf } from "../ways/randomObjects.js";
import { counted } from "./settings.js";

interface Setting {
  readonly d: number;
  readonly L: number;
  readonly m: number;
  readonly C: number;
  readonly seed: number;
}

const samplesOf = ({ d, seed: from }: Setting) => {
  const stream = streamOf(from, 17);
  return Array.from({ length: 3 }, () => gaussians(stream, d));
};

/** Theorem 4 at three samples a teacher, for a student that computes what the teacher computes. */
function interpolating(setting: Setting): readonly DeepAlignment[] {
  const { teacher } = randomPair({ ...setting, n: 1 });
  return deepAlignment(teacher, interpolatingNetwork(teacher, { seed: setting.seed }), samplesOf(setting));
}

/** A student of the same shape that computes something else, with the first teacher's hyperplane, turned, among its own. */
function unrelated(setting: Setting): { readonly teacher: ReluNetwork; readonly student: ReluNetwork } {
  const { teacher, student } = randomPair({ ...setting, n: setting.m + 1 });
  const row = nodeRows(teacher, 1)[0]!;
  const first = student.layers[0]!.map((entries, i) => entries.map((w, k) => (k === 0 ? -2 * row[i]! : w)));
  return { teacher, student: reluNetwork([first, ...student.layers.slice(1)]) };
}

const SHORTEST = 1e-3;

/** v_k(R).(kink of f* - f) at the first sample on the first teacher's boundary, from values of the networks alone. */
function kinks(setting: Setting): number[] {
  const { teacher, student } = unrelated(setting);
  const { point, radius } = deepAlignment(teacher, student, samplesOf(setting))[0]!;
  const row = nodeRows(teacher, 1)[0]!;
  const others = [...nodeRows(teacher, 1), ...nodeRows(student, 1)].filter((own) => alignmentSign(row, own) === 0);
  const distances = others.map((own) => {
    const h = point.reduce((sum, entry, i) => sum + entry * own[i]!, own[setting.d]!);
    return Math.abs(h) / Math.hypot(...own.slice(0, -1));
  });
  const clearance = Math.min(radius, ...distances);
  if (clearance < SHORTEST)
    throw domainError("seed", setting.seed, "a point with room around it", "Take another seed.");
  const residual = (x: readonly number[]) => {
    const f = plainOutput(student.layers, x);
    return plainOutput(teacher.layers, x).map((target, c) => target - f[c]!);
  };
  const kink = kinkAt(residual, row, { point, clearance });
  const f = forwardPass(student, point).activations[1]!;
  return f.map((_, input) =>
    dualOutput(student.layers.slice(1), f, { input }).reduce((sum, { slope }, c) => sum + slope * kink[c]!, 0),
  );
}

export const theorem4 = theorem({
  id: "alignment/theorem-4",
  kind: "theorem",
  title:
    "In deep networks, if around a point of teacher j's boundary in the lowest layer the gates above are constant and a student that is active there has alpha_kj(R) != 0 and no gradient, some student of the lowest layer has the teacher's hyperplane.",
  notation: {
    observed:
      "1 where teacher j is observed at the sample with alpha_kj(R) != 0 by a student whose gradient vanishes around it, else 0",
    aligned: "1 where some student of the lowest layer has the teacher's hyperplane, else 0",
    positive: "1 where some student of the lowest layer is a positive multiple of the teacher, else 0",
  },
  parameters: {
    d: size(1, 3, "Number of inputs."),
    L: size(2, 4, "Number of layers."),
    m: size(1, 3, "Nodes of each hidden layer of the teacher."),
    C: size(1, 2, "Number of outputs."),
    seed,
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("observed"), symbol("aligned")),
  source: paper("Theorem 4"),
  uses: ["alignment/theorem-2", "alignment/corollary-1", "alignment/lemma-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "c_s(k, j; R) and the residual |concluded - aligned| at students that interpolate, counted where they are observed",
        evaluate: (setting) =>
          interpolating(setting).flatMap(({ coefficients, concludes, aligned }) => [
            ...coefficients,
            concludes && aligned.length === 0 ? 1 : 0,
          ]),
      },
      right: {
        name: "zeros",
        evaluate: (setting) => interpolating(setting).flatMap(({ coefficients }) => [...coefficients.map(() => 0), 0]),
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "fan-outs of up to three layers of order 10 that cancel, rounded" },
    },
    {
      kind: "routes",
      left: {
        name: "c_s(k, j; R) of an unrelated student with the teacher's hyperplane, turned",
        evaluate: (setting) => {
          const { teacher, student } = unrelated(setting);
          return deepAlignment(teacher, student, samplesOf(setting))[0]!.coefficients;
        },
      },
      right: { name: "kinks of the networks' outputs by second differences", evaluate: kinks },
      tolerance: {
        unit: "abs",
        limit: 1e-7,
        why: "outputs of order 100 rounded at 1e-13, divided by steps of 5e-4 and times fan-outs of order 10",
      },
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "whether the theorem applies at some sample, for each teacher of a student that interpolates or one that does not",
        evaluate: (setting) =>
          [...interpolating(setting), ...unrelatedAlignment(setting)].map(({ concludes }) => Number(concludes)),
      },
      right: {
        name: "whether a student has the teacher's hyperplane",
        evaluate: (setting) =>
          [...interpolating(setting), ...unrelatedAlignment(setting)].map(({ aligned }) => Number(aligned.length > 0)),
      },
      tolerance: counted,
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("observed"), symbol("positive")),
    says: "Alignment is defined with gamma > 0: a student turned to the other side of the teacher's hyperplane, with an affine rest, computes the same; the teacher is observed, all gradients vanish, and no student is a positive multiple of it.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, L: 2, m: 1, C: 1, seed: 1 },
      relation: "LessEqual",
      left: {
        name: "whether the theorem applies to relu(x) and its student relu(-x) + 2 relu(x + 2) - relu(x + 4) around the origin",
        evaluate: () => Number(turned().concludes),
      },
      right: {
        name: "whether a student is a positive multiple of the teacher",
        evaluate: () => Number(turned().aligned.some(({ sign }) => sign > 0)),
      },
      tolerance: counted,
    },
  },
});

/** The two-layer counterexample of Theorem 2, as networks of two layers. */
function turned(): DeepAlignment {
  const [teacher, student] = [turnedStudent.teacher, turnedStudent.student].map(({ W, V }) =>
    reluNetwork([transpose(W), [...V, V[0]!.map(() => 0)]]),
  );
  return deepAlignment(teacher!, student!, [[0, 0]])[0]!;
}

function unrelatedAlignment(setting: Setting): readonly DeepAlignment[] {
  const { teacher, student } = unrelated(setting);
  return deepAlignment(teacher, student, samplesOf(setting));
}
