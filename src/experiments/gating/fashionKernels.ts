import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import type { Experiment, Findings, Finished } from "../experiment.js";
import { heatMarks } from "../heatMarks.js";
import type { Panel } from "../plot.js";
import { mean, meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { type FashionNetwork, fashionGroups, fashionVariants } from "./fashionCurves.js";
import type { ClassKernels } from "./fashionMeasures.js";
import { type FashionResult, fashionStudy } from "./fashionStudy.js";

export interface FashionKernelFigure extends Pick<Experiment, "id" | "title" | "paper" | "cost"> {
  readonly network: FashionNetwork;
  readonly kernel: keyof ClassKernels;
}

const TIMES = ["start", "middle", "end"] as const;

const meanMatrix = (matrices: readonly Matrix[]): number[][] =>
  matrices[0]!.map((row, i) => row.map((_, j) => mean(matrices.map((matrix) => matrix[i]![j]!))));

function panelOf(matrix: Matrix, title: string, range: readonly [number, number]): Panel {
  const count = matrix.length;
  const domain = [0, count] as const;
  const labels = [...matrix.keys()].filter((k) => k === 0 || (k + 1) % 5 === 0);
  return {
    title,
    x: { label: "class", domain, ticks: labels.map((k) => ({ at: k + 0.5, text: String(k + 1) })) },
    y: { label: "class", domain, ticks: labels.map((k) => ({ at: count - k - 0.5, text: String(k + 1) })) },
    marks: heatMarks(matrix, { first: "top", range, label: (value) => String(rounded(value, 2)) }),
  };
}

/** Means over pairs of simple classes, of a simple and a complex one, and of complex ones, in units of the mean over all. */
function blocks(matrix: Matrix, simple: number): readonly number[] {
  const pairs = matrix.flatMap((row, i) =>
    row.map((value, j) => ({ value, complex: Number(i >= simple) + Number(j >= simple) })),
  );
  const all = mean(pairs.map(({ value }) => value));
  return [0, 1, 2].map(
    (wanted) => mean(pairs.filter(({ complex }) => complex === wanted).map(({ value }) => value)) / all,
  );
}

function summarise({ network, kernel }: FashionKernelFigure, finished: readonly Finished<FashionResult>[]): Findings {
  const [group] = fashionGroups(finished, [network]);
  if (group === undefined) return { tables: [], plots: [], assertions: [], notes: [] };
  const { results } = group;
  const { data, simple } = results[0]!;
  const matrices = TIMES.map((_, k) => results.map(({ kernels }) => kernels[k]![kernel]));
  const means = matrices.map(meanMatrix);
  const values = means.flat(2);
  const range = [Math.min(0, ...values), Math.max(...values)] as const;
  const name = kernel === "overlap" ? "overlap kernel" : "tangent kernel";
  const rows = matrices.map((all, k) => {
    const parts = all.map((matrix) => blocks(matrix, simple));
    return [TIMES[k]!, ...[0, 1, 2].flatMap((j) => meanCells(measure(parts.map((each) => each[j]!)))), results.length];
  });
  return {
    tables: [
      {
        title: `${name} of ${network}: means over pairs of classes, over the mean of all (${SEED_ERRORS})`,
        columns: ["when", "both simple", "± s.e.", "one each", "± s.e.", "both complex", "± s.e.", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: `The ${name} of ${network} on ${data}`,
        caption: `Trace-normalised, means over the images of each class and over the seeds; classes 1 to ${simple} are simple. Middle: 72% of the simple evaluation images are classified as labelled.`,
        ...{
          columns: 3,
          square: true,
          sharedAxes: true,
          panels: means.map((matrix, k) => panelOf(matrix, TIMES[k]!, range)),
        },
      },
    ],
    assertions: [],
    notes: ["Nothing is asserted: the clusters, the split and the gates of the paper are not published."],
  };
}

/** A figure of one kernel of one network, averaged over classes, at the start, middle and end. */
export const fashionKernels = (figure: FashionKernelFigure): Experiment<FashionResult> =>
  Object.freeze({
    ...{ id: figure.id, title: figure.title, paper: figure.paper, cost: figure.cost },
    ...{ study: fashionStudy, seeds: { quick: 2, full: 3 }, needsImages: "Fashion-MNIST" as const },
    variants: () => fashionVariants([figure.network]),
    summarise: (finished: readonly Finished<FashionResult>[]) => summarise(figure, finished),
  });
