import { measuringWindow } from "../../simulation/measuringWindow.js";
import { varianceOf } from "../../simulation/statistics/mean.js";
import { type Claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Study, Variant } from "../experiment.js";
import type { Mark, Panel } from "../plot.js";
import { mean, rounded } from "../statistics.js";
import { assertAgreement, type Compared, compare, comparedCells, comparedColumns } from "./compared.js";
import { drawNetworks } from "./drawNetworks.js";
import { atWidths } from "./growthStudy.js";
import { logRate, theoryAt } from "./networkPoint.js";

export interface Figure1bResult {
  /** ln |g_l|^2 less that of the top layer, from the top layer L+1 down to layer 2, g_l = dLoss/dH_l: H_1 is a layer of another variance. */
  readonly logGradient: readonly number[];
}

const BATCHES = [8, 16, 32, 64, 128];
const settings: Readonly<Record<Effort, { widths: readonly [number, number]; depth: number }>> = {
  quick: { widths: [125, 250], depth: 50 },
  full: { widths: [500, 1000], depth: 100 },
};
/** Up to it the 1/N law holds at these widths: the more samples, the longer fluctuations of the covariance live. */
const LARGEST = 32;
/** Of ln(rate), above it. */
const NEAR = 0.05;

const pointOf = ({ batch }: Variant) => ({ activation: "relu", batch: batch! });

const study: Study<Figure1bResult> = {
  id: "batchnorm-figure-1b",
  settings: (effort) => ({ activation: "relu", depth: settings[effort].depth }),
  async run(job, context) {
    const size = { width: job.variant.width!, depth: settings[context.effort].depth };
    const [sample] = await drawNetworks(pointOf(job.variant), size, job, context);
    const downwards = sample!.logGradient.slice(1).reverse();
    return { logGradient: downwards.map((value) => rounded(value - downwards[0]!, 7)) };
  },
};

interface Group {
  readonly batch: number;
  readonly slope: Compared;
  /** Of the largest width: a list a network. */
  readonly profiles: readonly (readonly number[])[];
}

function groupsOf(finished: readonly Finished<Figure1bResult>[], effort: Effort): readonly Group[] {
  const { widths, depth } = settings[effort];
  const { from, to } = measuringWindow(depth);
  const slopeOf = ({ logGradient }: Figure1bResult) =>
    (logGradient[depth + 1 - from]! - logGradient[depth + 1 - to]!) / (to - from);
  return BATCHES.flatMap((batch): Group[] => {
    const found = byVariant(finished, atWidths([{ batch }], widths));
    if (found.length === 0) return [];
    const values = found.map(({ variant, results }) => ({ width: variant.width!, values: results.map(slopeOf) }));
    const slope = compare(`B = ${batch}`, logRate(theoryAt(pointOf({ batch })))!, values);
    return [{ batch, slope, profiles: found.at(-1)!.results.map(({ logGradient }) => logGradient) }];
  });
}

function marksOf({ batch, slope, profiles }: Group, colour: number, { length }: readonly Group[]): readonly Mark[] {
  const layers = profiles[0]!.map((_, k) => {
    const values = profiles.map((profile) => profile[k]!);
    const value = mean(values);
    return { k, value, deviation: values.length < 2 ? 0 : Math.sqrt(varianceOf(values, value)) };
  });
  const last = layers.length - 1;
  return [
    { kind: "band", colour, points: layers.map(({ k, value, deviation: d }) => [k, value - d, value + d]) },
    { kind: "line", colour, label: `B = ${batch}`, points: layers.map(({ k, value }) => [k, value]) },
    {
      ...{ kind: "line", colour: "ink", dash: "dashed", width: 1.25 },
      // last in the legend
      ...(colour === length - 1 && { label: "theory" }),
      points: [
        [0, 0],
        [last, last * slope.theory.value],
      ],
    },
  ];
}

function assertNear(groups: readonly Group[]): Claim {
  const differences = groups.map(({ batch, slope: { theory, widths } }) => {
    return { batch, relative: widths.at(-1)!.measured.value / theory.value - 1 };
  });
  return {
    says: `at B > ${LARGEST} the growth is within ${100 * NEAR} % of the theory, at the largest width`,
    holds: differences.every(({ relative }) => Math.abs(relative) <= NEAR),
    detail: differences.map(({ batch, relative }) => `B = ${batch}: ${rounded(100 * relative, 2)} %`).join(", "),
  };
}

const panelOf = (groups: readonly Group[], depth: number): Panel => ({
  title: "",
  x: { label: "layers below the top", domain: [0, depth] },
  y: { label: "ln of the squared gradient norm" },
  marks: groups.flatMap(marksOf),
});

function summarise(finished: readonly Finished<Figure1bResult>[], effort: Effort): Findings {
  const { widths, depth } = settings[effort];
  const groups = groupsOf(finished, effort);
  const [small, large] = [true, false].map((low) => groups.filter(({ batch }) => batch <= LARGEST === low));
  const { assertions, notes } = judged([
    ...(small!.length === 0
      ? []
      : [
          assertAgreement(
            `the growth of the gradient a layer is ln(rate) for B <= ${LARGEST}, extrapolated to infinite width`,
            small!.map(({ slope }) => slope),
          ),
        ]),
    ...(large!.length === 0 ? [] : [assertNear(large!)]),
  ]);
  return {
    tables: [
      {
        title: "growth of ln |dLoss/dH|^2 a layer, downwards, ReLU",
        columns: ["B", ...comparedColumns(widths[1])],
        rows: groups.map(({ batch, slope }) => [batch, ...comparedCells(slope)]),
      },
    ],
    plots: [
      {
        title: "Gradients of ReLU networks explode with depth",
        caption: `Logarithm of the squared gradient norm, less that of the top layer. Dashed: theory, ln(rate) a layer. Lines: simulated networks of width ${widths[1]} and depth ${depth}, with bands of one standard deviation over the networks.`,
        columns: 1,
        panels: groups.length === 0 ? [] : [panelOf(groups, depth)],
      },
    ],
    assertions,
    notes,
  };
}

export const figure1b: Experiment<Figure1bResult> = Object.freeze({
  id: "batchnorm/figure-1b",
  title: "The gradient norm of ReLU networks grows at the predicted rate",
  paper: "Figure 1b: logarithm of the gradient norm by layer, B = 8 to 128, 200 networks of width 1000 and depth 100.",
  cost: { quick: "7 s", full: "about 12 min" },
  study,
  seeds: { quick: 8, full: 200 },
  variants: (effort: Effort) =>
    atWidths(
      BATCHES.map((batch) => ({ batch })),
      settings[effort].widths,
    ),
  summarise,
});
