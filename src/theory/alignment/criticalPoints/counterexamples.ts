/**
 * Teachers and students that refute section 4 of Tian 2020 as printed. Each student is a critical point of SGD on the region: for every sample its gradient
 * vanishes, or the activations below do.
 */
import type { Region } from "../regions/polytope.js";
import type { BiasedTwoLayer } from "./alignmentCoefficients.js";

export interface Counterexample {
  readonly teacher: BiasedTwoLayer;
  readonly student: BiasedTwoLayer;
  readonly region: Region;
  /** What it refutes, and how. */
  readonly says: string;
}

const square: Region = { low: [-1, -1], high: [1, 1] };

/** relu(x) = relu(-x) + 2 (x + 2) - (x + 4) on the square: the student's kink has gamma = -1. */
export const turnedStudent: Counterexample = {
  teacher: { W: [[1, 0, 0]], V: [[1]] },
  student: {
    W: [
      [-1, 0, 0],
      [1, 0, 2],
      [1, 0, 4],
    ],
    V: [[1], [2], [-1]],
  },
  region: square,
  says: "Theorem 2 with gamma > 0: the teacher is observed with alpha = 2, f = f*, and no student is a positive multiple of it.",
};

/** The only student is silent on the square, and active on the teacher's boundary outside it. */
export const observedOutside: Counterexample = {
  teacher: { W: [[1, 0, 0]], V: [[1]] },
  student: { W: [[0, 1, -2]], V: [[1]] },
  region: square,
  says: "Theorem 2 with observers as in Definition 2: E_k meets the teacher's boundary outside the region only, and nothing is aligned.",
};

/** Two students that cancel, active only where the teacher is silent. */
export const observedWhereSilent: Counterexample = {
  teacher: { W: [[1, 0, 0]], V: [[1]] },
  student: {
    W: [
      [-1, 0, -0.5],
      [-1, 0, -0.5],
    ],
    V: [[1], [-1]],
  },
  region: square,
  says: "Theorem 2 with the boundary {f_j = 0} of sec. 4.2, a closed half-space: E_k meets it inside the region, and nothing is aligned.",
};

/** relu(y) = relu(y) + [relu(x) - relu(-x)] - [2 (x + 2) - (x + 4)] on the square. */
export const turnedPair: Counterexample = {
  teacher: { W: [[0, 1, 0]], V: [[1]] },
  student: {
    W: [
      [0, 1, 0],
      [1, 0, 0],
      [-1, 0, 0],
      [1, 0, 2],
      [1, 0, 4],
    ],
    V: [[1], [1], [-1], [-2], [1]],
  },
  region: square,
  says: "Theorem 3 with gamma > 0: student 1 is alone and observed, and its fan-out is 1. Its hyperplane's sum, with student 2, is zero.",
};

/** relu(x + y) = relu(-x-y) + [relu(x) - relu(-x)] + [relu(y) - relu(-y)]. */
export const turnedGroups: Counterexample = {
  teacher: { W: [[1, 1, 0]], V: [[1]] },
  student: {
    W: [
      [-1, -1, 0],
      [1, 0, 0],
      [-1, 0, 0],
      [0, 1, 0],
      [0, -1, 0],
    ],
    V: [[1], [1], [-1], [1], [-1]],
  },
  region: square,
  says: "Corollary 2: every hyperplane is observed inside the region and every unaligned group cancels, yet the unaligned students add x + y.",
};

/** relu(x) - relu(-x) = x = 2 (x + 2) - (x + 4): teachers that are distinct for gamma > 0 need no student with a kink. */
export const turnedTeachers: Counterexample = {
  teacher: {
    W: [
      [1, 0, 0],
      [-1, 0, 0],
    ],
    V: [[1], [-1]],
  },
  student: {
    W: [
      [1, 0, 2],
      [1, 0, 4],
    ],
    V: [[2], [-1]],
  },
  region: square,
  says: "Assumption 1 with gamma > 0: teachers w and -w are allowed by it, observed with alpha != 0, and nothing is aligned.",
};
