/**
 * Covariances of rank 1 and 2, where the law of the batch is a line's or a circle's:
 *
 *   rank 2, epsilon = 0:   V_ij = (1/2 pi) int psi(x_i) psi(x_j) dtheta,   x_i = sqrt(B) a_i.e / sqrt(e^T Lambda e),
 *   rank 1:                V_ij = E psi(x_i) psi(x_j),   x_i = a_i g / sqrt(g^2/B + epsilon),   g standard normal.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { unsettledError } from "../../../../numeric/levelError.js";
import { addPiece, piecesOf } from "../../../../numeric/quadrature/pieces.js";
import type { Activation } from "../../../../symbolic/activation/activation.js";
import type { CentredSpectrum } from "../spectrum.js";
import type { FourierCovariance, FourierOptions } from "./result.js";

/** Nodes of all samples along the line: x_i and the weight. */
type VisitNode = (samples: Float64Array, weight: number) => void;

/** Beyond it the Gaussian has no digits. */
const END = 9;
const FINEST = 8;

export function lineMoments(psi: Activation, spectrum: CentredSpectrum, options: FourierOptions): FourierCovariance {
  const { size, rank } = spectrum;
  if (rank === 1 && options.epsilon === 0) return twoPoints(psi, spectrum);
  const history: Float64Array[] = [];
  let [evals, error] = [0, Number.POSITIVE_INFINITY];
  for (let level = 0; level <= FINEST; level++) {
    const sums = new Float64Array(size * size + size);
    const values = new Float64Array(size);
    const points = Math.round(12 * 2 ** (level / 2));
    const visit: VisitNode = (samples, weight) => {
      for (let i = 0; i < size; i++) values[i] = psi.value(samples[i]);
      evals += size;
      for (let i = 0; i < size; i++) {
        sums[size * size + i] += weight * values[i];
        for (let j = 0; j <= i; j++) sums[i * size + j] += weight * values[i] * values[j];
      }
    };
    if (rank === 1) alongLine(psi, spectrum, options.epsilon, points, visit);
    else aroundCircle(psi, spectrum, points, visit);
    history.unshift(sums);
    if (history.length < 3) continue;
    const [now, before, earlier] = history;
    const scale = now.reduce((top, value) => Math.max(top, Math.abs(value)), Number.MIN_VALUE);
    error = now.reduce((top, value, at) => Math.max(top, unsettledError(value, before[at], earlier[at])), 0);
    error += 16 * UNIT_ROUNDOFF * scale;
    if (error <= options.tolerance * scale) break;
  }
  return {
    values: mirrored(history[0].slice(0, size * size), size),
    means: history[0].slice(size * size),
    error,
    evals,
  };
}

/** x_i = +- sqrt(B) a_i: exact. */
function twoPoints(psi: Activation, { size, rows }: CentredSpectrum): FourierCovariance {
  const values = new Float64Array(size * size);
  const root = Math.sqrt(size / rows.reduce((sum, a) => sum + a * a, 0));
  const [plus, minus] = [1, -1].map((sign) => rows.map((a) => psi.value(sign * root * a)));
  let top = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      values[i * size + j] = (plus[i] * plus[j] + minus[i] * minus[j]) / 2;
      top = Math.max(top, Math.abs(values[i * size + j]));
    }
  }
  const means = plus.map((value, i) => (value + minus[i]) / 2);
  return { values, means, error: 64 * UNIT_ROUNDOFF * top, evals: 2 * size };
}

function mirrored(lower: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) lower[j * size + i] = lower[i * size + j];
  return lower;
}

const cutsAt = (places: readonly number[], psi: Activation) => {
  const oneSidedAnalytic = psi.facts.breakpoints.every((breakpoint) => breakpoint.oneSidedAnalytic);
  return places.map((at) => ({ at, oneSidedAnalytic }));
};

