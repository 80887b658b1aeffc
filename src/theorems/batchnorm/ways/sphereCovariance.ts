/**
 * V_B(Sigma)_ij = E phi(sqrt(B) y_i/|y|) phi(sqrt(B) y_j/|y|), y = G h, h ~ N(0, Sigma), straight from its definition: with S the
 * covariance of y on the hyperplane (n = B-1 dimensions), the direction of y has the density (y^T S^-1 y)^(-n/2)/sqrt(det S)
 * against the uniform one. B = 3: the circle, cut at the six walls y_i = 0. B = 4: the sphere cut into sign cells, products of
 * simplices. Tanh-sinh rules, so that phi may be algebraic at 0 and must be analytic elsewhere. No Laplace integral, no kernel.
 * Accuracy 1e-12 for B = 3 and a condition number of 1e4, 1e-10 for B = 4 and one of 3.
 */
import { inverse, Matrix } from "ml-matrix";
import { domainError } from "../../../numeric/domain.js";
import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { helmert } from "./helmert.js";
import { visitSimplex } from "./signCells.js";

type Rows = readonly (readonly number[])[];
type Scalar = (x: number) => number;

/** y^T (S^-1, lifted back) y as a B x B matrix, and sqrt det S. */
function precision(sigma: Rows): { readonly form: number[][]; readonly root: number } {
  const size = sigma.length;
  const frame = Matrix.from1DArray(size - 1, size, [...helmert(size)]);
  const covariance = frame.mmul(new Matrix(sigma.map((row) => [...row]))).mmul(frame.transpose());
  const [[a, b], [, d]] = [covariance.to2DArray()[0]!, covariance.to2DArray()[1]!] as [number[], number[]];
  const root = size === 3 ? Math.sqrt(a! * d! - b! * b!) : Number.NaN;
  return { form: frame.transpose().mmul(inverse(covariance)).mmul(frame).to2DArray(), root };
}

const quadratic = (form: readonly (readonly number[])[], y: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < y.length; i++) for (let j = 0; j < y.length; j++) sum += y[i]! * form[i]![j]! * y[j]!;
  return sum;
};

/** Upper triangle, row after row. */
export function sphereCovariance(phi: Scalar, sigma: Rows): number[] {
  if (sigma.length === 3) return onCircle(phi, sigma);
  if (sigma.length === 4) return onCells(phi, sigma);
  throw domainError("sigma", `${sigma.length} rows`, "3 or 4 rows", "Use the Laplace integral for larger batches.");
}

/** y = (cos t, sin t) in the frame: y_i = sqrt(2/3) cos(t - t_i), so that walls are at t_i + pi/2 exactly. */
function onCircle(phi: Scalar, sigma: Rows): number[] {
  const { form, root } = precision(sigma);
  const frame = helmert(3);
  const centres = [0, 1, 2].map((i) => Math.atan2(frame[3 + i]!, frame[i]!));
  const walls = centres
    .flatMap((t) => [t + Math.PI / 2, t - Math.PI / 2])
    .map((t) => t - 2 * Math.PI * Math.floor(t / (2 * Math.PI)));
  walls.sort((s, t) => s - t);
  const size = Math.sqrt(2 / 3);
  const entries: number[] = [];
  for (let i = 0; i < 3; i++) {
    for (let j = i; j < 3; j++) {
      let total = 0;
      walls.forEach((from, k) => {
        const to = k === 5 ? walls[0]! + 2 * Math.PI : walls[k + 1]!;
        total += doubleExponential(
          (t) => {
            const y = centres.map((centre) => size * Math.cos(t - centre));
            const values = phi(Math.sqrt(3) * y[i]!) * phi(Math.sqrt(3) * y[j]!);
            return values / quadratic(form, y);
          },
          from,
          to,
          { relativeTolerance: 1e-13, absoluteTolerance: 1e-16 },
        ).value;
      });
      entries.push(total / (2 * Math.PI * root));
    }
  }
  return entries;
}

/** Tanh-sinh on [-1, 1] with 2 half + 1 nodes. */
function tanhSinh(half: number): { nodes: Float64Array; weights: Float64Array } {
  const step = 3.1 / half;
  const at = Array.from({ length: 2 * half + 1 }, (_, k) => (k - half) * step);
  const inner = (t: number) => (Math.PI / 2) * Math.sinh(t);
  return {
    nodes: Float64Array.from(at, (t) => Math.tanh(inner(t))),
    weights: Float64Array.from(at, (t) => (step * (Math.PI / 2) * Math.cosh(t)) / Math.cosh(inner(t)) ** 2),
  };
}

function onCells(phi: Scalar, sigma: Rows): number[] {
  const size = sigma.length;
  const { form } = precision(sigma);
  const rule = tanhSinh(28);
  const y = new Float64Array(size);
  const value = new Float64Array(size);
  const sums = new Float64Array(size * size);
  let mass = 0;
  const samples = Array.from({ length: size }, (_, i) => i);
  for (let pattern = 1; pattern < 2 ** size - 1; pattern++) {
    const [positive, negative] = [1, 0].map((bit) => samples.filter((i) => ((pattern >> i) & 1) === bit));
    visitSimplex(positive!, 1, rule, y, 1, (first) =>
      visitSimplex(negative!, -1, rule, y, first, (weight) => {
        const density = weight * quadratic(form, y) ** ((1 - size) / 2);
        let square = 0;
        for (let i = 0; i < size; i++) square += y[i]! * y[i]!;
        const norm = Math.sqrt(square / size);
        for (let i = 0; i < size; i++) value[i] = phi(y[i]! / norm);
        mass += density;
        for (let i = 0; i < size; i++)
          for (let j = i; j < size; j++) sums[i * size + j]! += density * value[i]! * value[j]!;
      }),
    );
  }
  return samples.flatMap((i) => samples.slice(i).map((j) => sums[i * size + j]! / mass));
}
