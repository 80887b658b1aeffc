import { addPiece, type Cut, piecesOf } from "../../../../numeric/quadrature/pieces.js";
import { E, E_COUNT, type Expectations, type Sampled } from "./expectations.js";

/**
 * The expectations for an infinite batch: different samples are independent standard normals, so every pair factorises
 * into means: n E f1 f2 wM -> 2 (E z f)^2, E d1 d2 -> (E d)^2, and the terms of order 1/n vanish.
 */
export function gaussianExpectations(
  psi: Sampled,
  s: number,
  reach: number,
  kinks: readonly Cut[],
  points: number,
): Expectations {
  const values = new Float64Array(E_COUNT);
  const size = new Float64Array(E_COUNT);
  const z: number[] = [];
  const w: number[] = [];
  const cuts = kinks.map(({ at, oneSidedAnalytic }) => ({ at: at / s, oneSidedAnalytic }));
  for (const piece of piecesOf(-reach, reach, cuts)) {
    addPiece(piece, 4 * points, false, (node, weight) => {
      z.push(node);
      w.push((weight * Math.exp(-0.5 * node * node)) / Math.sqrt(2 * Math.PI));
    });
  }
  const add = (index: number, term: number) => {
    values[index] += term;
    size[index] += Math.abs(term);
  };
  const psiAt = z.map((node) => psi.value(s * node));
  psiAt.forEach((value, i) => {
    add(E.mean, w[i] * value);
    add(E.second, w[i] * value * value);
  });
  let meanGradient = 0;
  let gradientSize = 0;
  for (let i = 0; i < z.length; i++) {
    const f = psiAt[i] - values[E.mean];
    const d = psi.derivative(s * z[i]);
    add(E.square, w[i] * f * f);
    add(E.spread, w[i] * f * f * (z[i] * z[i] - 1));
    add(E.slope, w[i] * z[i] * f);
    add(E.gradG, w[i] * d * d);
    meanGradient += w[i] * d;
    gradientSize += w[i] * Math.abs(d);
  }
  add(E.gradL, values[E.gradG]);
  // squares of means: sizes such that a relative rounding of them covers twice the mean times its own rounding
  const squareOfMean = (index: number, mean: number, meanSize: number) => {
    values[index] = mean * mean;
    size[index] = 2 * Math.abs(mean) * meanSize + 2 ** -50 * meanSize * meanSize;
  };
  squareOfMean(E.gradM, meanGradient, gradientSize);
  squareOfMean(E.pairM, values[E.slope], size[E.slope]);
  values[E.pairM] *= 2;
  size[E.pairM] *= 2;
  return { values, size, evals: z.length };
}
