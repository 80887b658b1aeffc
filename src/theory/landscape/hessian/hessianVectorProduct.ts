/**
 * H v without H, forward over reverse: the derivative of the gradient along v, six multiplications a weight where the gradient has three,
 *
 *   dz_p = V_p^T h_{p-1} + W_p^T dh_{p-1},   dh_p = phi' dz_p,
 *   db_p = V_{p+1} g_{p+1} + W_{p+1} dg_{p+1},   dg_p = phi'' dz_p b_p + phi' db_p,   (H v)_p = dh_{p-1} g_p^T + h_{p-1} dg_p^T,
 *
 * from g_L = l', dg_L = l'' dT. Source: B. A. Pearlmutter, Neural Computation 6 (1994) 147-160.
 */
import type { SamplePasses } from "./samplePasses.js";
import { sensitivityOf } from "./samplePasses.js";

/** out += (slope d2T + curvature dT dT^T) v for one sample. */
export function addHessianProduct(
  passes: SamplePasses,
  sample: number,
  factors: { readonly slope: number; readonly curvature: number },
  v: Float64Array,
  out: Float64Array,
): void {
  const { slope, curvature } = factors;
  if (slope === 0 && curvature === 0) return;
  const tangent = forwardTangent(passes, sample, v);
  backwardTangent(passes, sample, { slope, last: curvature * tangent.output }, { v, out, tangent });
}

interface Tangent {
  /** dz and dh of the units of layers 0 .. L-1. */
  readonly dz: Float64Array;
  readonly dh: Float64Array;
  readonly output: number;
}

function forwardTangent(passes: SamplePasses, sample: number, v: Float64Array): Tangent {
  const { problem, units, starts, values, slopes } = passes;
  const { widths, theta, offsets } = problem;
  const base = sample * units;
  const dz = new Float64Array(units);
  const dh = new Float64Array(units);
  const layers = widths.length - 1;
  let output = 0;
  for (let p = 1; p <= layers; p++) {
    const [below, lower] = [widths[p - 1]!, starts[p - 1]!];
    for (let j = 0; j < widths[p]!; j++) {
      const column = offsets[p - 1]! + j * below;
      let sum = 0;
      for (let i = 0; i < below; i++) {
        sum += v[column + i]! * values[base + lower + i]! + theta[column + i]! * dh[lower + i]!;
      }
      if (p === layers) output = sum;
      else {
        dz[starts[p]! + j] = sum;
        dh[starts[p]! + j] = slopes[base + starts[p]! + j]! * sum;
      }
    }
  }
  return { dz, dh, output };
}

function backwardTangent(
  passes: SamplePasses,
  sample: number,
  { slope, last }: { readonly slope: number; readonly last: number },
  { v, out, tangent }: { readonly v: Float64Array; readonly out: Float64Array; readonly tangent: Tangent },
): void {
  const { problem, units, starts, values, slopes, curvatures, pulls } = passes;
  const { widths, theta, offsets } = problem;
  const { dz, dh } = tangent;
  const base = sample * units;
  let dg = Float64Array.of(last);
  for (let p = widths.length - 1; p >= 1; p--) {
    const [below, lower] = [widths[p - 1]!, starts[p - 1]!];
    const db = new Float64Array(below);
    for (let j = 0; j < widths[p]!; j++) {
      const column = offsets[p - 1]! + j * below;
      const g = slope * sensitivityOf(passes, sample, p, j);
      const change = dg[j]!;
      for (let i = 0; i < below; i++) {
        out[column + i]! += dh[lower + i]! * g + values[base + lower + i]! * change;
        db[i]! += v[column + i]! * g + theta[column + i]! * change;
      }
    }
    dg = new Float64Array(below);
    if (p === 1) return;
    for (let i = 0; i < below; i++) {
      const unit = base + lower + i;
      dg[i] = curvatures[unit]! * dz[lower + i]! * slope * pulls[unit]! + slopes[unit]! * db[i]!;
    }
  }
}

/** out <- H v of the risk. */
export function riskHessianProduct(passes: SamplePasses): (v: Float64Array, out: Float64Array) => void {
  const { samples, lossSlopes, lossCurvatures } = passes;
  return (v, out) => {
    out.fill(0);
    for (let s = 0; s < samples; s++) {
      const factors = { slope: lossSlopes[s]! / samples, curvature: lossCurvatures[s]! / samples };
      addHessianProduct(passes, s, factors, v, out);
    }
  };
}

/** out <- d2T/dtheta2 v of one sample. */
export const outputHessianProduct =
  (passes: SamplePasses, sample: number) =>
  (v: Float64Array, out: Float64Array): void => {
    out.fill(0);
    addHessianProduct(passes, sample, { slope: 1, curvature: 0 }, v, out);
  };
