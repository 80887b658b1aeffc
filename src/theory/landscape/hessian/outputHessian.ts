/**
 * The Hessian of one output T in theta. Blocks p < q are, with the gates of the ReLU and for any activation,
 *
 *   d2T/dW_p[a,b] dW_q[i,j] = h_{p-1}[a] R_{p,q-1}[b,i] g_q[j],   R_{p,q-1} = dh_{q-1}/dz_p = D_p W_{p+1} D_{p+1} ... W_{q-1} D_{q-1},
 *
 * D = dg(h') once for each layer: Eqn. 4, g_q (x) R^T (x) h_{p-1}^T for column-major vec, its product over j descending. Where phi'' is not 0 there is
 *
 *   + sum_r sum_k b_r[k] phi''(z_r[k]) J_rk J_rk^T,   J_rk = dz_r[k]/dtheta, b_r = dT/dh_r,
 *
 * which the paper omits: all blocks up to r, the diagonal ones too. For piecewise linear activations it vanishes.
 */
import type { SamplePasses } from "./samplePasses.js";
import { sensitivityOf } from "./samplePasses.js";

/** matrix += factor Hessian, on and above the diagonal; the matrix is N x N, row after row. */
export function addOutputHessian(passes: SamplePasses, sample: number, factor: number, matrix: Float64Array): void {
  if (factor === 0) return;
  const layers = passes.problem.widths.length - 1;
  for (let p = 1; p < layers; p++) addBlocks(passes, sample, p, factor, matrix);
  if (hasCurvature(passes, sample)) addCurvature(passes, sample, factor, matrix);
}

function hasCurvature({ curvatures, units, starts }: SamplePasses, sample: number): boolean {
  for (let unit = sample * units + starts[1]!; unit < (sample + 1) * units; unit++)
    if (curvatures[unit] !== 0) return true;
  return false;
}

/** R_{p,q} from R_{p,q-1}: times W_q, and by the slopes of layer q from the right if it has an activation. Rows b of layer p. */
function through(passes: SamplePasses, sample: number, q: number, rows: Float64Array, gated: boolean): Float64Array {
  const { problem, units, starts, slopes } = passes;
  const { widths, theta, offsets } = problem;
  const [below, width] = [widths[q - 1]!, widths[q]!];
  const height = rows.length / below;
  const out = new Float64Array(height * width);
  for (let j = 0; j < width; j++) {
    const slope = gated ? slopes[sample * units + starts[q]! + j]! : 1;
    if (slope === 0) continue;
    const column = offsets[q - 1]! + j * below;
    for (let b = 0; b < height; b++) {
      let sum = 0;
      for (let i = 0; i < below; i++) sum += rows[b * below + i]! * theta[column + i]!;
      out[b * width + j] = sum * slope;
    }
  }
  return out;
}

/** dh_p/dz_p. */
function gateMatrix({ problem, units, starts, slopes }: SamplePasses, sample: number, p: number): Float64Array {
  const width = problem.widths[p]!;
  const out = new Float64Array(width * width);
  for (let b = 0; b < width; b++) out[b * width + b] = slopes[sample * units + starts[p]! + b]!;
  return out;
}

/** All blocks (p, q), q > p, of Eqn. 4. */
function addBlocks(passes: SamplePasses, sample: number, p: number, factor: number, matrix: Float64Array): void {
  const { problem, size, units, starts, values } = passes;
  const { widths, offsets } = problem;
  const layers = widths.length - 1;
  const [height, below] = [widths[p]!, widths[p - 1]!];
  const input = sample * units + starts[p - 1]!;
  let rows = gateMatrix(passes, sample, p);
  for (let q = p + 1; q <= layers; q++) {
    const width = widths[q - 1]!;
    for (let b = 0; b < height; b++) {
      for (let a = 0; a < below; a++) {
        const scale = factor * values[input + a]!;
        if (scale === 0) continue;
        const row = (offsets[p - 1]! + b * below + a) * size + offsets[q - 1]!;
        for (let j = 0; j < widths[q]!; j++) {
          const above = scale * sensitivityOf(passes, sample, q, j);
          if (above === 0) continue;
          for (let i = 0; i < width; i++) matrix[row + j * width + i]! += above * rows[b * width + i]!;
        }
      }
    }
    if (q < layers) rows = through(passes, sample, q, rows, true);
  }
}

/** sum_r J_r^T dg(b_r phi''_r) J_r. */
function addCurvature(passes: SamplePasses, sample: number, factor: number, matrix: Float64Array): void {
  const { problem, units, starts, curvatures, pulls } = passes;
  const layers = problem.widths.length - 1;
  for (let r = 1; r < layers; r++) {
    const jacobian = preactivationJacobian(passes, sample, r);
    for (let k = 0; k < problem.widths[r]!; k++) {
      const unit = sample * units + starts[r]! + k;
      addRankOne(matrix, passes.size, factor * pulls[unit]! * curvatures[unit]!, jacobian[k]!);
    }
  }
}

/** matrix += factor v v^T on and above the diagonal of the leading block that v reaches. */
export function addRankOne(matrix: Float64Array, size: number, factor: number, v: Float64Array): void {
  if (factor === 0) return;
  for (let i = 0; i < v.length; i++) {
    const scale = factor * v[i]!;
    if (scale === 0) continue;
    for (let j = i; j < v.length; j++) matrix[i * size + j]! += scale * v[j]!;
  }
}

/** dz_r[k]/dtheta for every k; entries up to the end of W_r, later ones are 0. */
function preactivationJacobian(passes: SamplePasses, sample: number, r: number): Float64Array[] {
  const { problem, units, starts, values } = passes;
  const { widths, offsets } = problem;
  const jacobian = Array.from({ length: widths[r]! }, () => new Float64Array(offsets[r]!));
  for (let p = 1; p <= r; p++) {
    const [height, below] = [widths[p]!, widths[p - 1]!];
    // dz_r/dz_p, height x n_r
    let rows = p === r ? null : gateMatrix(passes, sample, p);
    for (let q = p + 1; q <= r; q++) rows = through(passes, sample, q, rows!, q < r);
    for (const [k, gradient] of jacobian.entries()) {
      for (let b = 0; b < height; b++) {
        const slope = rows === null ? Number(b === k) : rows[b * widths[r]! + k]!;
        if (slope === 0) continue;
        const column = offsets[p - 1]! + b * below;
        for (let a = 0; a < below; a++) gradient[column + a] = slope * values[sample * units + starts[p - 1]! + a]!;
      }
    }
  }
  return jacobian;
}
