/**
 * T(Pi) = mean over neurons of J^T Pi J on span(G), L and M (sample.ts). Any Pi is a sum of rank-one matrices u u^T,
 * and J^T u of every neuron is one bnBackward of the array whose rows are all u. With g_i the columns of G and t_ij =
 * <g_i g_i^T, T(g_j g_j^T)> = mean of (g_i^T J^T g_j)^2, over matrices G diag(d) G with d a unit vector:
 *
 *   span(G), d = 1/sqrt(B):  <Pi, T Pi>/<Pi, Pi> = sum_ij t_ij / (B-1),
 *   L, averaged over sum d = 0:  (sum_i t_ii - sum_ij t_ij / B) / ((B-1) (1-2/B)),
 *   M, 4 Pi = u u^T - v v^T with u = a+b, v = a-b, a = e1-e2, b = e3-e4, <Pi, Pi> = 2:
 *   mean of ((a^T J^T u)(b^T J^T u) - (a^T J^T v)(b^T J^T v)) / 8.
 */
import type { Block, Kernels } from "../kernels/kernels.js";
import type { Network } from "../network.js";
import type { JacobianEstimate } from "../sample.js";

/** One number a layer for each space; `scratch` is overwritten. */
export async function jacobianEstimate(
  kernels: Kernels,
  layers: readonly Block[],
  { batch, width }: Network,
  scratch: Block,
): Promise<JacobianEstimate> {
  const rows = new Float64Array(width * scratch.columns);
  /** J^T u of every neuron, sample after sample. */
  const transposed = async (h: Block, u: (i: number) => number) => {
    for (let i = 0; i < batch; i++) rows.fill(u(i), i * width, (i + 1) * width);
    await kernels.write(scratch, rows);
    await kernels.bnBackward(h, scratch);
    return kernels.read(scratch);
  };
  const G: number[] = [];
  const L: number[] = [];
  const M: number[] = [];
  for (const h of layers) {
    let total = 0;
    let diagonal = 0;
    for (let j = 0; j < batch; j++) {
      const squares = centredSquares(await transposed(h, (i) => (i === j ? 1 : 0) - 1 / batch), batch, width);
      for (let i = 0; i < batch; i++) total += squares[i]!;
      diagonal += squares[j]!;
    }
    G.push(total / (batch - 1));
    if (batch >= 3) L.push((diagonal - total / batch) / ((batch - 1) * (1 - 2 / batch)));
    if (batch < 4) continue;
    const sum = differences(await transposed(h, (i) => [1, -1, 1, -1][i] ?? 0), width);
    const difference = differences(await transposed(h, (i) => [1, -1, -1, 1][i] ?? 0), width);
    M.push((sum - difference) / 8);
  }
  return { G, L, M };
}

/** Mean over neurons of (g_i^T d)^2 = (d_i - mean of d)^2, for each i. */
function centredSquares(d: Float64Array, batch: number, width: number): Float64Array {
  const squares = new Float64Array(batch);
  for (let neuron = 0; neuron < width; neuron++) {
    let mean = 0;
    for (let i = 0; i < batch; i++) mean += d[i * width + neuron]! / batch;
    for (let i = 0; i < batch; i++) squares[i]! += (d[i * width + neuron]! - mean) ** 2 / width;
  }
  return squares;
}

/** Mean over neurons of (d_1 - d_2)(d_3 - d_4). */
function differences(d: Float64Array, width: number): number {
  let sum = 0;
  for (let n = 0; n < width; n++) sum += (d[n]! - d[width + n]!) * (d[2 * width + n]! - d[3 * width + n]!);
  return sum / width;
}
