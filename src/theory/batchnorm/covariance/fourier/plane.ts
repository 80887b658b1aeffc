/**
 * The law of two samples of a normalised batch, in closed form: v = (y_1, y_2)/tau for two linear forms y_i = sum_k a_ik g_k of y ~ N(0, S), g
 * standard normal along the eigenvectors of S, tau^2 = |y|^2/B + epsilon.
 *
 * 1. Source: the paper's Theorem 3, the Fourier form of the law of a normalised batch (p = i lambda there). The density of v at tau^2 = t is
 *    that of (y_1, y_2) = sqrt(t) v with |y|^2/B + epsilon = t; the second condition as a delta function, (B/(2 pi i)) int dp
 *    e^(B p (t - epsilon) - p |y|^2). Under e^(-p |y|^2) the forms have covariance C(p) = sum_k a_k a_k^T f_k, f_k = 1/(1 + 2 p lambda_k), and mass
 *    det(I + 2 p S)^(-1/2), so that, with D = det(I + 2 p S)^(-1/2) det(C)^(-1/2) / (2 pi) and Q = v^T C(p)^-1 v,
 *      rho(v) = B int_epsilon^inf dt (1/2 pi i) int dp D(p) t e^(-t Q/2 + B p (t - epsilon)).
 * 2. Over t first, on a line where A(p) = Q(p)/(2 B) - p > 0:
 *      rho(v) = (1/2 pi i) int dp D e^(-epsilon Q/2) (1/(B A^2) + epsilon/A).
 * 3. Ours: the integral over p as well. Q is concave on p > -1/(2 lambda_max), so that A has one zero p*(v) to the right of the line; all zeros
 *    of A are real. Closed to the right, the line leaves minus the residue at p*,
 *      rho = -(d/dp) [D e^(-epsilon Q/2) (p - p*)^2 / (B A^2)] - epsilon D e^(-epsilon Q/2) / A',   at p = p*.
 * 4. Ours: level curves of p* are the ellipses Q = 2 B p, v = sqrt(2 B p) C(p)^(1/2) e, |e| = 1. With p and the angle of e as coordinates no
 *    root is looked for. f_k' = (f_k^2 - f_k)/p, so p C' = C_(2) - C_(1), C_(m) = sum_k a_k a_k^T f_k^m; with C = L L^T, H = L^-1 C_(2) L^-T,
 *    K = L^-1 C_(3) L^-T, h = e^T H e, at p*:
 *      A' = -h,   p A'' = -2 e^T (K - H^2) e,   (log D)' = -tr C_all - (tr H - 2)/(2 p),   dv = B det(C)^(1/2) h dp dtheta,
 *    and, with E = det(I + 2 p S)^(-1/2) e^(-epsilon B p), tr C_all = sum_k lambda_k f_k,
 *
 *   rho(v) dv = dp dtheta/(2 pi) E { (tr C_all + (tr H - 2)/(2p) + epsilon B)/h + (2/p) e^T (K - H^2) e / h^2 }.
 *
 * No term is negative. Checks: the mass is 1, and what it misses is in every error; the isotropic case gives (1 - |v|^2/B)^(n/2-2); and
 * integrals over directions, which know nothing of this.
 */

/** Two forms of the batch by eigenvalue: sums over the eigenvectors of one eigenvalue of the products of their components. */
export interface PlaneWeights {
  readonly xx: Float64Array;
  readonly xz: Float64Array;
  readonly zz: Float64Array;
}

/** The spectrum of S as distinct eigenvalues. */
export interface Distinct {
  readonly eigenvalues: Float64Array;
  readonly multiplicities: Float64Array;
}

/** What the angle needs at one p, in the principal frame of H, where e = (cos theta, sin theta). */
export interface Ring {
  /** x = x1 cos theta + x2 sin theta, z likewise; sqrt(2 B p) is in. */
  x1: number;
  x2: number;
  z1: number;
  z2: number;
  /** Eigenvalues of H. */
  h1: number;
  h2: number;
  /** K - H^2. */
  k11: number;
  k12: number;
  k22: number;
  /** p (tr C_all + (tr H - 2)/(2p) + epsilon B), so for d log p. */
  flat: number;
  /** E. */
  size: number;
}

export const emptyRing = (): Ring => ({
  x1: 0,
  x2: 0,
  z1: 0,
  z2: 0,
  h1: 1,
  h2: 1,
  k11: 0,
  k12: 0,
  k22: 0,
  flat: 0,
  size: 0,
});

