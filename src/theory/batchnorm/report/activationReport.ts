/** Everything about one activation that a report tells, as plain data: what the command line and a page in a browser both show. */
import type { BatchNorm } from "../batchNorm.js";
import { type GegenbauerExpansion, gegenbauerExpansion } from "../coefficients.js";
import { type ActivationPortrait, activationPortrait } from "./activationPortrait.js";
import { followPortrait, type NetworkPortrait } from "./networkPortrait.js";
import { followRateCurve, type RateCurve } from "./rateCurve.js";
import { type RateFormula, rateFormula } from "./rateFormula.js";

export interface ScaledExpansion extends GegenbauerExpansion {
  readonly gamma: number;
  readonly beta: number;
}

export interface ActivationReport {
  readonly activation: ActivationPortrait;
  /** In the order given. */
  readonly networks: readonly NetworkPortrait[];
  /** One for each setting besides the batch size. */
  readonly curves: readonly RateCurve[];
  /** Of at most six networks, batches of 3 and more. */
  readonly coefficients: readonly ScaledExpansion[];
  readonly formula: RateFormula | null;
}

const TERMS = 16;
const MOST_EXPANSIONS = 6;

/** The first of those that agree in these fields. */
function firstOfEach(networks: readonly BatchNorm[], fields: readonly (keyof BatchNorm)[]): readonly BatchNorm[] {
  const seen = new Map<string, BatchNorm>();
  for (const network of networks) {
    const key = fields.map((field) => String(network[field])).join(" ");
    if (!seen.has(key)) seen.set(key, network);
  }
  return [...seen.values()];
}

/** The networks that differ in more than their batch size, one of each. */
export const settingsOf = (networks: readonly BatchNorm[]): readonly BatchNorm[] =>
  firstOfEach(networks, ["epsilon", "gamma", "beta", "weightVariance"]);

const expansionsOf = (networks: readonly BatchNorm[]): readonly ScaledExpansion[] =>
  firstOfEach(networks, ["batch", "gamma", "beta"])
    .filter(({ batch }) => batch >= 3)
    .slice(0, MOST_EXPANSIONS)
    .map(({ activation, batch, gamma, beta }) => ({
      ...gegenbauerExpansion({ activation, batch, gamma, beta }, TERMS),
      ...{ gamma, beta },
    }));

/**
 * The report on networks of one activation, at least one. Yields what is finished after each piece of work, so that a caller may stop and keep it, show
 * progress or let others run. Throws what `batchNorm` throws.
 */
export function* followActivationReport(
  networks: readonly BatchNorm[],
): Generator<ActivationReport, ActivationReport, void> {
  const { activation } = networks[0]!;
  let report: ActivationReport = {
    ...{ activation: activationPortrait(activation), networks: [], curves: [], coefficients: [], formula: null },
  };
  for (const network of networks) {
    const portrait = yield* piece(followPortrait(network));
    report = { ...report, networks: [...report.networks, portrait] };
    yield report;
  }
  report = { ...report, coefficients: expansionsOf(networks) };
  yield report;
  for (const setting of settingsOf(networks)) {
    const curve = yield* piece(followRateCurve(setting));
    report = { ...report, curves: [...report.curves, curve] };
    yield report;
  }
  const batches = [...new Set(networks.map(({ batch }) => batch))];
  return { ...report, formula: rateFormula(activation, batches) };

  /** The steps of a piece, each with what was finished before it. */
  function* piece<T>(steps: Generator<void, T, void>): Generator<ActivationReport, T, void> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      yield report;
    }
  }
}
