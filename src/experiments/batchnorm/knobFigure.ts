/** A hyper-parameter of batch norm against the rate: Figure 4's axes, with networks that are drawn and not trained. */
import { domainError } from "../../numeric/domain.js";
import { type Claim, judged } from "../assertions.js";
import type { Effort, Experiment, Findings, Finished, Variant } from "../experiment.js";
import type { Axis, Panel, Point } from "../plot.js";
import { rounded } from "../statistics.js";
import { assertAgreement, comparedCells, comparedColumns } from "./compared.js";
import { errorBars } from "./errorBars.js";
import {
  atWidths,
  type GrowthComparison,
  type GrowthResult,
  growthComparisons,
  growthStudy,
  SLOW,
  settlesFast,
  windowOf,
} from "./growthStudy.js";
import { logRate, type NetworkPoint, theoryAt } from "./networkPoint.js";

export interface KnobFigure {
  /** After "figure-". */
  readonly name: string;
  readonly title: string;
  readonly paper: string;
  readonly knob: "gamma" | "beta" | "epsilon";
  readonly symbol: string;
  /** But for the knob and the batch size. */
  readonly network: Omit<NetworkPoint, "batch">;
  /** Where networks are drawn. */
  readonly values: readonly number[];
  /** From where to where the lines of the theory go, on an axis of that scale. */
  readonly range: readonly [number, number];
  readonly scale: "linear" | "log";
  readonly cost: Readonly<Record<Effort, string>>;
}

/** Of the simulated networks; the paper does not print its own. */
const BATCH = 16;
/** Batch sizes of the lines of the theory. */
const LINES = [BATCH, 64];
const STEPS = 20;
/** Lines need no more. */
const TOLERANCE = 1e-6;
/** Deeper than this is drawn at the edge: ln(rate) goes to 0 where gradients stop to explode. */
const DEEPEST = 10_000;

/** An eigenvalue so near to 1 is 1. */
const MARGINAL = 1e-6;

const widths: Readonly<Record<Effort, readonly [number, number]>> = { quick: [125, 250], full: [500, 1000] };
const depth: Readonly<Record<Effort, number>> = { quick: 40, full: 60 };
const networks: Readonly<Record<Effort, number>> = { quick: 2, full: 8 };

function gridOf({ range: [low, high], scale }: KnobFigure): readonly number[] {
  return Array.from({ length: STEPS + 1 }, (_, k) =>
    scale === "log" ? low * (high / low) ** (k / STEPS) : low + ((high - low) * k) / STEPS,
  );
}

/** 16/ln(rate); none where gradients do not explode. */
const depthOf = (log: number): number | null => (log > 0 ? Math.min(DEEPEST, 16 / log) : null);

function panelsOf(figure: KnobFigure, compared: readonly GrowthComparison[]): readonly Panel[] {
  const { knob, symbol, network, scale, range } = figure;
  const lines = LINES.map((batch) =>
    gridOf(figure).flatMap((value): Point[] => {
      const log = logRate(theoryAt({ ...network, batch, [knob]: value }, { tolerance: TOLERANCE }));
      return log === null ? [] : [[value, log.value]];
    }),
  );
  const x: Axis = { label: symbol, scale, domain: range };
  const bars = compared.map(({ variant, widths: at }) => ({ x: variant[knob]!, measured: at.at(-1)!.measured }));
  const label = (k: number) => `theory, B = ${LINES[k]}`;
  const inside = bars.filter(({ measured }) => depthOf(measured.value) !== null);
  const simulated = { colour: LINES.indexOf(BATCH), symbol: "circle", size: 6, label: "simulated" } as const;
  return [
    {
      title: "growth of the gradient",
      x,
      y: { label: "ln(rate) a layer" },
      marks: [
        ...lines.map((points, colour) => ({ kind: "line", colour, label: label(colour), points }) as const),
        ...errorBars(bars, simulated),
      ],
    },
    {
      title: "trainable depth, 16/ln(rate)",
      x,
      y: { label: "layers", scale: "log", domain: [10, DEEPEST] },
      marks: [
        ...lines.map((points, colour) => {
          const deep = points.flatMap(([value, log]): Point[] => {
            const layers = depthOf(log);
            return layers === null ? [] : [[value, layers]];
          });
          return { kind: "line", colour, label: label(colour), points: deep } as const;
        }),
        ...errorBars(inside, simulated, (growth) => depthOf(growth) ?? DEEPEST),
      ],
    },
  ];
}

