/** The numbers of the view as tables and files. */
import type { CsvTable } from "../../../render/csv.js";
import type { Report } from "../../../render/report.js";
import { type Cell, type Column, number, type Row, type Sheet, text } from "../../../render/sheet.js";
import { orderText } from "./factorsPlot.js";
import type { FactorsRun } from "./factorsTask.js";
import type { LaddersLook } from "./laddersTask.js";
import type { NormalisedNode } from "./normalisedNode.js";

const DIGITS = 6;
const MOST_ROWS = 48;
const ROUNDING = 1e-14;

const columnsOf = (left: readonly string[], decimal: readonly string[]): readonly Column[] => [
  ...left.map((title): Column => ({ title, tex: title, align: "left" })),
  ...decimal.map((title): Column => ({ title, tex: title, align: "decimal" })),
];

const value = (x: number): Cell => number(x, DIGITS);
/** A distance of sums of probabilities, without what is rounding only. */
const distance = (x: number): Cell => number(x < ROUNDING ? 0 : x, 4);
const gap = (a: number, b: number): Cell => number(a - b, 2);
const sheet = (columns: readonly Column[], rows: readonly Row[], remarks: readonly string[] = []): Sheet => ({
  columns,
  groups: [{ title: null, rows: rows.slice(0, MOST_ROWS) }],
  remarks: rows.length > MOST_ROWS ? [...remarks, `${rows.length - MOST_ROWS} more rows are in the files.`] : remarks,
});

/** Every statement in one line: the largest difference of its two ways. */
export function waysSheet({ ways }: LaddersLook): Sheet {
  return sheet(
    columnsOf(["quantity", "one way", "other way"], ["largest difference", "largest value"]),
    ways.map(({ what, left, right, difference, size }) => ({
      cells: [text(what), text(left), text(right), number(difference, 2), number(size, 3)],
    })),
  );
}

/** Every node of the region that is looked at, label by label. */
export function nodesSheet({ nodes, regions, chosen }: LaddersLook): Sheet {
  const { events } = regions.find(({ id }) => id === chosen)!;
  return sheet(
    columnsOf(
      ["node", "label"],
      ["E[f | z]", "by labels", "difference", "E[g | z]", "by labels of g", "difference of g"],
    ),
    nodes.flatMap(({ id, activation, activationByLabels, gradient, gradientByLabels }) =>
      events.map((label, a) => {
        const [f, g] = [activation[a]!, gradient[a]!];
        const [byLabels, gByLabels] = [activationByLabels[a]!, gradientByLabels[a]!];
        return {
          cells: [
            text(id),
            text(String(label)),
            value(f),
            value(byLabels),
            gap(byLabels, f),
            value(g),
            value(gByLabels),
            gap(gByLabels, g),
          ],
        };
      }),
    ),
    [
      "f: activation, g: gradient. By labels: Eqn 8, from the exact means of the neighbours, their labels' tables and the node's mean gate.",
    ],
  );
}

export function conditionsSheet({ families }: LaddersLook): Sheet {
  return sheet(
    columnsOf(["region", "region below"], ["focus misses by", "broadness misses by"]),
    families.map(({ parent, child, focus, broadness }) => ({
      cells: [text(parent), text(child), distance(focus), distance(broadness)],
    })),
    [
      "Total variation, from 0 (the condition holds) to 1. Focus: the label above says nothing more about the pixels below, once the label below is known. Broadness: the label below says nothing more about the pixels above, once the label above is known.",
    ],
  );
}

/** Theorem 1, content by content; null on top of the ladder. */
export function marginalSheet({ marginal, contents }: LaddersLook): Sheet | null {
  if (marginal === null) return null;
  const { enumerated, recursed, outer, node } = marginal;
  return sheet(
    columnsOf(["pixels"], ["E[g | x], all inputs", "by Theorem 1", "difference"]),
    contents.names.map((name, k) => ({
      cells: [text(name), value(enumerated[k]!), value(recursed[k]!), gap(recursed[k]!, enumerated[k]!)],
    })),
    [
      `The gradient of output node ${node}, averaged over what the region does not show; by Theorem 1 from the averages of ${outer} alone.`,
    ],
  );
}

/** What batch norm takes out, and its means by label in two ways; null where it has no answer. */
export function normalisedSheets(
  { result }: NormalisedNode,
  events: readonly number[],
): readonly [Sheet, Sheet] | null {
  if (result === null) return null;
  const { before, after } = result.parts;
  const parts = [
    ["mean, E[g]", before.mean, after.mean],
    ["along the activation, E[f~ g]", before.along, after.along],
    ["root of E[g^2]", before.size, after.size],
  ] as const;
  return [
    sheet(
      columnsOf(["part of the gradient"], ["before", "after"]),
      parts.map(([what, from, to]) => ({ cells: [text(what), value(from), number(to, 3)] })),
    ),
    sheet(
      columnsOf(["label"], ["E[after | z], all inputs", "from labels", "difference"]),
      events.map((label, a) => ({
        cells: [
          text(String(label)),
          value(result.enumerated[a]!),
          value(result.byLabels[a]!),
          gap(result.byLabels[a]!, result.enumerated[a]!),
        ],
      })),
      [
        "From labels: P(z) with the mean and variance of f and its covariance with g for each label, Eqn 12 with the variance within labels.",
      ],
    ),
  ];
}

/** Each order of the layers, at the end of its training. */
export const factorsSheet = (runs: readonly FactorsRun[]): Sheet =>
  sheet(
    columnsOf(["layers"], ["largest weight between factors", "loss at the start", "loss at the end"]),
    runs.map(({ order, loss, separability }) => ({
      cells: [text(orderText(order)), number(separability.at(-1)!, 2), value(loss[0]!), value(loss.at(-1)!)],
    })),
  );

function csvOf({ families, regions }: LaddersLook): CsvTable {
  const labels = (id: string) => regions.find((region) => region.id === id)!.events;
  return {
    header: ["region", "label", "region_below", "label_below", "probability"],
    rows: families.flatMap(({ parent, child, table }) =>
      table.flatMap((row, a) => row.map((p, b) => [parent, labels(parent)[a]!, child, labels(child)[b]!, p])),
    ),
  };
}

export const laddersReport = (look: LaddersLook, setting: object): Report => ({
  sheet: () => nodesSheet(look),
  csv: () => csvOf(look),
  json: () => ({ setting, ...look }),
});
