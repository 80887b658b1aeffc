import type { Block, Kernels } from "../kernels/kernels.js";
import { columnsOf, type Network } from "../network.js";
import { type SemidefiniteFactor, semidefiniteCholesky } from "../semidefiniteCholesky.js";
import { type Breakdown, breakdownOf } from "./breakdown.js";
import { draws } from "./sampler.js";
import { identityTimes, rootOf, scaled } from "./square.js";

/**
 * Blocks N x C up to which the activations are kept beside the preactivations: 128 MiB. Beyond, they are computed
 * again.
 */
const MAX_KEPT = 2 ** 24;

/**
 * Draws H_1 .. H_{L+1} and X_1 .. X_{L+1}, layer l at index l-1:
 *
 *   H_1 = G_0 R^T with R R^T the input covariance,   W_l X_l = sigma_w G_l L^T in law, L L^T = X_l^T X_l / N,
 *
 * as the rows of W_l X_l are independent N(0, sigma_w^2 X_l^T X_l / N) given X_l, at every N. Memory is taken once and
 * used for every network.
 */
export class ForwardPass {
  /** H_l. */
  readonly h: readonly Block[];
  /** X_l^T X_l / N. */
  readonly grams: Float64Array[] = [];
  /** Their factors, l = 1 .. L. */
  readonly factors: SemidefiniteFactor[] = [];
  private readonly kept: readonly Block[];
  private readonly inputRoot: Float64Array;

  constructor(
    private readonly kernels: Kernels,
    private readonly network: Network,
    private readonly tolerance: number,
  ) {
    const { width, depth } = network;
    const layers = Array.from({ length: depth + 1 });
    const keep = width * columnsOf(network) * (depth + 1) <= MAX_KEPT;
    this.h = layers.map(() => kernels.allocate());
    this.kept = keep ? layers.map(() => kernels.allocate()) : [kernels.allocate()];
    this.inputRoot = rootOf(network.input, tolerance);
  }

  /** null, or what stopped the network on its way. */
  async run(seed: number, sample: number): Promise<Breakdown | null> {
    const { kernels, network, h } = this;
    const { depth, weightVariance, residual } = network;
    const columns = columnsOf(network);
    await kernels.fill(h[0]!, { seed, sample, draw: draws.input });
    await kernels.mulTri(h[0]!, this.inputRoot);
    for (let layer = 1; layer <= depth; layer++) {
      const gram = await this.gramOf(layer);
      const breakdown = breakdownOf(gram, network, layer);
      if (breakdown !== null) return breakdown;
      const factor = semidefiniteCholesky(gram, columns, this.tolerance);
      this.factors[layer - 1] = factor;
      const next = h[layer]!;
      await kernels.fill(next, { seed, sample, draw: draws.forward(layer) });
      await kernels.mulTri(next, scaled(factor.lower, Math.sqrt(weightVariance)));
      if (residual) await kernels.addXM(next, h[layer - 1]!, identityTimes(1, columns));
    }
    return breakdownOf(await this.gramOf(depth + 1), network, depth + 1);
  }

  /** X_l: the one that was kept, or computed again. */
  async x(layer: number): Promise<Block> {
    if (this.kept.length > 1) return this.kept[layer - 1]!;
    await this.kernels.bnForward(this.h[layer - 1]!, this.kept[0]!);
    return this.kept[0]!;
  }

  private async gramOf(layer: number): Promise<Float64Array> {
    const x = this.kept[this.kept.length > 1 ? layer - 1 : 0]!;
    await this.kernels.bnForward(this.h[layer - 1]!, x);
    const gram = await this.kernels.syrk(x);
    this.grams[layer - 1] = gram;
    return gram;
  }
}
