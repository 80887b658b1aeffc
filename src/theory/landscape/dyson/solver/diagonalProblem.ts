/** The vector Dyson equation -1/m_i = z - a_i + (S m)_i: everything is a vector. */
import { type ComplexArray, complexArray, copyInto } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonEquation } from "../dysonEquation.js";
import type { SelfEnergy } from "../selfEnergy.js";
import type { DysonProblem } from "./problem.js";

/** Sizes up to which Newton's systems are the faster way, and up to which they are solved by elimination. */
const [LARGEST_NEWTON, LARGEST_DENSE] = [40, 100];

/** S as a matrix, row after row; it is real. */
function matrixOf({ size, apply }: SelfEnergy): Float64Array {
  const out = new Float64Array(size * size);
  const [unit, image] = [complexArray(size), complexArray(size)];
  for (let j = 0; j < size; j++) {
    unit.re.fill(0)[j] = 1;
    apply(unit, image);
    for (let i = 0; i < size; i++) out[i * size + j] = image.re[i];
  }
  return out;
}

/** 1/(x + iy), neither overflowing nor underflowing on the way, to out[i]; false for 1/0. */
export function reciprocal(x: number, y: number, out: ComplexArray, i: number): boolean {
  const scale = Math.max(Math.abs(x), Math.abs(y));
  if (!(scale > 0) || scale === Number.POSITIVE_INFINITY) return false;
  const [sx, sy] = [x / scale, y / scale];
  const norm = (sx * sx + sy * sy) * scale;
  out.re[i] = sx / norm;
  out.im[i] = -sy / norm;
  return true;
}

