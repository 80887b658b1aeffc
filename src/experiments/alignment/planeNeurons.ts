import { MATCHED } from "./matched.js";

/** A node of two inputs: weights, bias, norm of the fan-out weights. */
export type Neuron = readonly [w1: number, w2: number, bias: number, fanOut: number];

export interface Figure3Result {
  readonly steps: readonly number[];
  readonly evaluationLoss: readonly number[];
  readonly teachers: readonly Neuron[];
  /** Checkpoints x students. */
  readonly students: readonly (readonly Neuron[])[];
  /** Of each teacher, whether a student's activation has a correlation above 0.95 with its own. */
  readonly matched: readonly boolean[];
}
/** The cosine of the angle between two hyperplanes (w, b), with its sign. */
function cosine([a1, a2, a0]: Neuron, [b1, b2, b0]: Neuron): number {
  const norms = Math.hypot(a1, a2, a0) * Math.hypot(b1, b2, b0);
  return norms > 0 ? (a1 * b1 + a2 * b2 + a0 * b0) / norms : 0;
}

/** Where a student ends: on a teacher's hyperplane, active on the same side as the teacher or on the other; else whether any data lie on its boundary. */
export type Place = { readonly teacher: number; readonly sign: 1 | -1 } | "beyond" | "none";

/** Standard deviations of the inputs: a boundary farther away from 0 cuts off less than 1% of them. */
const BEYOND = 2.5 * 1.5;

export function placeOf(student: Neuron, teachers: readonly Neuron[]): Place {
  const cosines = teachers.map((teacher) => cosine(student, teacher));
  const best = cosines.reduce((found, value, j) => (Math.abs(value) > Math.abs(cosines[found]!) ? j : found), 0);
  if (Math.abs(cosines[best]!) > MATCHED) return { teacher: best, sign: cosines[best]! > 0 ? 1 : -1 };
  return Math.abs(student[2]) > BEYOND * Math.hypot(student[0], student[1]) ? "beyond" : "none";
}

export function placeText(place: Place): string {
  if (place === "none") return "on no teacher's boundary";
  if (place === "beyond") return "beyond the data";
  return `${place.sign > 0 ? "with" : "against"} teacher ${place.teacher + 1}`;
}
