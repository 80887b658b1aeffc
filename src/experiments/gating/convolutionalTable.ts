/** What Tables 1 and 2 show of networks on pictures. */
import { bandedLine } from "../bandedLine.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, ResultTable, TableCell } from "../experiment.js";
import type { Panel } from "../plot.js";
import { meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import {
  type ConvolutionalNetwork,
  type ConvolutionalResult,
  type ConvolutionalScale,
  convolutionalStudy,
  variantsOf,
} from "./convolutionalStudy.js";

/** Percent on the training and the test images, as printed in the paper; by the name of the data. */
export type Printed = Readonly<Record<string, readonly [training: number, test: number]>>;

export interface TableRow extends ConvolutionalNetwork {
  readonly printed: Printed;
}

interface Group {
  readonly row: TableRow;
  readonly index: number;
  readonly results: readonly ConvolutionalResult[];
}

type Part = "training" | "evaluation";

/** Percent of right answers at a record. */
const percent = ({ results }: Group, part: Part, k: number) =>
  measure(results.map((result) => 100 * result[part].at(k)!.accuracy!))!;

function panelOf(title: string, groups: readonly Group[], part: Part): Panel {
  const marks = groups.flatMap((group) => {
    // of the training images there is none before the first epoch
    const first = part === "training" ? 1 : 0;
    const places = group.results[0]![part].map((_, k) => ({ x: k + first, measured: percent(group, part, k) }));
    return bandedLine(places, { colour: group.index, label: group.row.name });
  });
  return { title, x: { label: "epoch" }, y: { label: "right, percent" }, marks };
}

function tableOf(groups: readonly Group[], effort: Effort): ResultTable {
  const { data, training } = groups[0]!.results[0]!;
  const compared = effort === "full" && groups.some(({ row }) => row.printed[data] !== undefined);
  const rows = groups.map((group): TableCell[] => {
    const { row, results } = group;
    const own = [...meanCells(percent(group, "training", -1)), ...meanCells(percent(group, "evaluation", -1))];
    const printed = compared ? (row.printed[data] ?? [null, null]) : [];
    return [row.name, rounded(results[0]!.multiplyAdds / 1e6, 3), ...own, ...printed, results.length];
  });
  const paper = compared ? ["paper: training", "paper: test"] : [];
  return {
    title: `${data}: percent of right answers after ${training.length} epochs, and millions of multiply-adds of a step for each image (${SEED_ERRORS})`,
    columns: ["network", "multiply-adds", "training", "± s.e.", "evaluation", "± s.e.", ...paper, "seeds"],
    rows,
  };
}

/** Nothing is asserted: the paper leaves too much open for its numbers to be met. */
function summarise(
  rows: readonly TableRow[],
  finished: readonly Finished<ConvolutionalResult>[],
  effort: Effort,
): Findings {
  const groups = byVariant(finished, variantsOf(rows)).map(({ variant, results }): Group => {
    const index = variant.network! - 1;
    return { row: rows[index]!, index, results };
  });
  if (groups.length === 0) return { tables: [], plots: [], assertions: [], notes: [] };
  const { data, images } = groups[0]!.results[0]!;
  return {
    tables: [tableOf(groups, effort)],
    plots: [
      {
        title: `${data}: right answers over the epochs`,
        caption: `Means over the seeds with two standard errors. ${images[0]} images to train on, counted before their steps; ${images[1]} to evaluate on.`,
        columns: 2,
        panels: [panelOf("training", groups, "training"), panelOf("evaluation", groups, "evaluation")],
      },
    ],
    assertions: [],
    notes: [
      ...(effort === "quick"
        ? [
            "Quick takes a few pictures of half the size and tiny networks: it tries the way, and its numbers say nothing.",
          ]
        : []),
      "The paper leaves open batches, epochs, beta, preparation of the pictures and the layers around its convolutions; those here are chosen. No run on CIFAR is part of this project.",
    ],
  };
}

/** The experiment of a table with these rows. */
export const convolutionalTable = (
  { id, title, paper, cost }: Pick<Experiment, "id" | "title" | "paper" | "cost">,
  networks: readonly TableRow[],
  full: ConvolutionalScale,
): Experiment<ConvolutionalResult> =>
  Object.freeze({
    ...{ id, title, paper, cost, needsImages: "CIFAR" },
    study: convolutionalStudy(id.replace("/", "-"), networks, full),
    seeds: { quick: 2, full: 1 },
    variants: () => variantsOf(networks),
    summarise: (finished: readonly Finished<ConvolutionalResult>[], effort: Effort) =>
      summarise(networks, finished, effort),
  });
