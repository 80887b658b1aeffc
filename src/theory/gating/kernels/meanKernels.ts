/**
 * Means over independent expert weights with E u = 0 and E u^2 = sigma_l^2, for fixed gates, exactly and at every width:
 *   E_U[sum_c f_c(x) f_c(x')] = C prod_l sigma_l^2 <h_0, h'_0> Lambda(x, x'),
 *   E_U[Theta_U(x, x')]       = C sum_k prod_(l != k) sigma_l^2 <h_0, h'_0> Lambda(x, x'),   L sigma^(2(L-1)) <h_0, h'_0> Lambda for one sigma and C = 1,
 * Theta_U the tangent kernel of the experts. Only a path paired with itself is left. No law of the weights is asked for beyond the two moments. Ours.
 */
import { domainError } from "../../../numeric/domain.js";
import { type Matrix, rowsFrom } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { addRowProducts } from "../../../numeric/linearAlgebra/rowProducts.js";
import { assertShapes, having, matrix, withoutOverflow } from "../../../numeric/shape.js";
import { flattened } from "../network/activity.js";
import { type GatedNetwork, isLinearlyGated } from "../network/gatedNetwork.js";
import { assertPoints, gatedShape } from "../shapes.js";
import { mirrorLower } from "./mirrorLower.js";
import { overlapArray } from "./overlapKernel.js";

export interface MeanKernels {
  /** E_U[f(x) f(x')], summed over outputs. */
  readonly output: number[][];
  /** E_U[Theta_U(x, x')]. */
  readonly tangent: number[][];
}

const given = {
  network: gatedShape,
  points: matrix,
  sigma: having("a number or a list of numbers", (value) => typeof value === "number" || Array.isArray(value)),
};

/**
 * Both means over the experts' weights of a DLGN, whose gates stay as they are; its own U does not matter. `sigma` is the standard deviation of every
 * expert weight, or a list of L, one a layer; 0 is allowed. Biases of the experts must be absent.
 * @throws TheoryError "domain" for relu and dln, whose gates and experts are the same or trivial, for expert biases, and for deviations below 0.
 */
export function meanKernels(network: GatedNetwork, points: Matrix, sigma: number | readonly number[]): MeanKernels {
  assertShapes(given, { network, points, sigma });
  assertPoints("points", points, network.widths[0]);
  if (!isLinearlyGated(network.model)) {
    throw domainError("network", network.model, "dlgn or dlgn-pwc", "Gates must not depend on the experts' weights.");
  }
  if (network.c !== null) throw domainError("network", "expert biases", "experts without biases", "Leave out c.");
  const layers = network.U.length;
  const deviations = typeof sigma === "number" ? new Array<number>(layers).fill(sigma) : sigma;
  assertNumbers("sigma", deviations, layers);
  const bad = deviations.find((value) => !(value >= 0 && value <= 1e100));
  if (bad !== undefined) throw domainError("sigma", bad, "from 0 to 1e100", "Pass a standard deviation.");
  const variances = deviations.map((value) => value ** 2);
  const productWithout = (left: number) => variances.reduce((product, v, l) => (l === left ? product : product * v), 1);
  const C = network.widths[network.widths.length - 1];
  const whole = C * productWithout(-1);
  const part = C * variances.reduce((sum, _, k) => sum + productWithout(k), 0);
  const n = points.length;
  const h = network.model === "dlgn-pwc" ? flattened(points).fill(1) : flattened(points);
  const kernel = new Float64Array(n * n);
  addRowProducts(h, n, h, n, network.widths[0], kernel, true);
  mirrorLower(kernel, n);
  const overlap = overlapArray(network, points);
  const scaled = (factor: number) =>
    rowsFrom(
      kernel.map((entry, i) => factor * (entry * overlap[i])),
      n,
    );
  const result = { output: scaled(whole), tangent: scaled(part) };
  withoutOverflow("sigma", result.output, result.tangent);
  return result;
}
