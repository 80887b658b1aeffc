import { type Claim, judged } from "../assertions.js";
import type { Effort, Experiment, Findings, Finished, Variant } from "../experiment.js";
import type { Mark, Panel, Point } from "../plot.js";
import { rounded } from "../statistics.js";
import { assertAgreement, comparedCells, comparedColumns } from "./compared.js";
import {
  atWidths,
  type GrowthComparison,
  type GrowthResult,
  growthComparisons,
  growthStudy,
  settlesFast,
} from "./growthStudy.js";
import { type NetworkPoint, theoryAt } from "./networkPoint.js";
import { twelveActivations } from "./twelveActivations.js";

/** Of the theory. */
const BATCHES = [4, 5, 6, 8, 12, 16, 24, 32, 64, 128, 256, 1024, 4096];
/** Of the simulated networks: BSB1 of all twelve is stable there. */
const SIMULATED = [8, 16];
const widths: Readonly<Record<Effort, readonly [number, number]>> = { quick: [250, 500], full: [500, 1000] };
const TICKS = [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096].map((at) => ({ at, text: String(at) }));
/** Rounding of the two sides of an inequality. */
const ROUNDING = 1e-9;

const pointOf = ({ activation, batch }: Variant): NetworkPoint => ({
  activation: twelveActivations[activation!]!,
  batch: batch!,
});

interface Curve {
  readonly activation: string;
  readonly rates: readonly Point[];
}

const curves = (): readonly Curve[] =>
  twelveActivations.map((activation) => ({
    activation,
    rates: BATCHES.map((batch) => [batch, theoryAt({ activation, batch }).rate.value]),
  }));

const labelOf = ({ activation, batch }: Variant): string => `${twelveActivations[activation!]}, B = ${batch}`;

function marksOf(found: readonly Curve[], compared: readonly GrowthComparison[]): readonly Mark[] {
  const half = twelveActivations.length / 2;
  const lines = found.map(
    ({ activation, rates }, k): Mark => ({
      ...{ kind: "line", colour: k % half, points: rates, label: activation },
      ...{ dash: k < half ? "dashed" : "solid", width: 1.5 },
    }),
  );
  const simulated = compared.map(({ variant, widths: at }): Mark => {
    const { value } = at.at(-1)!.measured;
    const colour = variant.activation! % half;
    return { kind: "points", colour, size: 5, points: [[variant.batch!, Math.exp(value)]] };
  });
  return [...lines, ...simulated];
}

/** (B-2)/(B-3), the rate of the identity, is the smallest of all. */
function assertLinearLeast(found: readonly Curve[]): Claim {
  const worst = found.flatMap(({ rates }) => rates.map(([batch, rate]) => rate - (batch - 2) / (batch - 3)));
  return {
    says: "no rate is below (B-2)/(B-3), that of linear networks",
    holds: worst.every((excess) => excess >= -ROUNDING),
    detail: `least excess ${rounded(Math.min(...worst), 2)}`,
  };
}

const panelOf = (found: readonly Curve[], compared: readonly GrowthComparison[]): Panel => ({
  title: "",
  x: { label: "batch size B", scale: "log", domain: [4, 4096], ticks: TICKS },
  y: { label: "rate", domain: [1, 2.4] },
  marks: marksOf(found, compared),
});

function summarise(finished: readonly Finished<GrowthResult>[], effort: Effort): Findings {
  const largest = widths[effort][1];
  const compared = growthComparisons(finished, variantsOf(effort), pointOf, labelOf);
  const found = compared.length === 0 ? [] : curves();
  const fast = compared.filter(settlesFast);
  const says =
    "simulated gradients grow at the predicted rates, extrapolated to infinite width, where no forward eigenvalue is above 0.9";
  const { assertions, notes } = judged(
    compared.length === 0
      ? []
      : [assertLinearLeast(found), ...(fast.length === 0 ? [] : [assertAgreement(says, fast)])],
  );
  return {
    tables: [
      {
        title: "rate by batch size, theory",
        columns: ["activation", ...[4, 8, 16, 64, 1024].map((batch) => `B = ${batch}`)],
        rows: found.map(({ activation, rates }) => [
          activation,
          ...[4, 8, 16, 64, 1024].map((batch) => rounded(rates.find(([at]) => at === batch)![1], 6)),
        ]),
      },
      {
        title: "ln(rate) beside the growth of ln |dLoss/dH|^2 a layer",
        columns: ["activation", "B", ...comparedColumns(largest)],
        rows: compared.map((each) => [each.point.activation, each.point.batch, ...comparedCells(each)]),
      },
    ],
    plots: [
      {
        title: "Gradient-explosion rates of twelve activations",
        caption: `Lines: theory at infinite width, at BSB1, which is not where all of them stay at large B. Points: exp of the mean logarithmic growth in simulated networks of width ${largest}, at B = ${SIMULATED.join(" and ")}.`,
        columns: 1,
        panels: compared.length === 0 ? [] : [panelOf(found, compared)],
      },
    ],
    assertions,
    notes,
  };
}

const variantsOf = (effort: Effort): readonly Variant[] =>
  atWidths(
    twelveActivations.flatMap((_, activation) => SIMULATED.map((batch) => ({ activation, batch }))),
    widths[effort],
  );

export const activationRates: Experiment<GrowthResult> = Object.freeze({
  id: "batchnorm/rates",
  title: "Rates of twelve activations against the batch size",
  paper: "No figure of the paper.",
  cost: { quick: "10 s", full: "about 2 min" },
  study: growthStudy({
    id: "batchnorm-rates",
    depth: { quick: 30, full: 40 },
    networks: { quick: 4, full: 8 },
    pointOf,
    described: { activations: twelveActivations },
  }),
  seeds: { quick: 8, full: 25 },
  variants: variantsOf,
  summarise,
});
