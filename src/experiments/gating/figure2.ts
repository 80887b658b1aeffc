import type { Measured } from "../../simulation/statistics/mean.js";
import { assertAbove, assertFalling, assertPositive, type Claim, judged, type Labelled } from "../assertions.js";
import { bandedLine } from "../bandedLine.js";
import { byVariant } from "../byVariant.js";
import type { Experiment, Findings, Finished, ResultTable, TableCell } from "../experiment.js";
import { medianOf } from "../medianOf.js";
import type { Mark, Plot } from "../plot.js";
import { meanCells, measure, withError } from "../statistics.js";
import { dataPanels } from "./circleData.js";
import {
  type CircleName,
  type CircleNetwork,
  type CircleResult,
  circleNetworks,
  circleStudy,
  networkOf,
  variantsOf,
} from "./circleStudy.js";

const EARLY = 3;
const LATE = 200;
const LEARNED = 0.01;

interface Group {
  readonly network: CircleNetwork;
  readonly results: readonly CircleResult[];
}

type Series = "loss" | "imbalance";

const valueAt = (result: CircleResult, series: Series, epoch: number): number =>
  result[series][result.epochs.indexOf(epoch)]!;

const valuesAt = ({ results }: Group, series: Series, epoch: number): readonly number[] =>
  results.map((result) => valueAt(result, series, epoch));

/** The first recorded epoch with a loss below 0.01; null where there is none. */
export const learnedAt = ({ epochs, loss }: CircleResult): number | null =>
  epochs[loss.findIndex((value) => value < LEARNED)] ?? null;

function learnedCells({ results }: Group): readonly TableCell[] {
  const when = results.map(learnedAt).filter((epoch) => epoch !== null);
  const range = when.length === 0 ? "never" : `${Math.min(...when)} to ${Math.max(...when)}`;
  return [range, `${when.length} of ${results.length}`];
}

const lossTable = (groups: readonly Group[]): ResultTable => ({
  title:
    "median over the seeds of the mean squared error, its bootstrap standard error, and when it is first below 0.01, in epochs",
  columns: ["network", "epoch 3", "± s.e.", "epoch 200", "± s.e.", "below 0.01", "seeds"],
  rows: groups.map((group) => [
    group.network.name,
    ...[EARLY, LATE].flatMap((epoch) => meanCells(medianOf(valuesAt(group, "loss", epoch)))),
    ...learnedCells(group),
  ]),
});

/** Fixed gates are trained for longer. */
function laterNotes(groups: readonly Group[]): readonly string[] {
  return groups.flatMap((group) => {
    const last = group.results[0]!.epochs.at(-1)!;
    const median = withError(medianOf(valuesAt(group, "loss", last)));
    return group.network.fixed && last > LATE
      ? [`${group.network.name}: median loss ${median} after ${last} epochs.`]
      : [];
  });
}

function pathTable(groups: readonly Group[]): ResultTable {
  const above = (values: readonly number[]) => `${values.filter((value) => value > 0).length} of ${values.length}`;
  const cells = (group: Group) => (epoch: number) => {
    const values = valuesAt(group, "imbalance", epoch);
    return [...meanCells(medianOf(values)), above(values)];
  };
  return {
    title:
      "log10 of active paths on top over those below: median over the seeds, its bootstrap standard error, and seeds with more on top",
    columns: ["network", "epoch 3", "± s.e.", "on top", "epoch 200", "± s.e.", "on top"],
    rows: groups
      .filter(({ network }) => !network.fixed)
      .map((group) => [group.network.name, ...[EARLY, LATE].flatMap(cells(group))]),
  };
}

/** Means of a series at each epoch, of log10 of the loss, with two standard errors. */
function curve(group: Group, series: Series, upTo: number): readonly Mark[] {
  const { epochs } = group.results[0]!;
  const transform = series === "loss" ? Math.log10 : (value: number) => value;
  const places = epochs
    .filter((epoch) => epoch <= upTo)
    .map((epoch) => ({ x: epoch, measured: measure(valuesAt(group, series, epoch).map(transform))! }));
  const { fixed, beta, name } = group.network;
  // fixed gates have the colour of those that are trained
  const colour = circleNetworks.findIndex((each) => (fixed ? each.beta === beta : each.name === name));
  const style = { colour, dash: fixed ? "dashed" : "solid", label: name } as const;
  return bandedLine(places, style, (value) => (series === "loss" ? 10 ** value : value));
}

