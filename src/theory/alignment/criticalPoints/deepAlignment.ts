/**
 * Theorem 4 of Tian 2020, corrected: near a point x of teacher j's boundary the gates of layers l > 1 are constant, so A_1 and B_1 are, and the
 * networks are two-layer there, with V_1(R) as fan-out:
 *   c_s(k, j; R) = alpha_kj(R) |w*_j| - sum_{q with j's hyperplane} |w_q| beta_kq(R).
 * If the gradient of a student that is active at x vanishes around x and alpha_kj(R) != 0, some student has j's hyperplane. The region R of constancy is
 * open, but no intersection of half-spaces in x (the paper says it is): we use a box inside it, from Lipschitz constants, which is ours.
 */
import { domainError } from "../../../numeric/domain.js";
import { transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, matrix } from "../../../numeric/shape.js";
import { forwardPass } from "../network/forwardPass.js";
import { assertComparable, fanOutMatrices } from "../network/mixtureCoefficients.js";
import { preactivation } from "../network/preactivation.js";
import { nodeRows, type ReluNetwork } from "../network/reluNetwork.js";
import { gateKey } from "../regions/gateKey.js";
import { polytope } from "../regions/polytope.js";
import { networkShape } from "../shapes.js";
import { alignmentCoefficients, type BiasedTwoLayer } from "./alignmentCoefficients.js";
import { criticality, VANISHES } from "./criticality.js";
import { alignmentGroups } from "./hyperplanes.js";

export interface DeepAlignment {
  readonly teacher: number;
  /** The sample moved orthogonally onto the teacher's boundary. */
  readonly point: readonly number[];
  /** Key of the region of constancy of A_1 and B_1 (`gateKey`). */
  readonly key: string;
  /** No gate above layer 1 switches in the ball of this radius around the point. 0: the point lies on the edge of its region, nothing follows. */
  readonly radius: number;
  /** alpha_kj(R) and c_s(k, j; R) for every student k of layer 1. */
  readonly alpha: readonly number[];
  readonly coefficients: readonly number[];
  /** Students active at the point, with alpha_kj(R) != 0, whose gradient vanishes around it: one is enough. */
  readonly observers: readonly number[];
  /** Theorem 4: some student has the teacher's hyperplane. */
  readonly concludes: boolean;
  /** Students of layer 1 on the teacher's hyperplane, with the sign of gamma. */
  readonly aligned: readonly { readonly student: number; readonly sign: -1 | 1 }[];
}

/** How far the hidden pre-activations of layers above the first are from zero at x, each over its Lipschitz constant. */
function clearRadius(network: ReluNetwork, x: readonly number[]): number {
  const { preactivations } = forwardPass(network, x);
  let lipschitz = norm(nodeRows(network, 1).map((row) => norm(row.slice(0, -1))));
  let radius = Number.POSITIVE_INFINITY;
  for (let l = 2; l < network.layers.length; l++) {
    const lengths = nodeRows(network, l).map((row) => norm(row.slice(0, -1)));
    for (const [j, h] of preactivations[l - 1]!.entries()) {
      // a node without inputs never switches
      if (lengths[j]! > 0) radius = Math.min(radius, Math.abs(h) / (lengths[j]! * lipschitz));
    }
    lipschitz *= norm(lengths);
  }
  return radius;
}

/** The two-layer networks that both are around x. What is constant goes to a student that always is 1. */
function localNetworks(teacher: ReluNetwork, student: ReluNetwork, x: readonly number[]) {
  const local = (network: ReluNetwork): BiasedTwoLayer => ({
    W: nodeRows(network, 1),
    V: transpose(fanOutMatrices(network, forwardPass(network, x))[0]!),
  });
  const [theirs, ours] = [local(teacher), local(student)];
  const constant = ours.V.at(-1)!.map((v, c) => v - theirs.V.at(-1)![c]!);
  const one = [...x.map(() => 0), 1];
  return {
    theirs: { W: theirs.W, V: theirs.V.slice(0, -1) },
    ours: { W: [...ours.W, one], V: [...ours.V.slice(0, -1), constant] },
  };
}

function alignmentAt(teacher: ReluNetwork, student: ReluNetwork, j: number, sample: readonly number[]): DeepAlignment {
  const row = nodeRows(teacher, 1)[j]!;
  const weights = row.slice(0, -1);
  const length = norm(weights);
  if (length === 0)
    throw domainError(`teacher node ${j}`, row.join(", "), "weights that are not zero", "Drop the node.");
  const step = preactivation(row, sample) / length ** 2;
  const point = sample.map((entry, i) => entry - step * weights[i]!);
  const clear = Math.min(clearRadius(teacher, point), clearRadius(student, point));
  const key = gateKey(teacher, student, point, 1);
  const { theirs, ours } = localNetworks(teacher, student, point);
  const coefficients = alignmentCoefficients(theirs, ours);
  const students = student.widths[1]!;
  // without layers above, the region is all of the input space: any box will do
  const radius = Math.min(clear, 1 + norm(point));
  const half = (0.99 * radius) / Math.sqrt(point.length);
  const tiny = !(radius > 1e-9 * (1 + norm(point)));
  const around = { low: point.map((entry) => entry - half), high: point.map((entry) => entry + half) };
  const vanishing = tiny ? [] : criticality(theirs, ours, polytope(around), coefficients);
  const observes = (k: number) => {
    const own = ours.W[k]!;
    const active = preactivation(own, point) > VANISHES * norm(own);
    const coupled = Math.abs(coefficients.alpha[k]![j]!) > VANISHES * norm(ours.V[k]!) * norm(theirs.V[j]!);
    return active && coupled && vanishing[k]!.vanishes;
  };
  const observers = tiny ? [] : Array.from({ length: students }, (_, k) => k).filter(observes);
  return {
    teacher: j,
    point,
    key,
    radius: tiny ? 0 : radius,
    alpha: coefficients.alpha.slice(0, students).map((entries) => entries[j]!),
    coefficients: coefficients.hyperplane.slice(0, students).map((entries) => entries[j]!),
    observers,
    concludes: observers.length > 0,
    aligned: coefficients.alignmentSign
      .slice(0, students)
      .flatMap((signs, k) => (signs[j] === 0 ? [] : [{ student: k, sign: signs[j]! as -1 | 1 }])),
  };
}

/**
 * Theorem 4 at every sample and every teacher of the lowest layer: each sample is moved onto the teacher's boundary, and the coefficients of the
 * region of constancy there are listed, with what they imply. The teachers of layer 1 must have distinct hyperplanes; depths may differ.
 * @throws TheoryError "domain" for networks that do not match, two teachers on one hyperplane, a teacher with w~ = 0, and ragged samples.
 */
export function deepAlignment(
  teacher: ReluNetwork,
  student: ReluNetwork,
  samples: readonly (readonly number[])[],
): readonly DeepAlignment[] {
  assertShapes({ teacher: networkShape, student: networkShape, samples: matrix }, { teacher, student, samples });
  assertComparable(teacher, student);
  assertMatrix("samples", samples, { columns: teacher.widths[0]! });
  const rows = nodeRows(teacher, 1);
  const groups = alignmentGroups(rows).length;
  if (groups < rows.length) {
    const remedy = "Merge the nodes that share one (w and -w do).";
    throw domainError("teacher", `${groups} hyperplanes`, `${rows.length} distinct hyperplanes, one a node`, remedy);
  }
  return rows.flatMap((_, j) => samples.map((sample) => alignmentAt(teacher, student, j, sample)));
}
