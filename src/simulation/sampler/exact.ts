/**
 * Networks without their weights: the law of every activation and gradient of a random network, exact at every finite
 * width N, from N C^2 operations a layer instead of N^2 C. On the way up W X is drawn given X (ForwardPass), on the way
 * down W^T D is drawn given W X (conditionalTranspose). Norms need the C x C Gram matrices only:
 *
 *   ||dLoss/dH_l||^2 = N tr M_l,                                    M_l = D_l^T D_l / N,
 *   ||dLoss/dW_l||^2 = ||D_{l+1} X_l^T||^2 = N^2 tr(M_{l+1} K_l),   K_l = X_l^T X_l / N.
 *
 * D is divided by sqrt(tr M) at every layer and the logarithms are added up, so nothing over- or underflows at any
 * depth. A residual connection adds H_l to W_l X_l on the way up, so A = H_{l+1} - H_l is what is known of W_l, and
 * D_{l+1} to the gradient on the way down.
 */
import { portableLog } from "../../numeric/random/portableLog.js";
import type { Backend, Block, Kernels } from "../kernels/kernels.js";
import { columnsOf, type Network } from "../network.js";
import type { JacobianEstimate, Recording, Sample } from "../sample.js";
import { semidefiniteCholesky } from "../semidefiniteCholesky.js";
import { assertUsable } from "./assertUsable.js";
import { type Breakdown, brokenSample, cancellation } from "./breakdown.js";
import { conditionalTranspose, type TransposeLaw } from "./conditionalTranspose.js";
import { ForwardPass } from "./forwardPass.js";
import { gradientTerms } from "./gradientTerms.js";
import { jacobianEstimate } from "./jacobianEstimate.js";
import { draws, type Sampler } from "./sampler.js";
import { identityTimes, innerProduct, rootOf, scaled, traceOf } from "./square.js";

/**
 * The default sampler. `law` is for tests: how W^T D is drawn.
 *
 * @throws TheoryError "domain" or "not-applicable" where every network would collapse or overflow.
 */
export async function exactSampler(
  network: Network,
  backend: Backend,
  recording: Recording = {},
  law: TransposeLaw = conditionalTranspose,
): Promise<Sampler> {
  assertUsable(network);
  const { activation, batch, epsilon, gamma, beta, centred, width } = network;
  const options = { activation, batch, epsilon, gamma, beta, centred, width, columns: columnsOf(network) };
  const kernels = await backend.open(options);
  const exact = new ExactSampler(network, kernels, 64 * backend.unitRoundoff, recording, law);
  return { sample: (seed, index) => exact.sample(seed, index), close: () => kernels.close() };
}

/** A gradient D / e^(logSquare/2) on its way down, and what was read off it. */
interface Descent {
  d: Block;
  logSquare: number;
  readonly logGradient: number[];
  readonly logWeightGradient: number[];
  readonly gradientCovariance: Float64Array[];
}

/** D^T D / N of a gradient, and its trace. */
interface Pulled {
  readonly gram: Float64Array;
  readonly trace: number;
}

class ExactSampler {
  private readonly forward: ForwardPass;
  private readonly gradients: [Block, Block];
  private readonly topRoot: Float64Array;
  private readonly columns: number;
  /** Of a Cholesky pivot. */
  private readonly tolerance: number;

  constructor(
    private readonly network: Network,
    private readonly kernels: Kernels,
    /** Relative error of a Gram matrix' entries and traces. */
    private readonly rounding: number,
    private readonly recording: Recording,
    private readonly law: TransposeLaw,
  ) {
    this.tolerance = Math.max(1e-12, rounding);
    this.forward = new ForwardPass(kernels, network, this.tolerance);
    this.gradients = [kernels.allocate(), kernels.allocate()];
    this.topRoot = rootOf(network.topGradient, this.tolerance);
    this.columns = columnsOf(network);
  }

  async sample(seed: number, index: number): Promise<Sample> {
    const { recording, forward, kernels, network } = this;
    const breakdown = await forward.run(seed, index);
    if (breakdown !== null) return brokenSample(index, network, breakdown);
    const descent = await this.descend(seed, index);
    if (!("d" in descent)) return brokenSample(index, network, descent);
    const { logGradient, logWeightGradient, gradientCovariance } = descent;
    let jacobian: JacobianEstimate | undefined;
    if (recording.jacobian) jacobian = await jacobianEstimate(kernels, forward.h, network);
    return {
      index,
      logGradient,
      logWeightGradient,
      ...(recording.covariance && { covariance: forward.grams.map((gram) => gram.slice()) }),
      ...(recording.gradientCovariance && { gradientCovariance }),
      ...(jacobian && { jacobian }),
    };
  }

