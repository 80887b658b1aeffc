import type { TeacherStudentSettings } from "../../../src/simulation/training/settings.js";

/** A small problem; `changes` replaces whole entries. */
export function small(changes: Partial<TeacherStudentSettings> = {}): TeacherStudentSettings {
  return {
    inputs: { dimension: 6, standardDeviation: 1.5, samples: 50, evaluation: 70 },
    teacher: { hidden: [3], outputs: 5, polarity: 1, bias: -0.1, normalised: "hidden" },
    student: { multiplier: 2, standardDeviation: 0.3 },
    loss: "sum",
    learningRate: [{ from: 0, rate: 0.01 }],
    batch: 4,
    steps: 5,
    checkpoints: [0, 5],
    ...changes,
  };
}

export const deep: Partial<TeacherStudentSettings> = {
  teacher: { hidden: [4, 5, 3], outputs: 6, polarity: 0, bias: -0.1, normalised: "all" },
  student: { multiplier: 2, standardDeviation: null },
};

/** The cheap variant of the two-layer experiments: 20 epochs of 500 steps. */
export function cheap(polarity: number, multiplier: number): TeacherStudentSettings {
  return {
    inputs: { dimension: 20, standardDeviation: 1.5, samples: 5000, evaluation: 5000 },
    teacher: { hidden: [10], outputs: 20, polarity, bias: -0.1, normalised: "hidden" },
    student: { multiplier, standardDeviation: 0.005 },
    loss: "sum",
    learningRate: [{ from: 0, rate: 0.01 }],
    batch: 16,
    steps: 10_000,
    checkpoints: [10_000],
  };
}
