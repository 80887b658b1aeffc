/**
 * The gradient's operator Pi -> E[J^T Pi J] of a homogeneous phi, and the paper's split of it into A + B - C, as Rayleigh quotients at one
 * matrix of each space. With z_i = sqrt(B) x_i, sum z_i = 0, sum z_i^2 = B, D = diag phi'(z_i), u_i = z_i phi'(z_i) and the factor
 * f = B/(mu (B-3)) they are f over <Pi, Pi> times
 *
 *   A: E <Pi, D Pi D>,     B: E (z^T Pi z)(u^T Pi u)/B^2,     C: 2 E z^T Pi D Pi u / B,
 *
 *   G: Pi = G;   L: Pi = g1 g1^T - g2 g2^T, g_i the columns of G;   M: Pi = (e1-e2)(e3-e4)^T made symmetric, over 2.
 *
 * Products of up to four samples become moments of two: given z1 and z2 the others have the means E z3 = -(z1+z2)/(B-2),
 * E z3^2 = (B-z1^2-z2^2)/(B-2) and E z3 z4 = ((z1+z2)^2 - (B-z1^2-z2^2))/((B-2)(B-3)). No Laplace integral and no derivative of
 * V is used. alpha > 1/2, B >= 4 (M: B >= 5 for E z3 z4 to be needed; at B = 4 it is given by the sums). Ours. Relative accuracy 1e-12.
 */
import { type Branches, branchesOf, productOf, slopeBranches, timesPower } from "./branches.js";
import { type HomogeneousValues, homogeneousMoments, type SphereMeans, sphereMeans } from "./homogeneousMoments.js";

export interface Parts {
  readonly A: number;
  readonly B: number;
  readonly C: number;
}

export type Space = "G" | "L" | "M";

interface Ingredients {
  readonly batch: number;
  readonly alpha: number;
  readonly mu: number;
  readonly phi: Branches;
  readonly slope: Branches;
  readonly means: SphereMeans;
}

function onG({ batch, alpha, mu, slope, means }: Ingredients): Parts {
  const n = batch - 1;
  const own = (n * n) / batch;
  const A = (own * means.one(productOf(slope, slope)) + (n / batch) * means.two(slope, slope)) / n;
  return { A, B: (alpha ** 2 * mu) / batch, C: (2 * alpha ** 2 * mu) / batch };
}

function onM({ batch, alpha, phi, slope, means }: Ingredients): Parts {
  const two = (a: number, b: number) => means.two(timesPower(phi, a), timesPower(phi, b));
  const [z0, z1, z2] = [two(0, 0), two(1, 1), two(2, 0)];
  // E phi1 phi3 (z1-z2)(z3-z4), of the square of z1 + z3 the mean is 2 z2 + 2 z1
  const sum = 2 * z2 + 2 * z1;
  const both = (sum - (batch * z0 - 2 * z2)) / ((batch - 2) * (batch - 3));
  const fourfold = z1 + sum / (batch - 2) + both;
  // u1 phi'3 (z1 - z2), u = alpha phi
  const left = means.two(timesPower(phi, 1), slope);
  const right = means.two(phi, timesPower(slope, 1));
  return {
    A: means.two(slope, slope),
    B: (2 * alpha ** 2 * fourfold) / batch ** 2,
    C: (2 * alpha * (left + (left + right) / (batch - 2))) / batch,
  };
}

function onL({ batch, alpha, phi, slope, means }: Ingredients): Parts {
  const n = batch - 1;
  const share = 1 - 2 / batch;
  const { one, two } = means;
  const [s0, m0] = [one(productOf(slope, slope)), two(slope, slope)];
  const mean = (s0 + n * m0) / batch;
  const A =
    share ** 2 * s0 + (2 * share * mean) / batch + mean / batch ** 2 - (2 * s0 + 2 * m0 - 3 * mean) / batch ** 2;
  const square = productOf(phi, phi);
  const own = (one(timesPower(square, 2)) * batch) / n - (batch / n) * one(square);
  const [pair, pair2] = [two(phi, phi), two(timesPower(phi, 2), phi)];
  const crossed = pair2 - (batch * pair - 2 * pair2) / (batch - 2);
  const B = alpha ** 2 * (share * own - 2 * share * crossed);
  return {
    A: A / share,
    B: B / (batch ** 2 * share),
    C: (2 * chainOnL({ batch, alpha, mu: 0, phi, slope, means })) / (batch * share),
  };
}

/** E of half of z^T Pi D Pi u on L: the three sums in which a mean over the batch occurs once. */
function chainOnL({ batch, alpha, phi, slope, means }: Ingredients): number {
  const n = batch - 1;
  const { one, two } = means;
  const s = alpha * one(timesPower(productOf(phi, slope), 1));
  const turned = alpha * two(timesPower(slope, 1), phi); // E z1 phi'1 u2
  const straight = alpha * two(timesPower(phi, 1), slope); // E z1 u1 phi'2
  const first = (1 - 2 / batch) * (s - (s + n * turned) / batch);
  const second = (s + n * straight - turned + s / n + straight + turned) / batch ** 2;
  const third = (turned - s / n - (s + n * turned) / batch - (straight - s / n - straight - turned) / batch) / batch;
  return first + second + third;
}

const spaces = { G: onG, L: onL, M: onM };

/** lambda_A, lambda_B and lambda_C on a space; the eigenvalue is A + B - C. */
export function gradientParts(values: HomogeneousValues, space: Space): Parts {
  const { B: batch, alpha } = values;
  const { mu } = homogeneousMoments(values);
  const means = sphereMeans(batch);
  const { A, B, C } = spaces[space]({ batch, alpha, mu, phi: branchesOf(values), slope: slopeBranches(values), means });
  const factor = batch / (mu * (batch - 3));
  return { A: factor * A, B: factor * B, C: factor * C };
}
