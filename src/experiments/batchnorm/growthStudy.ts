/** Networks of which one number is kept: how fast the gradient grows, a layer. */
import { type MeasuringWindow, measuringWindow } from "../../simulation/measuringWindow.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Finished, Study, Variant } from "../experiment.js";
import { rounded } from "../statistics.js";
import { type Compared, compare } from "./compared.js";
import { drawNetworks } from "./drawNetworks.js";
import { logRate, type NetworkPoint, theoryAt } from "./networkPoint.js";

export interface GrowthResult {
  /** ln(|g_from|^2 / |g_to|^2) / (to - from) of each network, g_l = dLoss/dH_l; null where a gradient vanishes or a network breaks down. */
  readonly growth: readonly (number | null)[];
}

export interface GrowthSettings {
  readonly id: string;
  readonly depth: Readonly<Record<Effort, number>>;
  /** Networks of a job. */
  readonly networks: Readonly<Record<Effort, number>>;
  /** The network of a variant, whose `width` says how wide it is. */
  readonly pointOf: (variant: Variant) => NetworkPoint;
  /** What else the results are a function of. */
  readonly described: object;
}

/** A forward eigenvalue from which on networks settle slowly. */
export const SLOW = 0.9;

/** Between the middle, where the input is forgotten, and near the top. */
export const windowOf = (depth: number): MeasuringWindow => measuringWindow(depth, { from: 1 + Math.floor(depth / 2) });

export const growthStudy = ({ id, depth, networks, pointOf, described }: GrowthSettings): Study<GrowthResult> => ({
  id,
  settings: (effort) => ({ ...described, depth: depth[effort], networks: networks[effort] }),
  async run(job, context) {
    const { effort } = context;
    const { from, to } = windowOf(depth[effort]);
    const size = { width: job.variant.width!, depth: depth[effort] };
    const samples = await drawNetworks(pointOf(job.variant), size, job, context, { count: networks[effort] });
    const growth = samples.map(({ logGradient }) => (logGradient[from - 1]! - logGradient[to - 1]!) / (to - from));
    return { growth: growth.map((value) => (Number.isFinite(value) ? rounded(value, 7) : null)) };
  },
});

/** The numbers of some jobs; networks whose gradient vanishes are left out. */
export const growthsOf = (results: readonly GrowthResult[]): readonly number[] =>
  results.flatMap(({ growth }) => growth.filter((value) => value !== null));

export interface GrowthComparison extends Compared {
  readonly variant: Variant;
  readonly point: NetworkPoint;
  /** The largest forward eigenvalue of BSB1: fluctuations die by this factor a layer. */
  readonly forwardMax: number;
}

/** ln(rate) beside E log of the growth, for each variant but for its width. */
export function growthComparisons(
  finished: readonly Finished<GrowthResult>[],
  variants: readonly Variant[],
  pointOf: GrowthSettings["pointOf"],
  labelOf: (variant: Variant) => string,
): readonly GrowthComparison[] {
  const groups = new Map<string, { variant: Variant; widths: { width: number; values: readonly number[] }[] }>();
  for (const { variant, results } of byVariant(finished, variants)) {
    const { width, ...rest } = variant;
    const key = JSON.stringify(rest);
    const group = groups.get(key) ?? { variant: rest, widths: [] };
    group.widths.push({ width: width!, values: growthsOf(results) });
    groups.set(key, group);
  }
  const known = [...groups.values()].filter(({ widths }) => widths.some(({ values }) => values.length > 0));
  return known.flatMap(({ variant, widths }) => {
    const point = pointOf(variant);
    const network = theoryAt(point);
    const theory = logRate(network);
    if (theory === null) return [];
    const forwardMax = network.stability.forwardMax.value;
    return [{ ...compare(labelOf(variant), theory, widths), variant, point, forwardMax }];
  });
}

/**
 * Where every forward eigenvalue is below 0.9. Beyond it fluctuations of the covariance live so long that networks of a few hundred neurons are not yet in the
 * 1/N law, and near 1 networks of some dozen layers have not come to the fixed point at any width.
 */
export const settlesFast = ({ forwardMax }: Pick<GrowthComparison, "forwardMax">): boolean => forwardMax < SLOW;

/** Each variant at each width. */
export const atWidths = (variants: readonly Variant[], widths: readonly number[]): readonly Variant[] =>
  variants.flatMap((variant) => widths.map((width) => ({ ...variant, width })));
