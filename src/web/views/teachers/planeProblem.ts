/** Teachers and students with two inputs and no biases, drawn from a seed. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import type { TwoLayer } from "../../../theory/alignment/population/twoLayer.js";

export interface PlaneSetting {
  /** Hidden nodes of the teacher and of the student. */
  readonly teachers: number;
  readonly students: number;
  readonly outputs: number;
  /** The fan-out of teacher j = 1, 2, ... has the norm j^-polarity. */
  readonly polarity: number;
  /** Standard deviation of the student's weights at the start, in both layers. */
  readonly scale: number;
  readonly seed: number;
}

export interface PlaneProblem {
  readonly teacher: TwoLayer;
  readonly student: TwoLayer;
}

/** Which stream of the seed draws what; batches of step t are draw t of the last one. */
const samples = { teacher: 0, student: 1, batches: 2 } as const;

export const streamOf = (seed: number, what: keyof typeof samples, draw = 0): GaussianStream =>
  new GaussianStream({ seed, sample: samples[what], draw });

/** Boundaries of m teachers are farther apart than this share of pi / m: so many always fit. */
const APART = 0.4;

/** Directions in [0, 2 pi), no two of them near each other or near to opposite ones: such nodes share a boundary. */
function directionsOf(count: number, stream: GaussianStream): readonly number[] {
  const found: number[] = [];
  const least = Math.sin((APART * Math.PI) / count);
  while (found.length < count) {
    const angle = 2 * Math.PI * stream.uniform();
    if (found.every((other) => Math.abs(Math.sin(angle - other)) > least)) found.push(angle);
  }
  return found;
}

function unitOf(length: number, stream: GaussianStream): readonly number[] {
  const vector = Array.from({ length }, () => stream.next());
  const norm = Math.hypot(...vector);
  return vector.map((entry) => entry / norm);
}

/** Teachers have weights of norm 1, and fan-outs of random directions; students start at N(0, scale^2). */
export function planeProblem({ teachers, students, outputs, polarity, scale, seed }: PlaneSetting): PlaneProblem {
  const [drawn, start] = [streamOf(seed, "teacher"), streamOf(seed, "student")];
  const W = directionsOf(teachers, drawn).map((angle) => [Math.cos(angle), Math.sin(angle)]);
  const V = W.map((_, j) => unitOf(outputs, drawn).map((entry) => entry * (j + 1) ** -polarity));
  const gaussian = (width: number) =>
    Array.from({ length: students }, () => Array.from({ length: width }, () => scale * start.next()));
  const own = gaussian(2);
  return { teacher: { W, V }, student: { W: own, V: gaussian(outputs) } };
}
