import type { TaskContext } from "../../../../src/web/engine/task.js";
import { dysonTask } from "../../../../src/web/views/matrices/dysonTask.js";
import {
  type EigenvaluesQuestion,
  eigenvaluesTask,
  type SampledSpectrum,
} from "../../../../src/web/views/matrices/eigenvaluesTask.js";
import type { Ensemble } from "../../../../src/web/views/matrices/ensemble.js";
import type { DensityPoint } from "../../../../src/web/views/matrices/spectralTheory.js";
import { type WholeSpectrum, wholeSpectrumTask } from "../../../../src/web/views/matrices/wholeSpectrumTask.js";

/** One of each kind. */
export const ensembles: readonly Ensemble[] = [
  { kind: "wigner", variance: 2, law: "exponential" },
  { kind: "deformed", variance: 0.5, values: [1.5, -1], weights: [1, 3] },
  {
    kind: "profile",
    variances: [
      [1, 0.2],
      [0.2, 0.5],
    ],
    weights: [0.3, 0.7],
  },
  { kind: "separable", values: [0.3, 1.5], weights: [1, 1] },
  {
    kind: "kronecker",
    mean: [
      [0.4, 0],
      [0, -0.2],
    ],
    coefficients: [
      [
        [1, 0.5],
        [0.5, -1],
      ],
      [
        [0, 1],
        [1, 0.3],
      ],
    ],
  },
  { kind: "chiral", ratio: 0.5 },
  { kind: "wishart", ratio: 2, values: [1, 3], weights: [1, 1] },
  { kind: "wishart", ratio: 0.5, values: [1], weights: [1] },
  { kind: "centred-wishart", ratio: 0.5 },
];

async function piecesOf<Question, Piece>(
  task: (question: Question, context: TaskContext<Piece>) => Promise<unknown>,
  question: Question,
): Promise<{ readonly pieces: readonly Piece[]; readonly answer: unknown }> {
  const pieces: Piece[] = [];
  // copied, as on their way to the page
  const show = async (piece: Piece) => {
    pieces.push(structuredClone(piece));
  };
  const answer = await task(structuredClone(question), { show, pause: async () => {} });
  return { pieces, answer };
}

/** Densities as they are shown, the rough one first. */
export const densities = async (ensemble: Ensemble): Promise<readonly (readonly DensityPoint[])[]> =>
  (await piecesOf(dysonTask, ensemble)).pieces;

export const wholeSpectrum = async (ensemble: Ensemble, size = 40): Promise<WholeSpectrum> =>
  (await piecesOf(wholeSpectrumTask, { ensemble, size })).pieces[0]!;

/** What a sampling answers. */
export const sampled = async (question: EigenvaluesQuestion): Promise<SampledSpectrum> =>
  (await piecesOf(eigenvaluesTask, question)).answer as SampledSpectrum;