function pictures(groups: readonly Group[]): readonly Omit<Plot, "metadata">[] {
  const usual = groups.filter(({ network }) => network.frequencies === "slow on top" && network.start === 1);
  const longest = Math.max(
    ...groups.filter(({ network }) => !network.fixed).map(({ results }) => results[0]!.epochs.at(-1)!),
    LATE,
  );
  return [
    {
      title: "A target that is slow on top and fast below",
      caption:
        "sin 2t on top and sin 8t below, at 400 angles t: the formula is ours. Inputs are points of the unit circle.",
      columns: 2,
      panels: dataPanels(),
    },
    {
      title: "How it is learned",
      caption:
        "Mean squared error: means of its logarithm over the seeds with two standard errors. Five hidden layers of 16 nodes, Adam 0.01, ten batches an epoch.",
      columns: 1,
      panels: [
        {
          title: "training",
          x: { label: "epochs", domain: [0, longest] },
          y: { label: "loss", scale: "log" },
          marks: usual.flatMap((group) => curve(group, "loss", longest)),
        },
      ],
    },
    {
      title: "More paths are active where the target is slow",
      caption:
        "log10 of the mean number of active paths on top over that below, means over the seeds with two standard errors. In the controls the fast half is on top, or both halves are fast; the larger start has weights of variance 2/fan-in.",
      columns: 1,
      panels: [
        {
          title: "imbalance of active paths",
          x: { label: "epochs", domain: [0, longest] },
          y: { label: "log10 top over bottom" },
          marks: groups.filter(({ network }) => !network.fixed).flatMap((group) => curve(group, "imbalance", longest)),
        },
      ],
    },
  ];
}

const labelled = (label: string, values: readonly number[]): Labelled => ({
  label,
  measured: measure(values) as Measured,
  paired: values,
});

function claimsOf(groups: readonly Group[]): readonly Claim[] {
  const of = (name: CircleName) => groups.find(({ network }) => network.name === name);
  const at = (name: CircleName, series: Series, epoch: number, sign = 1): Labelled | null => {
    const group = of(name);
    if (group === undefined) return null;
    const values = valuesAt(group, series, epoch).map((value) =>
      series === "loss" ? Math.log10(value) : sign * value,
    );
    return labelled(name, values);
  };
  const together = (values: readonly (Labelled | null)[], make: (all: readonly Labelled[]) => Claim): Claim[] =>
    values.every((value) => value !== null) ? [make(values)] : [];
  const early = (name: CircleName, sign = 1) => at(name, "imbalance", EARLY, sign);
  return [
    ...(["ReLU", "DLGN, beta 4", "DLGN, beta 30"] as const).flatMap((name) =>
      together([early(name)], ([value]) =>
        assertPositive(`${name}: more paths are active on the slow half at epoch 3`, value!),
      ),
    ),
    ...together([early("beta 4, halves swapped", -1)], ([value]) =>
      assertPositive("halves swapped: so are they, below (log10 bottom over top)", value!),
    ),
    ...together([early("DLGN, beta 4"), early("beta 4, equal frequency")], (values) =>
      assertAbove("equal frequencies: the imbalance is smaller than with a slow half", values, 0),
    ),
    ...together([early("DLGN, beta 4"), early("beta 4, larger start")], (values) =>
      assertAbove("larger initial weights: so it is", values, 0),
    ),
    ...together([at("fixed gates, beta 4", "loss", LATE), at("DLGN, beta 4", "loss", LATE)], (values) =>
      assertAbove("beta 4: fixed gates leave a larger loss at epoch 200 (log10)", values, 0),
    ),
    ...together([at("fixed gates, beta 4", "loss", LATE), at("fixed gates, beta 30", "loss", LATE)], (values) =>
      assertAbove("beta 30: fixed gates are fast, with less than a tenth of that loss (log10)", values, 1),
    ),
    ...together(
      [early("ReLU"), at("ReLU", "imbalance", LATE)].map(
        (value, k) => value && { ...value, label: `epoch ${k === 0 ? EARLY : LATE}` },
      ),
      (values) => assertFalling("ReLU: the imbalance is smaller at epoch 200 than at epoch 3", values),
    ),
  ];
}

function summarise(finished: readonly Finished<CircleResult>[]): Findings {
  const groups = byVariant(finished, variants()).map(
    ({ variant, results }): Group => ({ network: networkOf(variant), results }),
  );
  if (groups.length === 0) return { tables: [], plots: [], assertions: [], notes: [] };
  const { assertions, notes } = judged(claimsOf(groups));
  return {
    tables: [lossTable(groups), pathTable(groups)],
    plots: pictures(groups),
    assertions,
    notes: [
      ...notes,
      ...laterNotes(groups),
      'Gates are soft in training, sigmoid(beta eta), and steps where paths are counted. Slow learning with fixed gates is one of soft gates: with beta 30 they learn as fast as a ReLU network. "Stays more or less the same till the end" does not hold of the imbalance, and it needs small initial weights.',
    ],
  };
}

const variants = () => variantsOf(...circleNetworks.map(({ name }) => name));

export const figure2: Experiment<CircleResult> = Object.freeze({
  id: "gating/figure-2",
  title: "Where the target is slow more paths become active, early in training",
  paper:
    "Figure 2: the data, and the loss of a ReLU network, a DLGN and one with fixed gates. The target's formula, soft gates and both controls are ours.",
  cost: { quick: "12 s", full: "50 s" },
  study: circleStudy,
  seeds: { quick: 6, full: 12 },
  variants,
  summarise,
});