/** L^-1 M L^-T for L = [[l11, 0], [l21, l22]], by its three entries. */
const congruent = (l11: number, l21: number, l22: number, xx: number, xz: number, zz: number) => {
  const top = xx / (l11 * l11);
  const side = (xz / l11 - l21 * top) / l22;
  return [top, side, (zz - 2 * l21 * l22 * side - l21 * l21 * top) / (l22 * l22)] as const;
};

/** Fills `ring` for one p > 0. */
export function ringAt(
  p: number,
  distinct: Distinct,
  weights: PlaneWeights,
  batch: number,
  epsilon: number,
  ring: Ring,
): void {
  const { eigenvalues, multiplicities } = distinct;
  const { xx, xz, zz } = weights;
  let [logDet, trace] = [0, 0];
  let [c1, c2, c3, d1, d2, d3, e1, e2, e3] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let det = 1;
  for (let k = 0; k < eigenvalues.length; k++) {
    const lambda = eigenvalues[k];
    const y = 1 + 2 * p * lambda;
    const f = 1 / y;
    const m = multiplicities[k];
    if (m === 1) det *= y;
    else logDet += m * Math.log(y);
    if (det > 1e200) {
      logDet += Math.log(det);
      det = 1;
    }
    trace += m * lambda * f;
    let w = xx[k] * f;
    c1 += w;
    w *= f;
    c2 += w;
    c3 += w * f;
    w = xz[k] * f;
    d1 += w;
    w *= f;
    d2 += w;
    d3 += w * f;
    w = zz[k] * f;
    e1 += w;
    w *= f;
    e2 += w;
    e3 += w * f;
  }
  const l11 = Math.sqrt(c1);
  const l21 = d1 / l11;
  const l22 = Math.sqrt(e1 - l21 * l21);
  const [hxx, hxz, hzz] = congruent(l11, l21, l22, c2, d2, e2);
  const [kxx, kxz, kzz] = congruent(l11, l21, l22, c3, d3, e3);
  const angle = 0.5 * Math.atan2(2 * hxz, hxx - hzz);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const radius = Math.sqrt(2 * batch * p);
  ring.x1 = radius * l11 * c;
  ring.x2 = -radius * l11 * s;
  ring.z1 = radius * (l21 * c + l22 * s);
  ring.z2 = radius * (l22 * c - l21 * s);
  ring.h1 = hxx * c * c + 2 * hxz * c * s + hzz * s * s;
  ring.h2 = hxx * s * s - 2 * hxz * c * s + hzz * c * c;
  ring.k11 = kxx * c * c + 2 * kxz * c * s + kzz * s * s - ring.h1 * ring.h1;
  ring.k22 = kxx * s * s - 2 * kxz * c * s + kzz * c * c - ring.h2 * ring.h2;
  ring.k12 = (kzz - kxx) * c * s + kxz * (c * c - s * s);
  ring.flat = p * trace + (hxx + hzz - 2) / 2 + epsilon * batch * p;
  ring.size = Math.exp(-0.5 * (logDet + Math.log(det)) - epsilon * batch * p);
}

/** A bound on the density of a ring for d log p dtheta/(2 pi). */
export const ringBound = ({ h1, h2, k11, k22, flat, size }: Ring): number => {
  const h = Math.min(h1, h2);
  return size * (Math.abs(flat) / h + (2 * (Math.abs(k11) + Math.abs(k22))) / (h * h));
};

/** The variance of the form u x + v z at p, times 2 B p: the square of its largest value on the ring. */
export function ringHeight(
  p: number,
  { eigenvalues }: Distinct,
  { xx, xz, zz }: PlaneWeights,
  batch: number,
  u: number,
  v: number,
): number {
  let sum = 0;
  for (let k = 0; k < eigenvalues.length; k++) {
    sum += (u * u * xx[k] + 2 * u * v * xz[k] + v * v * zz[k]) / (1 + 2 * p * eigenvalues[k]);
  }
  return 2 * batch * p * sum;
}

/** v^T C(p)^-1 v - 2 B p: positive inside p < p*(v). */
export function ringExcess(
  p: number,
  { eigenvalues }: Distinct,
  { xx, xz, zz }: PlaneWeights,
  batch: number,
  x: number,
  z: number,
): number {
  let [a, b, c] = [0, 0, 0];
  for (let k = 0; k < eigenvalues.length; k++) {
    const f = 1 / (1 + 2 * p * eigenvalues[k]);
    a += xx[k] * f;
    b += xz[k] * f;
    c += zz[k] * f;
  }
  return (x * x * c - 2 * x * z * b + z * z * a) / (a * c - b * b) - 2 * batch * p;
}