  private async descend(seed: number, index: number): Promise<Descent | Breakdown> {
    const { network, kernels, columns } = this;
    const { depth } = network;
    const descent: Descent = {
      d: this.gradients[0],
      logSquare: 0,
      logGradient: new Array<number>(depth + 1).fill(Number.NEGATIVE_INFINITY),
      logWeightGradient: new Array<number>(depth).fill(Number.NEGATIVE_INFINITY),
      gradientCovariance: this.recording.gradientCovariance
        ? Array.from({ length: depth + 1 }, () => new Float64Array(columns * columns))
        : [],
    };
    if (gradientVanishes(network)) return descent;
    let found = await this.pull(depth, descent.d, async () => {
      await kernels.fill(descent.d, { seed, sample: index, draw: draws.topGradient });
      await kernels.mulTri(descent.d, this.topRoot);
    });
    for (let layer = depth; found !== null; layer--) {
      const { gram, trace } = found;
      if (!Number.isFinite(trace)) return { overflowed: layer + 1 };
      this.observe(descent, layer, gram, trace);
      if (layer === 0) break;
      found = await this.step(descent, layer, gram, trace, { seed, sample: index, draw: draws.backward(layer) });
    }
    return descent;
  }

  /**
   * The Gram matrix of the gradient at H_{layer+1}, from that at X_{layer+1}, which `draw` puts into `d`; null where it
   * vanishes. `skipped` adds what went past the layer.
   */
  private async pull(
    layer: number,
    d: Block,
    draw: () => Promise<void>,
    skipped?: () => Promise<void>,
  ): Promise<Pulled | null> {
    const { kernels, forward, columns, network } = this;
    const h = forward.h[layer]!;
    await draw();
    await kernels.bnBackward(h, d);
    await skipped?.();
    const gram = await kernels.syrk(d);
    const trace = traceOf(gram, columns);
    // what is skipped does not vanish
    if (skipped !== undefined || !this.isSmall(layer, trace)) return { gram, trace };
    await draw();
    const terms = gradientTerms(await kernels.read(h), await kernels.read(d), network);
    const grams = forward.grams.slice(0, network.depth);
    if (trace <= cancellation(grams, network, this.tolerance) ** 2 * terms) return null;
    await kernels.bnBackward(h, d);
    return { gram, trace };
  }

  /** Far below what the variances of the layer let expect: worth a look. */
  private isSmall(layer: number, trace: number): boolean {
    const { columns, network, forward } = this;
    const { depth, weightVariance, epsilon, input, topGradient } = network;
    const traceOfRows = (rows: Network["input"]) => rows.reduce((sum, row, i) => sum + row[i]!, 0);
    const above = layer === depth ? traceOfRows(topGradient) : weightVariance;
    const below = layer === 0 ? traceOfRows(input) : weightVariance * traceOf(forward.grams[layer - 1]!, columns);
    return !(trace > (1e-6 * above * traceOf(forward.grams[layer]!, columns)) / (below + columns * epsilon));
  }

  /** Reads the gradient at H_{layer+1}. */
  private observe(descent: Descent, layer: number, gram: Float64Array, trace: number): void {
    const { width } = this.network;
    descent.logGradient[layer] = descent.logSquare + portableLog(width * trace);
    if (this.recording.gradientCovariance) descent.gradientCovariance[layer] = scaled(gram, 1 / trace);
    if (layer === 0) return;
    const activations = this.forward.grams[layer - 1]!;
    const weights = innerProduct(gram, activations);
    // less than what cancels is no gradient
    if (weights <= this.rounding * trace * traceOf(activations, this.columns)) return;
    descent.logWeightGradient[layer - 1] = descent.logSquare + portableLog(width * width * weights);
  }

  /** From the gradient at H_{layer+1} to the gradient at H_layer. */
  private async step(
    descent: Descent,
    layer: number,
    gram: Float64Array,
    trace: number,
    key: { seed: number; sample: number; draw: number },
  ): Promise<Pulled | null> {
    const { kernels, forward, columns, gradients } = this;
    const { weightVariance, residual } = this.network;
    const { d } = descent;
    const y = d === gradients[0] ? gradients[1] : gradients[0];
    const scale = 1 / Math.sqrt(trace);
    const root = scaled(semidefiniteCholesky(gram, columns, this.tolerance).lower, scale * Math.sqrt(weightVariance));
    const draw = async () => {
      await kernels.fill(y, key);
      await kernels.mulTri(y, root);
      const cross = await kernels.gemmTN(forward.h[layer]!, d);
      if (residual) {
        const skipped = await kernels.gemmTN(forward.h[layer - 1]!, d);
        for (let k = 0; k < cross.length; k++) cross[k]! -= skipped[k]!;
      }
      for (let k = 0; k < cross.length; k++) cross[k]! *= scale;
      await this.law(kernels, { x: await forward.x(layer), gram: forward.factors[layer - 1]!, cross }, y);
    };
    const skip = async () => kernels.addXM(y, d, identityTimes(scale, columns));
    const found = await this.pull(layer - 1, y, draw, residual ? skip : undefined);
    descent.d = y;
    descent.logSquare += portableLog(trace);
    return found;
  }
}

/**
 * Two centred samples without epsilon become +-1 whatever they were: the gradient is 0, and its rounding noise no
 * gradient.
 */
const gradientVanishes = ({ batch, centred, epsilon }: Network) => batch === 2 && centred && epsilon === 0;
