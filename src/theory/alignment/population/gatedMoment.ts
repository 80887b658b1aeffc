import { assertAbove, assertInteger } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { VectorAngle } from "../../../numeric/linearAlgebra/angleOfUnits.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { combine, dot, norm, unit, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, modest, numbers, optionsOf } from "../../../numeric/shape.js";
import { reluKernel } from "./reluKernel.js";
import { sineGap } from "./sineGap.js";
import { weightAngle } from "./weightAngle.js";

export interface GatedMomentOptions {
  /** E|x|^2 / d, the variance of a coordinate; default 1. All that a spherically symmetric law enters by. */
  readonly variance?: number;
}

export interface GatedMoment {
  /** Angle of the two weights, radians. */
  readonly theta: number;
  /** E[x z_k f_j], as long as the weights. */
  readonly vector: Vector;
  /** G = E[x x^T z_k z_j], d x d; G w_j is `vector`. */
  readonly G: Matrix;
  /** Of G in the plane of the two weights, ascending: s2 (pi - theta -+ sin theta) / (2 pi). */
  readonly planeEigenvalues: readonly [number, number];
  /** Of G on the d - 2 directions orthogonal to both: s2 (pi - theta) / (2 pi), which is P(both active) s2. */
  readonly outsideEigenvalue: number;
  /** E[relu(w_k.x) relu(w_j.x)]; Gaussian x, or any spherically symmetric one: it is w_k . vector. */
  readonly kernel: number;
  /** Absolute rounding bounds, for the largest entry. */
  readonly error: { readonly theta: number; readonly vector: number; readonly G: number; readonly kernel: number };
}

/**
 * What a node k receives from a node j over a spherically symmetric input, f_j = relu(w_j.x), z_k = [w_k.x > 0]:
 *
 *   E[x z_k f_j] = s2 / (2 pi) [(pi - t) w_j + |w_j| sin t w_k / |w_k|],   s2 = E|x|^2 / d,   t the angle of the weights.
 *
 * Source: Theorem 6 of the alignment paper, eq. (7). Ours: the norms, which are printed wrongly, and the form
 * |w_j| [(e - sin e cos e) u_j + sin e (part of u_k across u_j)], e = pi - t, beyond t = pi/2: the two terms cancel at pi.
 *
 * Domain: finite nonzero w_k, w_j of one length d, 1 to 10000; variance > 0. There is no bias: an input with a constant coordinate is
 * not spherically symmetric. For d = 1 t is 0 or pi, and both planeEigenvalues are the only one of G: s2/2 or 0.
 * Accuracy: within `error` at 1000 pairs, a third of them within 1e-8 of parallel, a third of opposite (40 digits): at most half of it.
 * @throws TheoryError "domain" for w_k, w_j or variance, by that name.
 */
export function gatedMoment(wk: Vector, wj: Vector, options: GatedMomentOptions = {}): GatedMoment {
  assertShapes({ wk: numbers, wj: numbers, options: optionsOf({ variance: modest }) }, { wk, wj, options });
  const { variance = 1 } = options;
  assertNumbers("w_k", wk);
  assertInteger("w_k.length", wk.length, 1, 10_000);
  assertNumbers("w_j", wj, wk.length);
  assertAbove("variance", variance, 0);
  const angle = weightAngle(wk, wj, ["w_k", "w_j"]);
  const { supplement, sine } = angle;
  const [u, v, lengthK, lengthJ] = [unit(wk), unit(wj), norm(wk), norm(wj)];
  const scale = variance / (2 * Math.PI);
  const kernel = variance * lengthK * lengthJ * reluKernel(angle);
  const size = UNIT_ROUNDOFF * scale;
  return {
    theta: angle.angle,
    vector: direction(u, v, angle).map((entry) => scale * lengthJ * entry),
    G: gram(u, v, angle, scale),
    planeEigenvalues: [scale * sineGap(supplement), scale * (supplement + sine)],
    outsideEigenvalue: scale * supplement,
    kernel,
    error: {
      theta: 8 * UNIT_ROUNDOFF,
      vector: 40 * size * lengthJ * (supplement + sine),
      // near 0 and pi one of the two directions in the plane is known to 2^-53 over the sine only
      G: 40 * size,
      kernel: 40 * size * lengthJ * lengthK * (supplement + sine),
    },
  };
}

/** (pi - t) u_j + sin t u_k; beyond a right angle split along u_j and across it. */
function direction(u: Vector, v: Vector, { angle, supplement, sine }: VectorAngle): Vector {
  if (angle < Math.PI / 2) return combine(supplement, v, sine, u);
  const together = combine(1, u, 1, v);
  const across = combine(1, together, -dot(together, v), v);
  const along = sineGap(supplement) + 2 * sine * Math.sin(supplement / 2) ** 2;
  return combine(along, v, sine, across);
}

/** (pi - t) I + sin t (b b^T - c c^T), b and c the unit vectors along u + v and u - v. */
function gram(u: Vector, v: Vector, { supplement, sine }: VectorAngle, scale: number): Matrix {
  const [b, c] = [unit(combine(1, u, 1, v)), unit(combine(1, u, -1, v))];
  return u.map((_, i) =>
    u.map((_, j) => scale * ((i === j ? supplement : 0) + sine * (b[i]! * b[j]! - c[i]! * c[j]!))),
  );
}
