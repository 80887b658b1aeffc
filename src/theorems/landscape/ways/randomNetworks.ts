/** Random small networks with samples, pure functions of a seed: some zero weights, equal samples and dead units are among them. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import type { LossName } from "../../../theory/landscape/hessian/pointLoss.js";
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";

export interface NetworkSizes {
  readonly d: number;
  readonly hidden: number;
  readonly n: number;
  readonly m: number;
  readonly seed: number;
}

export const sizes = {
  d: { set: "integer", min: 1, max: 3, doc: "Number of inputs n_0." },
  hidden: { set: "integer", min: 1, max: 3, doc: "Hidden layers, L - 1." },
  n: { set: "integer", min: 1, max: 3, doc: "Most units of a hidden layer." },
  m: { set: "integer", min: 1, max: 3, doc: "Samples." },
  seed: { set: "integer", min: 0, max: 2 ** 32 - 1, doc: "Seed of the network and its samples." },
} as const;

export const streamOf = (seed: number, draw: number): GaussianStream => new GaussianStream({ seed, sample: 31, draw });

const gaussians = (stream: GaussianStream, rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.next()));

export interface Choice {
  readonly loss?: LossName;
  readonly activation?: string;
}

/** Hidden layers of 1 to n units, the first of n; labels -1 and 1. */
export function networkOf(
  { d, hidden, n, m, seed }: NetworkSizes,
  { loss = "hinge", activation = "relu" }: Choice = {},
): RiskProblem {
  const stream = streamOf(seed, 0);
  const widths = [d, n, ...Array.from({ length: hidden - 1 }, () => 1 + Math.floor(stream.uniform() * n))];
  const W = widths.slice(1).map((width, p) => gaussians(stream, widths[p]!, width));
  // a weight that is zero at every eighth seed or so
  if (stream.uniform() < 0.125) W[0]![0]![0] = 0;
  const alpha = gaussians(stream, 1, widths.at(-1)!)[0]!;
  const X = gaussians(stream, m, d);
  if (m > 1 && stream.uniform() < 0.125) X[1] = X[0]!;
  const y = X.map(() => (stream.uniform() < 0.5 ? -1 : 1));
  return { W, alpha, X, y, loss, activation };
}
