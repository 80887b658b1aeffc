/**
 * What every derivative of every sample is made of: h_p, phi'(z_p), phi''(z_p) going forwards, g_p = dT/dz_p and b_p = dT/dh_p going back.
 * Units of the layers 0 .. L-1 lie one after the other in each array, and samples after each other.
 */
import { withoutOverflow } from "../../../numeric/shape.js";
import { pointLoss } from "./pointLoss.js";
import type { ResolvedProblem } from "./riskProblem.js";

export interface SamplePasses {
  readonly problem: ResolvedProblem;
  readonly samples: number;
  /** N. */
  readonly size: number;
  /** Units of the layers 0 .. L-1, the stride of the arrays. */
  readonly units: number;
  /** Where layer p starts among them. */
  readonly starts: readonly number[];
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  readonly curvatures: Float64Array;
  /** dT/dz; of layer 0 not used. */
  readonly sensitivities: Float64Array;
  /** dT/dh. */
  readonly pulls: Float64Array;
  readonly outputs: Float64Array;
  readonly losses: Float64Array;
  /** l'(T). */
  readonly lossSlopes: Float64Array;
  /** l''(T). */
  readonly lossCurvatures: Float64Array;
  /** Hidden units that sit at a kink of the activation, and outputs at a kink of the loss, over all samples: there second derivatives need not exist. */
  readonly kinks: number;
}

/** @throws TheoryError "domain" where a value overflows. */
export function samplePasses(problem: ResolvedProblem): SamplePasses {
  const { widths, theta, labels, inputs } = problem;
  const layers = widths.length - 1;
  const starts = [0];
  for (let p = 0; p < layers; p++) starts.push(starts[p]! + widths[p]!);
  const units = starts[layers]!;
  const samples = labels.length;
  const array = () => new Float64Array(units * samples);
  const passes = {
    ...{ problem, samples, size: theta.length, units, starts },
    ...{ values: array(), slopes: array(), curvatures: array(), sensitivities: array(), pulls: array() },
    outputs: new Float64Array(samples),
    losses: new Float64Array(samples),
    lossSlopes: new Float64Array(samples),
    lossCurvatures: new Float64Array(samples),
  };
  let kinks = 0;
  for (let s = 0; s < samples; s++) {
    passes.values.set(inputs.subarray(s * widths[0]!, (s + 1) * widths[0]!), s * units);
    kinks += forwards(passes, s);
    const output = passes.outputs[s]!;
    withoutOverflow("W", [output]);
    const { value, slope, curvature } = pointLoss(problem.loss, output, labels[s]!);
    kinks += Number(atLossKink(problem.loss, output, labels[s]!));
    passes.losses[s] = value;
    passes.lossSlopes[s] = slope;
    passes.lossCurvatures[s] = curvature;
    backwards(passes, s);
  }
  withoutOverflow("W", passes.outputs, passes.losses, passes.sensitivities, passes.pulls, passes.values);
  return { ...passes, kinks };
}

const atLossKink = (loss: string, output: number, label: number): boolean =>
  (loss === "hinge" && label * output === 1) || (loss === "abs" && output === label);

type Passes = Omit<SamplePasses, "kinks">;

/** Fills values, slopes, curvatures and the output of a sample; returns how many units sit at a kink. */
function forwards({ problem, units, starts, ...arrays }: Passes, sample: number): number {
  const { widths, theta, offsets, activation } = problem;
  const { breakpoints } = activation.facts;
  const { values, slopes, curvatures, outputs } = arrays;
  const layers = widths.length - 1;
  const base = sample * units;
  let kinks = 0;
  for (let p = 1; p <= layers; p++) {
    const below = widths[p - 1]!;
    for (let j = 0; j < widths[p]!; j++) {
      const column = offsets[p - 1]! + j * below;
      let z = 0;
      for (let i = 0; i < below; i++) z += theta[column + i]! * values[base + starts[p - 1]! + i]!;
      if (p === layers) {
        outputs[sample] = z;
        continue;
      }
      const unit = base + starts[p]! + j;
      values[unit] = activation.value(z);
      slopes[unit] = activation.derivative(z);
      curvatures[unit] = activation.secondDerivative(z);
      if (breakpoints.some(({ at }) => at === z)) kinks++;
    }
  }
  return kinks;
}

/** Fills sensitivities and pulls. */
function backwards({ problem, units, starts, slopes, sensitivities, pulls }: Passes, sample: number): void {
  const { widths, theta, offsets } = problem;
  const layers = widths.length - 1;
  const base = sample * units;
  for (let p = layers - 1; p >= 1; p--) {
    for (let i = 0; i < widths[p]!; i++) {
      let pull = 0;
      for (let j = 0; j < widths[p + 1]!; j++) {
        const above = p + 1 === layers ? 1 : sensitivities[base + starts[p + 1]! + j]!;
        pull += theta[offsets[p]! + j * widths[p]! + i]! * above;
      }
      const unit = base + starts[p]! + i;
      pulls[unit] = pull;
      sensitivities[unit] = slopes[unit]! * pull;
    }
  }
}

/** dT/dz of unit j of layer q, 1 for the output. */
export const sensitivityOf = (
  { problem, units, starts, sensitivities }: SamplePasses,
  sample: number,
  q: number,
  j: number,
) => (q === problem.widths.length - 1 ? 1 : sensitivities[sample * units + starts[q]! + j]!);