function claimsOf(compared: readonly GrowthComparison[]): readonly Claim[] {
  const quick = compared.filter(settlesFast);
  if (quick.length === 0) return [];
  return [
    assertAgreement(
      `simulated gradients grow at the predicted rate, extrapolated to infinite width, where no forward eigenvalue is above ${SLOW}`,
      quick,
    ),
  ];
}

/** What is not asserted, and why; at a forward eigenvalue of 1, what a network of finite depth shows instead of ln(rate) = 0. */
function notesOf(
  { knob, symbol }: KnobFigure,
  compared: readonly GrowthComparison[],
  effort: Effort,
): readonly string[] {
  const at = (some: readonly GrowthComparison[]) =>
    `${symbol} = ${some.map(({ variant }) => variant[knob]).join(", ")}`;
  const slow = compared.filter((each) => !settlesFast(each));
  const marginal = slow.filter(({ forwardMax }) => Math.abs(forwardMax - 1) < MARGINAL);
  const { from, to } = windowOf(depth[effort]);
  // the covariance shrinks like 1/layer there, and the gradient by the factor 1 - 1/layer
  const shrinking = -Math.log((to - 1) / (from - 1)) / (to - from);
  return [
    ...(slow.length === 0
      ? []
      : [`Not asserted at ${at(slow)}: a forward eigenvalue is above ${SLOW}, so that networks settle slowly.`]),
    ...(marginal.length === 0
      ? []
      : [
          `At ${at(marginal)} it is 1: networks come to the fixed point like 1/layer, and between layers ${from} and ${to} the growth is near ${rounded(shrinking, 2)} at any width, not 0.`,
        ]),
  ];
}

interface Run {
  readonly figure: KnobFigure;
  readonly variantsOf: (effort: Effort) => readonly Variant[];
  readonly pointOf: (variant: Variant) => NetworkPoint;
}

function summarise(
  { figure, variantsOf, pointOf }: Run,
  finished: readonly Finished<GrowthResult>[],
  effort: Effort,
): Findings {
  const { knob, symbol, network, title } = figure;
  const largest = widths[effort][1];
  const labelOf = (variant: Variant) => `${symbol} = ${variant[knob]}`;
  const compared = growthComparisons(finished, variantsOf(effort), pointOf, labelOf);
  const { assertions, notes } = judged(claimsOf(compared));
  return {
    tables: [
      {
        title: `growth of ln |dLoss/dH|^2 a layer against ${symbol}, ${network.activation}, B = ${BATCH}`,
        columns: [symbol, ...comparedColumns(largest), "forward"],
        rows: compared.map((each) => [each.variant[knob]!, ...comparedCells(each), Number(each.forwardMax.toFixed(3))]),
      },
    ],
    plots: [
      {
        title,
        caption: `Lines: theory at infinite width. Points: simulated ${network.activation} networks of width ${largest} with B = ${BATCH}, bars of two standard errors. Nothing is trained.`,
        columns: 2,
        panels: compared.length === 0 ? [] : panelsOf(figure, compared),
      },
    ],
    assertions,
    notes: [...notes, ...notesOf(figure, compared, effort)],
  };
}

/** The experiment of a knob. Throws TheoryError for values outside the range. */
export function knobFigure(figure: KnobFigure): Experiment<GrowthResult> {
  const { knob, network, values, range, title, paper, cost } = figure;
  const outside = values.find((value) => value < range[0] || value > range[1]);
  if (outside !== undefined) throw domainError(knob, outside, `${range.join(" to ")}`, "Widen the range.");
  const pointOf = (variant: Variant): NetworkPoint => ({ ...network, batch: BATCH, [knob]: variant[knob]! });
  const points = values.map((value): Variant => ({ [knob]: value }));
  const variantsOf = (effort: Effort) => atWidths(points, widths[effort]);
  const described = { ...network, batch: BATCH };
  const run: Run = { figure, variantsOf, pointOf };
  return Object.freeze({
    ...{ id: `batchnorm/figure-${figure.name}`, title, paper, cost },
    study: growthStudy({ id: `batchnorm-figure-${figure.name}`, depth, networks, pointOf, described }),
    seeds: { quick: 8, full: 25 },
    variants: variantsOf,
    summarise: (finished: readonly Finished<GrowthResult>[], effort: Effort) => summarise(run, finished, effort),
  });
}
