/** Random teachers, students and points of theorems, pure functions of a seed. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import type { BiasedTwoLayer } from "../../../theory/alignment/criticalPoints/alignmentCoefficients.js";
import { randomNetwork } from "../../../theory/alignment/network/randomNetwork.js";
import type { ReluNetwork } from "../../../theory/alignment/network/reluNetwork.js";

/** Numbers for the part `draw` of the objects of a seed. */
export const streamOf = (seed: number, draw: number): GaussianStream => new GaussianStream({ seed, sample: 7, draw });

export const gaussians = (stream: GaussianStream, length: number): number[] =>
  Array.from({ length }, () => stream.next());

export const unitBox = (d: number) => ({ low: new Array<number>(d).fill(-1), high: new Array<number>(d).fill(1) });

export const pointInBox = (stream: GaussianStream, d: number): number[] =>
  Array.from({ length: d }, () => 2 * stream.uniform() - 1);

/** A row [w~, b] whose boundary passes through the middle of the box [-1,1]^d, within 0.6 of it in every coordinate. */
export function cuttingRow(stream: GaussianStream, d: number): number[] {
  const weights = gaussians(stream, d);
  const through = pointInBox(stream, d).map((entry) => 0.6 * entry);
  return [...weights, -weights.reduce((sum, w, i) => sum + w * through[i]!, 0)];
}

/** One whose boundary is half as far from the middle. */
export const centralRow = (stream: GaussianStream, d: number): number[] =>
  cuttingRow(stream, d).map((entry, i) => (i === d ? entry / 2 : entry));

/** A teacher of `m` nodes that cut the box [-1,1]^d, with `C` outputs. */
export function cuttingTeacher(seed: number, d: number, m: number, C: number): BiasedTwoLayer {
  const stream = streamOf(seed, 1);
  return {
    W: Array.from({ length: m }, () => cuttingRow(stream, d)),
    V: Array.from({ length: m }, () => gaussians(stream, C)),
  };
}

/** A student of any kind: `n` nodes, about half of them on hyperplanes of teachers, on either side of it. It interpolates nothing. */
export function anyStudent(seed: number, teacher: BiasedTwoLayer, n: number): BiasedTwoLayer {
  const stream = streamOf(seed, 2);
  const [d, C] = [teacher.W[0]!.length - 1, teacher.V[0]!.length];
  const row = () => {
    const from = teacher.W[Math.floor(stream.uniform() * teacher.W.length)]!;
    const gamma = (stream.uniform() < 0.5 ? -1 : 1) * Math.exp(stream.next() / 2);
    return stream.uniform() < 0.5 ? from.map((entry) => gamma * entry) : cuttingRow(stream, d);
  };
  return { W: Array.from({ length: n }, row), V: Array.from({ length: n }, () => gaussians(stream, C)) };
}

export interface NetworkSizes {
  readonly d: number;
  readonly L: number;
  readonly m: number;
  readonly n: number;
  readonly C: number;
  readonly seed: number;
}

/** A deep teacher and a deep student with d inputs, C outputs and hidden layers of m and n nodes, and an input. */
export function randomPair({ d, L, m, n, C, seed }: NetworkSizes): {
  readonly teacher: ReluNetwork;
  readonly student: ReluNetwork;
  readonly x: readonly number[];
} {
  const widths = (width: number) => [d, ...new Array<number>(L - 1).fill(width), C];
  return {
    teacher: randomNetwork(widths(m), { seed, sample: 0 }),
    student: randomNetwork(widths(n), { seed, sample: 1 }),
    x: gaussians(streamOf(seed, 0), d),
  };
}
