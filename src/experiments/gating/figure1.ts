import { randomGatedNetwork } from "../../theory/gating/network/randomGatedNetwork.js";
import { pathPolygon } from "../../theory/gating/regions/pathPolygon.js";
import { planeRegions } from "../../theory/gating/regions/planeRegions.js";
import { type ReluPathRegion, reluPathRegion } from "../../theory/gating/regions/reluPathRegion.js";
import { byVariant } from "../byVariant.js";
import type { Assertion, Effort, Experiment, Findings, Finished, Study, TableCell } from "../experiment.js";
import type { Panel, Plot, Point } from "../plot.js";
import { meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { jumpingRegion, teethIntervals, witnesses } from "./figure1Witnesses.js";
import { polygonMarks, squareAxes } from "./regionPictures.js";

/** Of one random network: how many regions, and what ReLU path regions look like. */
export interface Figure1Result {
  readonly reluCells: number;
  readonly linearCells: number;
  /** Paths whose region has an area, gated through ReLUs and linearly, of all. */
  readonly reluPaths: number;
  readonly linearPaths: number;
  readonly paths: number;
  readonly notConvex: number;
  readonly disconnected: number;
  /** The path with the most parts, gated in both ways. */
  readonly example: {
    readonly path: readonly number[];
    readonly components: number;
    readonly relu: readonly (readonly Point[])[];
    readonly linear: readonly Point[];
  };
}

const WIDTHS: Readonly<Record<Effort, readonly number[]>> = { quick: [3, 5], full: [3, 5, 8] };
const REACH = 3;
const settings = { hiddenLayers: 2, reach: REACH, biases: 1, digits: 3 };

const short = (value: number) => rounded(value, settings.digits);
const places = (points: readonly Point[]): Point[] => points.map(([x, y]) => [rounded(x, 4), rounded(y, 4)]);

/** Weights of two hidden layers with few digits: exact arithmetic is then quick. */
function hiddenLayers(width: number, seed: number) {
  const { W, b } = randomGatedNetwork("relu", [2, width, width, 1], { seed, biases: settings.biases });
  const hidden = W.slice(0, 2).map((rows) => rows.map((row) => row.map(short)));
  return { hidden, biases: b!.slice(0, 2).map((row) => row.map(short)) };
}

const study: Study<Figure1Result> = {
  id: "gating-figure-1",
  settings: () => settings,
  async run({ variant, seed }) {
    const width = variant.width!;
    const { hidden, biases } = hiddenLayers(width, seed);
    const options = { biases, box: [-REACH, REACH] } as const;
    const { relu, linear, paths } = planeRegions(hidden, options);
    const numbers = Array.from({ length: width }, (_, i) => i);
    const all = numbers.flatMap((i) => numbers.map((j) => [i, j]));
    const regions = all.map((path) => ({ path, region: reluPathRegion(hidden, path, options) }));
    const best = regions.reduce((most, each) => (interest(each.region) > interest(most.region) ? each : most));
    return {
      reluCells: relu.cells,
      linearCells: linear.cells,
      reluPaths: Number(relu.paths),
      linearPaths: Number(linear.paths),
      paths: Number(paths),
      notConvex: regions.filter(({ region }) => !region.isConvex).length,
      disconnected: regions.filter(({ region }) => region.components > 1).length,
      example: {
        path: best.path,
        components: best.region.components,
        relu: best.region.pieces.map(({ corners }) => places(corners)),
        linear: places(pathPolygon(hidden, best.path, options).corners),
      },
    };
  },
};

/** Parts first, then corners inside. */
const interest = ({ components, isConvex, pieces }: ReluPathRegion) =>
  components + Number(!isConvex) / 2 + pieces.length / 1e4;

const groupsOf = (finished: readonly Finished<Figure1Result>[], effort: Effort) =>
  byVariant(
    finished,
    WIDTHS[effort].map((width) => ({ width })),
  );

function rowsOf({ variant, results }: ReturnType<typeof groupsOf>[number]): TableCell[] {
  const of = (value: (result: Figure1Result) => number) => meanCells(measure(results.map(value)));
  return [
    variant.width!,
    ...of(({ reluCells }) => reluCells),
    ...of(({ linearCells }) => linearCells),
    ...of(({ linearPaths, paths }) => (100 * linearPaths) / paths),
    ...of(({ reluPaths, paths }) => (100 * reluPaths) / paths),
    ...of(({ notConvex, reluPaths }) => (100 * notConvex) / Math.max(1, reluPaths)),
    ...of(({ disconnected, reluPaths }) => (100 * disconnected) / Math.max(1, reluPaths)),
    results.length,
  ];
}

function examples(groups: ReturnType<typeof groupsOf>): Omit<Plot, "metadata">[] {
  const panels = groups.flatMap(({ variant, results }): Panel[] => {
    const { example } = results.reduce((a, b) => (b.example.components > a.example.components ? b : a));
    const parts = example.components === 1 ? "1 part" : `${example.components} parts`;
    const of = `path ${example.path.map((i) => i + 1).join(", ")} of width ${variant.width}`;
    return [
      {
        title: `ReLU, ${of}: ${parts}`,
        ...squareAxes(REACH),
        marks: polygonMarks(example.relu, 1, "gated through ReLUs"),
      },
      {
        title: `linear gates, ${of}${example.linear.length < 3 ? ": nothing in the square" : ""}`,
        ...squareAxes(REACH),
        marks: example.linear.length < 3 ? [] : polygonMarks([example.linear], 0, "gated linearly"),
      },
    ];
  });
  return panels.length === 0
    ? []
    : [
        {
          title: "The same path of a random network, gated in both ways",
          caption:
            "Two inputs, two hidden layers, Gaussian weights and biases; of each width the ReLU path region with the most parts among the seeds, and its cells. A linearly gated region is an intersection of two half-planes.",
          ...{ columns: 2, square: true, panels },
        },
      ];
}

function assertionsOf(finished: readonly Finished<Figure1Result>[]): Assertion[] {
  if (finished.length === 0) return [];
  const ends = teethIntervals().map(({ from, to }) => `[${from}, ${to}]`);
  const areas = [0.01, -0.01].map((eps) => jumpingRegion(eps).areaNumber);
  const results = finished.map(({ result }) => result);
  const total = (value: (result: Figure1Result) => number) => results.reduce((sum, each) => sum + value(each), 0);
  const bent = total(({ notConvex }) => notConvex);
  return [
    {
      says: "the witness of the left figure has the region [0.5, 1.5] and [2.5, 3.5]",
      holds: ends.join(" ") === "[0.5, 1.5] [2.5, 3.5]",
      detail: ends.join(" and "),
    },
    {
      says: "the region of the right figure jumps from the half-plane to the quadrant",
      holds: areas[0] === 2 && areas[1] === 1,
      detail: `areas ${areas.join(" and ")} of 4`,
    },
    {
      says: "random ReLU networks have path regions that are not convex",
      holds: bent > 0,
      detail: `${bent} of ${total(({ reluPaths }) => reluPaths)}; ${total(({ disconnected }) => disconnected)} are disconnected`,
    },
  ];
}

function summarise(finished: readonly Finished<Figure1Result>[], effort: Effort): Findings {
  const groups = groupsOf(finished, effort);
  return {
    tables: [
      {
        title: `regions of random networks with two hidden layers in a square of side ${2 * REACH}, by exact arithmetic (${SEED_ERRORS}; shares in percent)`,
        columns: [
          ...["width", "ReLU patterns", "± s.e.", "linear patterns", "± s.e.", "linear paths with area", "± s.e."],
          ...["ReLU paths with area", "± s.e.", "of these not convex", "± s.e.", "disconnected", "± s.e.", "seeds"],
        ],
        rows: groups.map(rowsOf),
      },
    ],
    plots: [witnesses(), ...examples(groups)],
    assertions: assertionsOf(finished),
    notes: [
      "A linearly gated region jumps too, where the normal of a neuron vanishes: discontinuity alone does not tell the two kinds apart.",
    ],
  };
}

export const figure1: Experiment<Figure1Result> = Object.freeze({
  id: "gating/figure-1",
  title: "Active path regions of ReLU networks need be neither connected nor continuous in the weights",
  paper:
    "Figure 1: two ReLU networks. Weights here are ours; random networks are added, which the paper does not show.",
  cost: { quick: "1 s", full: "10 s" },
  study,
  seeds: { quick: 8, full: 32 },
  variants: (effort: Effort) => WIDTHS[effort].map((width) => ({ width })),
  summarise,
});
