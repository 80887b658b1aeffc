/** Rates against the batch size, as a picture. */
import type { Line, Mark, Plot, Point, Points } from "../../../experiments/plot.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { estimateText } from "../../show/estimateText.js";
import { shortText } from "../../show/shortText.js";
import { batchRange } from "./curveBatches.js";
import { type Curve, type Run, runsOf } from "./curveOf.js";
import { estimateOf, heightOf, type Quantity, quantityWords } from "./quantity.js";
import type { StabilityKind } from "./stabilityKind.js";

/** Where a network goes that leaves BSB1, at the chosen batch size. */
export interface ReachedPoint {
  readonly index: number;
  readonly batch: number;
  readonly result: Pick<RateResult, "rate" | "depthScale" | "trainableDepth">;
  readonly groups: string;
}

export interface RatesPicture {
  readonly curves: readonly Curve[];
  /** At the chosen batch size, with the place of the activation in the list. */
  readonly chosen: readonly { readonly index: number; readonly result: RateResult }[];
  readonly reached: readonly ReachedPoint[];
  readonly batch: number;
  readonly quantity: Quantity;
}

/** Colours come again after these: lines then carry squares. */
const COLOURS = 6;
const SQUARE_EVERY = 6;
/** Heights further apart than this are shown on a logarithmic axis. */
const SPREAD = 4;
const MARGIN = 0.06;

const dashOf: Readonly<Record<StabilityKind, "solid" | "dashed" | "dotted">> = {
  ...{ stays: "solid", unstable: "dashed", collapsed: "dotted" },
};

const nounOf: Readonly<Record<Quantity, string>> = {
  ...{ rate: "rate", "depth-scale": "depth scale", "trainable-depth": "trainable depth" },
};

const hintOf = (result: RateResult, quantity: Quantity): string => {
  const batch = result.batch === Infinity ? "limit of large batches" : `batch ${result.batch}`;
  const value = `${nounOf[quantity]} ${estimateText(estimateOf(result, quantity))}`;
  return `${shortText(result.activation)}, ${batch}: ${value}, ${result.stability.verdict} (${result.rate.method})`;
};

function lineOf({ kind, results }: Run, index: number, quantity: Quantity, label: string): Line[] {
  const drawn = results.flatMap((result) => {
    const height = heightOf(result, quantity);
    return height === null ? [] : [{ point: [result.batch, height] as Point, hint: hintOf(result, quantity) }];
  });
  if (drawn.length === 0) return [];
  return [
    {
      ...{ kind: "line", colour: index, dash: dashOf[kind] },
      points: drawn.map(({ point }) => point),
      hints: drawn.map(({ hint }) => hint),
      ...(kind === "stays" && { label }),
    },
  ];
}

function marksOf({ activation, results, limit }: Curve, index: number, quantity: Quantity): readonly Mark[] {
  const label = shortText(activation);
  const lines = runsOf(results).flatMap((run) => lineOf(run, index, quantity, label));
  const labelled = lines.some((line) => line.label !== undefined);
  const all = lines.flatMap(({ points }) => points);
  const squares: Points = {
    ...{ kind: "points", colour: index, symbol: "square", size: 6 },
    points: all.filter((_, k) => k % SQUARE_EVERY === 0),
    label,
  };
  const squared = index >= COLOURS && all.length > 0;
  const end = limit === null ? null : heightOf(limit, quantity);
  return [
    ...(squared ? [squares] : []),
    ...lines.map((line, k) => (labelled || k > 0 ? line : { ...line, label })),
    ...(end === null
      ? []
      : [
          {
            ...{ kind: "line" as const, colour: index, dash: "dotted" as const, width: 1 },
            points: batchRange.map((batch) => [batch, end] as const),
            hints: batchRange.map(() => hintOf(limit!, quantity)),
          },
        ]),
  ];
}