export function diagonalProblem(equation: DysonEquation): DysonProblem {
  const { selfEnergy, mean } = equation;
  const { size, weights, apply } = selfEnergy;
  const image = complexArray(size);
  const isScalar = selfEnergy.isScalar && size > 1;
  const dense = size <= LARGEST_DENSE && !isScalar ? matrixOf(selfEnergy) : null;

  const resolvent: DysonProblem["resolvent"] = (x, y, G, out) => {
    apply(G, image);
    for (let i = 0; i < size; i++) {
      if (!reciprocal(mean.re[i] - x - image.re[i], -y - image.im[i], out, i)) return false;
    }
    return true;
  };
  const square: DysonProblem["square"] = ({ re, im }, out) => {
    for (let i = 0; i < size; i++) {
      out.re[i] = re[i] * re[i] - im[i] * im[i];
      out.im[i] = 2 * re[i] * im[i];
    }
  };
  const pairs = complexArray(size);
  const multiply = (G: ComplexArray, F: ComplexArray): void => {
    for (let i = 0; i < size; i++) {
      pairs.re[i] = G.re[i] * F.re[i] - G.im[i] * F.im[i];
      pairs.im[i] = G.re[i] * F.im[i] + G.im[i] * F.re[i];
    }
  };
  const transfer: DysonProblem["transfer"] = (G, F, X, out) => {
    apply(X, image);
    multiply(G, F);
    for (let i = 0; i < size; i++) {
      out.re[i] = pairs.re[i] * image.re[i] - pairs.im[i] * image.im[i];
      out.im[i] = pairs.re[i] * image.im[i] + pairs.im[i] * image.re[i];
    }
  };
  const defect: DysonProblem["defect"] = (x, y, { re, im }) => {
    apply({ re, im }, image);
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const [a, b] = [x - mean.re[i] + image.re[i], y + image.im[i]];
      sum += (1 + a * re[i] - b * im[i]) ** 2 + (a * im[i] + b * re[i]) ** 2;
    }
    return Math.sqrt(sum);
  };
  const multiplied: DysonProblem["multiplied"] = (G, D, out) => {
    for (let i = 0; i < size; i++) {
      const [u, v] = [D.re[i] / 2, D.im[i] / 2];
      if (!reciprocal(G.re[i] - u, G.im[i] - v, out, i)) return false;
      const [a, b] = [G.re[i] + u, G.im[i] + v];
      const [x, y] = [a * G.re[i] - b * G.im[i], a * G.im[i] + b * G.re[i]];
      [out.re[i], out.im[i]] = [x * out.re[i] - y * out.im[i], x * out.im[i] + y * out.re[i]];
    }
    return true;
  };
  const magnitudes = complexArray(size);
  const relative: DysonProblem["relative"] = (x, y, { re, im }) => {
    for (let i = 0; i < size; i++) magnitudes.re[i] = Math.hypot(re[i], im[i]);
    apply(magnitudes, pairs);
    apply({ re, im }, image);
    let [residual, square] = [0, 0];
    for (let i = 0; i < size; i++) {
      const [a, b] = [x - mean.re[i] + image.re[i], y + image.im[i]];
      const defect = Math.hypot(1 + a * re[i] - b * im[i], a * im[i] + b * re[i]);
      const terms = Math.abs(x) + Math.abs(mean.re[i]) + Math.abs(y) + pairs.re[i];
      residual = Math.max(residual, defect + 4 * 2 ** -53 * (1 + magnitudes.re[i] * terms));
      square += (weights[i]! * magnitudes.re[i]) ** 2;
    }
    return { residual, size: Math.sqrt(square) };
  };
  const stabilityMatrix: DysonProblem["stabilityMatrix"] = (G, F, out) => {
    if (dense === null) throw new RangeError(`${size} unknowns are too many for a dense system`);
    multiply(G, F);
    for (let i = 0, at = 0; i < size; i++) {
      for (let j = 0; j < size; j++, at++) {
        out.re[at] = Number(i === j) - pairs.re[i] * dense[at];
        out.im[at] = -pairs.im[i] * dense[at];
      }
    }
  };
  return {
    length: size,
    unknowns: size,
    systems: isScalar ? "rank one" : dense === null ? "products" : "dense",
    ...(isScalar ? { solveRankOne: rankOneSolver(selfEnergy, multiply, pairs) } : {}),
    prefersNewton: isScalar || size <= LARGEST_NEWTON,
    cost: size * size,
    resolvent,
    transfer,
    defect,
    square,
    relative,
    multiplied,
    stabilityMatrix,
    toUnknowns: copyInto,
    fromUnknowns: copyInto,
    multipleOfIdentity: (re, im, out) => {
      out.re.fill(re);
      out.im.fill(im);
    },
    trace: ({ re, im }) => {
      let [x, y] = [0, 0];
      for (let i = 0; i < size; i++) {
        x += weights[i]! * re[i];
        y += weights[i]! * im[i];
      }
      return [x, y];
    },
    traceNorm: Math.hypot(...weights),
    hermitianPart: ({ re }, out) => {
      out.re.set(re);
      out.im.fill(0);
    },
    isPositive: ({ im }, shift) => im.every((value) => value + shift > 0 && value !== Number.POSITIVE_INFINITY),
  };
}

/** x - d v <x> = b, d = G F, by x = b + d v <b> / (1 - v <d>). */
function rankOneSolver(
  { size, weights, norm }: SelfEnergy,
  multiply: (G: ComplexArray, F: ComplexArray) => void,
  d: ComplexArray,
): NonNullable<DysonProblem["solveRankOne"]> {
  const mean = ({ re, im }: ComplexArray): readonly [number, number] => {
    let [x, y] = [0, 0];
    for (let i = 0; i < size; i++) {
      x += weights[i]! * re[i];
      y += weights[i]! * im[i];
    }
    return [x, y];
  };
  return (G, F, b) => {
    multiply(G, F);
    const [dx, dy] = mean(d);
    const [bx, by] = mean(b);
    const [px, py] = [1 - norm * dx, -norm * dy];
    const square = px * px + py * py;
    if (!(square > 0)) return false;
    const [fx, fy] = [(norm * (bx * px + by * py)) / square, (norm * (by * px - bx * py)) / square];
    for (let i = 0; i < size; i++) {
      b.re[i] += d.re[i] * fx - d.im[i] * fy;
      b.im[i] += d.re[i] * fy + d.im[i] * fx;
    }
    return true;
  };
}
