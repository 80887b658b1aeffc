import { assertFalling, type Claim, judged, type Labelled } from "../assertions.js";
import { bandedLine } from "../bandedLine.js";
import { byVariant } from "../byVariant.js";
import type { Experiment, Findings, Finished, ResultTable } from "../experiment.js";
import type { Panel, Plot } from "../plot.js";
import { meanCells, measure, SEED_ERRORS } from "../statistics.js";
import type { Parts } from "./fashionMeasures.js";
import { type FashionLook, type FashionResult, fashionNetworks, fashionStudy } from "./fashionStudy.js";

export type FashionNetwork = (typeof fashionNetworks)[number]["name"];

export interface FashionFigure extends Pick<Experiment, "id" | "title" | "paper" | "cost"> {
  readonly networks: readonly FashionNetwork[];
}

interface Group {
  readonly name: FashionNetwork;
  readonly results: readonly FashionResult[];
}

export const fashionVariants = (networks: readonly FashionNetwork[]) =>
  networks.map((name) => ({ network: 1 + fashionNetworks.findIndex((each) => each.name === name) }));

/** The results of each network. */
export const fashionGroups = (
  finished: readonly Finished<FashionResult>[],
  networks: readonly FashionNetwork[],
): readonly Group[] =>
  byVariant(finished, fashionVariants(networks)).map(({ variant, results }) => ({
    name: fashionNetworks[variant.network! - 1]!.name,
    results,
  }));

type Series = "paths" | "tangent" | "accuracy";
const PARTS = ["simple", "complex"] as const;
const TIMES = ["start", "middle", "end"] as const;

/** At the start, where the easy part is almost learned, and at the end. */
const lookAt = ({ looks, kernels }: FashionResult, time: number): FashionLook =>
  looks.find(({ epoch }) => epoch === kernels[time]!.epoch)!;

function tableOf(groups: readonly Group[], series: Series, title: string): ResultTable {
  const cells = ({ results }: Group, time: number) => {
    const parts = results.map((result) => lookAt(result, time)[series]);
    const of = (value: (pair: Parts) => number) => meanCells(measure(parts.map(value)));
    return [
      ...of(([simple]) => simple),
      ...of(([, complex]) => complex),
      ...of(([simple, complex]) => simple - complex),
    ];
  };
  return {
    title: `${title} (${SEED_ERRORS})`,
    columns: ["network", "when", "simple", "± s.e.", "complex", "± s.e.", "difference", "± s.e.", "seeds"],
    rows: groups.flatMap((group) =>
      TIMES.map((time, k) => [group.name, time, ...cells(group, k), group.results.length]),
    ),
  };
}

function panelOf(groups: readonly Group[], series: Series, title: string, label: string): Panel {
  const power =
    series === "accuracy" ? (value: number) => Math.min(1, Math.max(0, value)) : (value: number) => 10 ** value;
  const marks = groups.flatMap(({ name, results }) =>
    PARTS.flatMap((part, k) => {
      const places = results[0]!.looks.map(({ epoch }, j) => ({
        x: epoch,
        measured: measure(results.map(({ looks }) => looks[j]![series][k]!))!,
      }));
      const colour = 2 * fashionNetworks.findIndex((each) => each.name === name) + k;
      return bandedLine(places, { colour, dash: k === 0 ? "solid" : "dashed", label: `${name}, ${part}` }, power);
    }),
  );
  const scale = series === "accuracy" ? ({ domain: [0, 1] } as const) : ({ scale: "log" } as const);
  return { title, x: { label: "epochs" }, y: { label, ...scale }, marks };
}

const pictureOf = (groups: readonly Group[]): Omit<Plot, "metadata"> => ({
  title: `${groups[0]!.results[0]!.data} with simple and complex classes`,
  caption:
    "Evaluation images; means over the seeds with two standard errors, of logarithms where the axis is one. Paths are counted with step gates; the tangent kernel is that of all weights, summed over the outputs.",
  columns: 1,
  panels: [
    panelOf(groups, "paths", "active paths", "mean number"),
    panelOf(groups, "tangent", "diagonal of the tangent kernel", "mean"),
    panelOf(groups, "accuracy", "test accuracy", "share"),
  ],
});

function claimOf({ name, results }: Group): Claim {
  const end = results.map((result) => lookAt(result, 2).accuracy);
  const of = (k: 0 | 1): Labelled => {
    const paired = end.map((parts) => parts[k]);
    return { label: PARTS[k], measured: measure(paired)!, paired };
  };
  return assertFalling(`${name}: simple classes are told apart better at the end`, [of(0), of(1)]);
}

function summarise({ networks }: FashionFigure, finished: readonly Finished<FashionResult>[]): Findings {
  const groups = fashionGroups(finished, networks);
  if (groups.length === 0) return { tables: [], plots: [], assertions: [], notes: [] };
  const { assertions, notes } = judged(groups.map(claimOf));
  const usual = groups.filter(({ name }) => !name.endsWith("centred"));
  const middles = groups.map(
    ({ name, results }) => `${name} ${results.map((result) => lookAt(result, 1).epoch).join(", ")}`,
  );
  return {
    tables: [
      tableOf(groups, "paths", "log10 of the mean number of active paths, of 128^5"),
      tableOf(groups, "tangent", "log10 of the mean diagonal of the tangent kernel"),
      tableOf(groups, "accuracy", "share of evaluation images classified as labelled"),
    ],
    plots: usual.length === 0 ? [] : [pictureOf(usual)],
    assertions,
    notes: [
      ...notes,
      `"middle" is the first look at which 72% of the simple evaluation images are classified as labelled, epoch by seed: ${middles.join("; ")}.`,
      "That the simple part has more active paths is not asserted: the tables tell how it is. The images are used as they are, pixels in [0, 1]; in the controls they are centred.",
    ],
  };
}

/** A figure of paths, tangent kernel and accuracy over the epochs. */
export const fashionCurves = (figure: FashionFigure): Experiment<FashionResult> =>
  Object.freeze({
    ...{ id: figure.id, title: figure.title, paper: figure.paper, cost: figure.cost },
    ...{ study: fashionStudy, seeds: { quick: 2, full: 3 }, needsImages: "Fashion-MNIST" as const },
    variants: () => fashionVariants(figure.networks),
    summarise: (finished: readonly Finished<FashionResult>[]) => summarise(figure, finished),
  });