/** What lies under a line where BSB1 is unstable. */
function shadesOf({ results }: Curve, index: number, quantity: Quantity, floor: number): readonly Mark[] {
  return runsOf(results).flatMap((run): Mark[] => {
    if (run.kind !== "unstable") return [];
    const points = run.results.flatMap((result) => {
      const height = heightOf(result, quantity);
      return height === null ? [] : [[result.batch, floor, height] as const];
    });
    return points.length < 2 ? [] : [{ kind: "band", colour: index, points, opacity: 0.12 }];
  });
}

function chosenMarks({ chosen, reached, quantity }: RatesPicture): readonly Mark[] {
  const points = chosen.flatMap(({ index, result }): Points[] => {
    const height = heightOf(result, quantity);
    if (height === null) return [];
    return [
      {
        ...{ kind: "points", colour: index, symbol: "circle", size: 7 },
        ...{ points: [[result.batch, height]], hints: [hintOf(result, quantity)] },
      },
    ];
  });
  const there = reached.flatMap(({ index, batch, result, groups }): Points[] => {
    const height = heightOf(result, quantity);
    if (height === null) return [];
    const value = `${nounOf[quantity]} ${estimateText(estimateOf(result, quantity))}`;
    return [
      {
        ...{ kind: "points", colour: index, symbol: "diamond", size: 10, label: "where networks go that leave BSB1" },
        ...{ points: [[batch, height]], hints: [`where networks go, batch ${batch} in groups of ${groups}: ${value}`] },
      },
    ];
  });
  return [...points, ...there];
}

function rangeOf(marks: readonly Mark[], log: boolean): readonly [number, number] {
  const heights = marks.flatMap(({ points }) => points.map(([, y]) => y!));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  if (log) return [low / (high / low) ** MARGIN / 1.02, high * (high / low) ** MARGIN * 1.02];
  const pad = (high - low) * MARGIN || Math.abs(high) * MARGIN || 1;
  return [low - pad, high + pad];
}

const isSpread = (marks: readonly Mark[]): boolean => {
  const heights = marks.flatMap(({ points }) => points.map(([, y]) => y!));
  return Math.max(...heights) > SPREAD * Math.min(...heights);
};

/** Curves with the limit of each as a thin dotted line, shaded where BSB1 is unstable; the chosen batch size as a vertical line. */
export function ratesPlot(picture: RatesPicture): Plot {
  const { curves, quantity, batch } = picture;
  const lines = curves.flatMap((curve, index) => marksOf(curve, index, quantity));
  const points = chosenMarks(picture);
  const drawn = [...lines, ...points];
  const empty = drawn.length === 0;
  const log = !empty && isSpread(drawn);
  const domain = empty ? ([1, 2] as const) : rangeOf(drawn, log);
  const shades = curves.flatMap((curve, index) => shadesOf(curve, index, quantity, domain[0]));
  const cursor: Line = {
    ...{ kind: "line", colour: "muted", width: 1 },
    points: [
      [batch, domain[0]],
      [batch, domain[1]],
    ],
  };
  const unstable = curves.some(({ results }) => results.some(({ stability }) => stability.verdict === "unstable"));
  const collapsed = curves.some(({ results }) => results.some(({ stability }) => stability.verdict === "collapsed"));
  const caption = [
    "Thin dotted lines: the limit of large batches. Vertical line: the chosen batch size.",
    ...(unstable ? ["Dashed and shaded: BSB1 is unstable, networks leave it and do not show this value."] : []),
    ...(collapsed ? ["Dotted: all samples of a batch have become alike."] : []),
  ].join(" ");
  return {
    title: `${nounOf[quantity][0]!.toUpperCase()}${nounOf[quantity].slice(1)} against batch size`,
    ...{ caption, columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: { label: "batch size B", scale: "log", domain: batchRange },
        y: { label: quantityWords[quantity], scale: log ? "log" : "linear", domain },
        marks: empty ? [] : [...shades, cursor, ...drawn],
      },
    ],
  };
}