/** Pieces are halved to lengths of at most `longest`. */
function visitPieces(
  from: number,
  to: number,
  places: readonly number[],
  longest: number,
  psi: Activation,
  points: number,
  add: (t: number, dt: number) => void,
): void {
  const distinct = [...places].sort((a, b) => a - b).filter((at, i, all) => i === 0 || at - all[i - 1] > 1e-13);
  for (const piece of piecesOf(from, to, cutsAt(distinct, psi))) {
    const parts = Math.ceil((piece.to - piece.from) / longest);
    const width = (piece.to - piece.from) / parts;
    for (let k = 0; k < parts; k++) {
      const part = { from: piece.from + k * width, to: piece.from + (k + 1) * width, regular: piece.regular };
      addPiece(part, points, false, add);
    }
  }
}

function alongLine(
  psi: Activation,
  { size, rows }: CentredSpectrum,
  epsilon: number,
  points: number,
  visit: VisitNode,
): void {
  const places: number[] = [0];
  for (const a of rows) {
    for (const { at } of psi.facts.breakpoints) {
      const square = (at * at * epsilon) / (a * a - (at * at) / size);
      if (square > 0 && square < END * END) places.push(Math.sqrt(square), -Math.sqrt(square));
    }
  }
  // batch norm turns from linear to constant at sqrt(B epsilon)
  for (let turn = Math.sqrt(size * epsilon) / 8; turn < END; turn *= 4) places.push(turn, -turn);
  const samples = new Float64Array(size);
  visitPieces(-END, END, places, 2, psi, points, (g, dg) => {
    const tau = Math.sqrt((g * g) / size + epsilon);
    for (let i = 0; i < size; i++) samples[i] = (rows[i] * g) / tau;
    visit(samples, (Math.exp(-0.5 * g * g) * dg) / Math.sqrt(2 * Math.PI));
  });
}

/** The angle runs as tan theta = (lambda_2/lambda_1)^(-1/4) tan phi, between the Gaussian's and the circle's own. */
function aroundCircle(
  psi: Activation,
  { size, rows, eigenvalues }: CentredSpectrum,
  points: number,
  visit: VisitNode,
): void {
  const [l1, l2] = eigenvalues;
  const tau = (l1 / l2) ** 0.25;
  const places: number[] = [0, Math.PI];
  for (let i = 0; i < size; i++) {
    const [a, b] = [rows[2 * i], rows[2 * i + 1]];
    for (const { at } of psi.facts.breakpoints) {
      if (at === 0) {
        const phi = Math.atan2(-a / tau, b);
        places.push((phi + 2 * Math.PI) % (2 * Math.PI), (phi + 3 * Math.PI) % (2 * Math.PI));
        continue;
      }
      const q11 = size * a * a - at * at * l1;
      const q22 = size * b * b - at * at * l2;
      const amplitude = Math.hypot((q11 - q22) / 2, size * a * b);
      const cosine = -(q11 + q22) / 2 / amplitude;
      if (!(Math.abs(cosine) <= 1)) continue;
      const centre = Math.atan2(size * a * b, (q11 - q22) / 2);
      for (const double of [centre + Math.acos(cosine), centre - Math.acos(cosine)]) {
        const phi = Math.atan2(Math.sin(double / 2) / tau, Math.cos(double / 2));
        places.push((phi + 2 * Math.PI) % (2 * Math.PI), (phi + Math.PI) % (2 * Math.PI));
      }
    }
  }
  const samples = new Float64Array(size);
  visitPieces(0, 2 * Math.PI, places, Math.PI / 4, psi, points, (phi, dphi) => {
    const [c, s] = [Math.cos(phi), tau * Math.sin(phi)];
    const square = c * c + s * s;
    const root = Math.sqrt(size / (l1 * c * c + l2 * s * s));
    for (let i = 0; i < size; i++) samples[i] = root * (rows[2 * i] * c + rows[2 * i + 1] * s);
    visit(samples, (dphi * tau) / square / (2 * Math.PI));
  });
}
