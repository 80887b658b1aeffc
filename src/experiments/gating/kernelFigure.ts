import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import { type Claim, claim, judged, type Labelled } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Experiment, Findings, Finished } from "../experiment.js";
import type { Panel } from "../plot.js";
import { meanCells, measure, reach, SEED_ERRORS } from "../statistics.js";
import { blockMeans, circleKernel, type KernelName, kernelPanel, topShare } from "./circleKernels.js";
import { type CircleName, type CircleResult, circleStudy, networkOf, variantsOf } from "./circleStudy.js";

export interface KernelFigure extends Pick<Experiment, "id" | "title" | "paper" | "cost"> {
  readonly kernel: KernelName;
  /** What is asserted of the share of the trace on top. */
  readonly claims: readonly { readonly network: CircleName; readonly epoch: number; readonly more: "top" | "bottom" }[];
}

const EPOCHS = [0, 3, 200];
const CELL = 8;
const variants = () => variantsOf("ReLU", "DLGN, beta 4");

const titleOf = (name: string, epoch: number) => `${name}, ${epoch === 0 ? "start" : `epoch ${epoch}`}`;

/** Of one network at one epoch, for all seeds. */
interface Look {
  readonly name: string;
  readonly epoch: number;
  readonly shares: readonly number[];
  /** Of the first seed, in blocks. */
  readonly first: Matrix;
}

function looksOf(finished: readonly Finished<CircleResult>[], kernel: KernelName): readonly Look[] {
  return byVariant(finished, variants()).flatMap(({ variant, results }) => {
    const network = networkOf(variant);
    return EPOCHS.map((epoch) => {
      const matrices = results.map(({ looks }) =>
        circleKernel(kernel, network, looks.find((look) => look.epoch === epoch)!.weights!),
      );
      return { name: network.name, epoch, shares: matrices.map(topShare), first: blockMeans(matrices[0]!, CELL) };
    });
  });
}

function claimOf({ network, epoch, more }: KernelFigure["claims"][number], looks: readonly Look[]): readonly Claim[] {
  const look = looks.find((each) => each.name === network && each.epoch === epoch);
  if (look === undefined) return [];
  const measured = measure(look.shares)!;
  const value: Labelled = { label: "share of the trace on top", measured };
  const beyond = more === "top" ? measured.value - 0.5 : 0.5 - measured.value;
  return [
    claim(
      `${titleOf(network, epoch)}: the ${more} has more than half of the trace`,
      [value],
      () => beyond > reach(measured),
    ),
  ];
}

function panelsOf(looks: readonly Look[]): readonly Panel[] {
  const values = looks.flatMap(({ first }) => first.flat());
  const range = [Math.min(0, ...values), Math.max(...values)] as const;
  return looks.map(({ name, epoch, first }) => kernelPanel(first, titleOf(name.split(",")[0]!, epoch), range));
}

function summarise(figure: KernelFigure, finished: readonly Finished<CircleResult>[]): Findings {
  const looks = looksOf(finished, figure.kernel);
  if (looks.length === 0) return { tables: [], plots: [], assertions: [], notes: [] };
  const name = figure.kernel === "overlap" ? "overlap kernel" : "empirical tangent kernel";
  const { assertions, notes } = judged(figure.claims.flatMap((each) => claimOf(each, looks)));
  const rows = looks.map(({ name: network, epoch, shares }) => {
    const ratio = shares.map((share) => Math.log10(share / (1 - share))).filter(Number.isFinite);
    return [network, epoch, ...meanCells(measure(shares)), ...meanCells(measure(ratio)), shares.length];
  });

  return {
    tables: [
      {
        title: `${name}: the share of its trace on the top half, and log10 of top over bottom (${SEED_ERRORS})`,
        columns: ["network", "epoch", "share", "± s.e.", "log10", "± s.e.", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: `The ${name} on the circle`,
        caption: `Trace-normalised, the first seed, means over blocks of ${CELL} x ${CELL} points in the order of their angles: the slow half of the target is the upper left quarter.`,
        ...{ columns: 3, square: true, sharedAxes: true, panels: panelsOf(looks) },
      },
    ],
    assertions,
    notes,
  };
}

/** A figure of one kernel of the ReLU network and the DLGN at the start, epoch 3 and epoch 200. */
export const kernelFigure = (figure: KernelFigure): Experiment<CircleResult> =>
  Object.freeze({
    ...{ id: figure.id, title: figure.title, paper: figure.paper, cost: figure.cost },
    ...{ study: circleStudy, seeds: { quick: 6, full: 12 }, variants },
    summarise: (finished: readonly Finished<CircleResult>[]) => summarise(figure, finished),
  });
