/**
 * Lambda(x, x') = sum over paths of f_pi(x) f_pi(x') = |A(x) n A(x')| = prod_l sum_i f_(l,i)(x) f_(l,i)(x'): shared active neurons, layer by layer.
 * With f = 1(eta >= 0), the gates of Eqns. 2 and 4. The product is printed with 1(h > 0) instead, which differs where pre-activations are zero:
 * at x = 0, and on open sets where weights cancel. Take `atZero: "closed"` for that. Source: section 3.2.
 */
import { domainError } from "../../../numeric/domain.js";
import { type Matrix, rowsFrom } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { addRowProducts } from "../../../numeric/linearAlgebra/rowProducts.js";
import { assertShapes, matrix, vector } from "../../../numeric/shape.js";
import { gateActivity } from "../network/activity.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { assertEnumerable, forEachPath, hiddenWidths } from "../paths/enumeration.js";
import { assertPoint, assertPoints, gatedShape } from "../shapes.js";
import { mirrorLower } from "./mirrorLower.js";

/** n x n, row after row; both triangles. */
export function overlapArray(network: GatedNetwork, points: Matrix): Float64Array {
  const { count, gates } = gateActivity(network, points);
  const kernel = new Float64Array(count * count).fill(1);
  const shared = new Float64Array(count * count);
  for (const [l, width] of hiddenWidths(network).entries()) {
    shared.fill(0);
    addRowProducts(gates[l], count, gates[l], count, width, shared, true);
    for (let i = 0; i < kernel.length; i++) kernel[i] *= shared[i];
  }
  mirrorLower(kernel, count);
  return kernel;
}

/**
 * The overlap kernel at n <= 4096 points, n x n: numbers of shared active paths for step gates. n^2/2 times the number of hidden neurons multiplications,
 * whatever the number of paths.
 * @throws TheoryError "domain" for points of another dimension.
 */
export function overlapKernel(network: GatedNetwork, points: Matrix): number[][] {
  assertShapes({ network: gatedShape, points: matrix }, { network, points });
  assertPoints("points", points, network.widths[0]);
  return rowsFrom(overlapArray(network, points), points.length);
}

/** The same at two points from the definition, path by path; at most 2e6 paths. */
export function enumeratedOverlap(network: GatedNetwork, x: readonly number[], other: readonly number[]): number {
  assertShapes({ network: gatedShape, x: vector, other: vector }, { network, x, other });
  assertPoint("x", x, network.widths[0]);
  assertPoint("other", other, network.widths[0]);
  assertEnumerable(network);
  const [own, theirs] = [x, other].map((point) => gateActivity(network, [point]).gates);
  let sum = 0;
  forEachPath(hiddenWidths(network), (path) => {
    let [f, g] = [1, 1];
    for (const [l, i] of path.entries()) {
      f *= own[l][i];
      g *= theirs[l][i];
    }
    sum += f * g;
  });
  return sum;
}

/**
 * K/tr K, as Figures 3, 4 and 13 to 16 show kernels.
 * @throws TheoryError "domain" unless K is square with a positive trace.
 */
export function traceNormalised(kernel: Matrix): number[][] {
  assertShapes({ kernel: matrix }, { kernel });
  assertMatrix("kernel", kernel, { columns: kernel.length });
  const trace = kernel.reduce((sum, row, i) => sum + row[i], 0);
  if (!(trace > 0))
    throw domainError("kernel", `trace ${trace}`, "a positive trace", "No path is active at any point.");
  return kernel.map((row) => row.map((entry) => entry / trace));
}
