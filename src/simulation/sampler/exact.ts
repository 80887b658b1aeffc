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
import { assertSpread, overflow } from "./assertSpread.js";
import { conditionalTranspose, type TransposeLaw } from "./conditionalTranspose.js";
import { ForwardPass } from "./forwardPass.js";
import { jacobianEstimate } from "./jacobianEstimate.js";
import { draws, type Sampler } from "./sampler.js";
import { identityTimes, innerProduct, rootOf, scaled, traceOf } from "./square.js";

/**
 * The default sampler. `law` is for tests: how W^T D is drawn.
 *
 * @throws TheoryError "domain" or "not-applicable" where a batch collapses or numbers overflow.
 */
export async function exactSampler(
  network: Network,
  backend: Backend,
  recording: Recording = {},
  law: TransposeLaw = conditionalTranspose,
): Promise<Sampler> {
  assertSpread(Float64Array.from(network.input.flat()), network, "the input");
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
    const { recording, forward, kernels, network, gradients } = this;
    await forward.run(seed, index);
    const { logGradient, logWeightGradient, gradientCovariance } = await this.descend(seed, index);
    let jacobian: JacobianEstimate | undefined;
    if (recording.jacobian) jacobian = await jacobianEstimate(kernels, forward.h, network, gradients[0]);
    return {
      index,
      logGradient,
      logWeightGradient,
      ...(recording.covariance && { covariance: forward.grams.map((gram) => gram.slice()) }),
      ...(recording.gradientCovariance && { gradientCovariance }),
      ...(jacobian && { jacobian }),
    };
  }

  private async descend(seed: number, index: number): Promise<Descent> {
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
    await kernels.fill(descent.d, { seed, sample: index, draw: draws.topGradient });
    await kernels.mulTri(descent.d, this.topRoot);
    await kernels.bnBackward(this.forward.h[depth]!, descent.d);
    for (let layer = depth; layer >= 0; layer--) {
      const gram = await kernels.syrk(descent.d);
      const trace = traceOf(gram, columns);
      if (!Number.isFinite(trace)) throw overflow(`the gradients of layer ${layer + 1}`, trace);
      if (!(trace > 0)) break;
      this.observe(descent, layer, gram, trace);
      if (layer > 0) await this.step(descent, layer, gram, trace, { seed, sample: index, draw: draws.backward(layer) });
    }
    return descent;
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
  ): Promise<void> {
    const { kernels, forward, columns, gradients } = this;
    const { weightVariance, residual } = this.network;
    const { d } = descent;
    const y = d === gradients[0] ? gradients[1] : gradients[0];
    const scale = 1 / Math.sqrt(trace);
    const root = semidefiniteCholesky(gram, columns, this.tolerance).lower;
    await kernels.fill(y, key);
    await kernels.mulTri(y, scaled(root, scale * Math.sqrt(weightVariance)));
    const cross = await kernels.gemmTN(forward.h[layer]!, d);
    if (residual) {
      const skipped = await kernels.gemmTN(forward.h[layer - 1]!, d);
      for (let k = 0; k < cross.length; k++) cross[k]! -= skipped[k]!;
    }
    for (let k = 0; k < cross.length; k++) cross[k]! *= scale;
    await this.law(kernels, { x: await forward.x(layer), gram: forward.factors[layer - 1]!, cross }, y);
    await kernels.bnBackward(forward.h[layer - 1]!, y);
    if (residual) await kernels.addXM(y, d, identityTimes(scale, columns));
    descent.d = y;
    descent.logSquare += portableLog(trace);
  }
}

/**
 * Two centred samples without epsilon become +-1 whatever they were: the gradient is 0, and its rounding noise no
 * gradient.
 */
const gradientVanishes = ({ batch, centred, epsilon }: Network) => batch === 2 && centred && epsilon === 0;
