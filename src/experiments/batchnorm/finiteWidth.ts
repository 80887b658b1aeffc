import { type Extrapolation, extrapolate } from "../../simulation/statistics/extrapolate.js";
import { logMeanOf } from "../../simulation/statistics/logMean.js";
import type { Measured } from "../../simulation/statistics/mean.js";
import { type Claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Variant } from "../experiment.js";
import type { Mark, Panel } from "../plot.js";
import { errorCell, measure, rounded } from "../statistics.js";
import { errorBars } from "./errorBars.js";
import { atWidths, type GrowthResult, growthStudy, growthsOf, windowOf } from "./growthStudy.js";
import { logRate, type NetworkPoint, theoryAt } from "./networkPoint.js";

interface Simulated extends NetworkPoint {
  /** E log comes from below, log E from above. */
  readonly opposite: boolean;
}

const points: readonly Simulated[] = [
  { activation: "relu", batch: 8, opposite: true },
  { activation: "tanh", batch: 8, opposite: false },
];
const WIDTHS = [32, 48, 64, 96, 128, 192, 256, 512];
/** Widths below it are drawn and not fitted: there 1/N^2 is seen. */
const FITTED = 64;
const DEPTH = 20;
const { from, to } = windowOf(DEPTH);
const STEPS = to - from;

const averages = ["E log", "log E"] as const;
type Average = (typeof averages)[number];

function pointOf({ point }: Variant): NetworkPoint {
  const { activation, batch } = points[point!]!;
  return { activation, batch };
}

interface Series {
  readonly average: Average;
  /** Simulation minus theory, by width. */
  readonly differences: readonly { readonly width: number; readonly measured: Measured }[];
  readonly law: Extrapolation | null;
}

interface Group {
  readonly point: Simulated;
  readonly theory: number;
  readonly series: readonly Series[];
}

const per = ({ value, standardError, ...rest }: Measured, steps: number, theory: number): Measured => ({
  ...rest,
  value: value / steps - theory,
  standardError: standardError / steps,
});

function seriesOf(average: Average, theory: number, widths: readonly { width: number; values: readonly number[] }[]) {
  const differences = widths.map(({ width, values }) => ({
    width,
    measured:
      average === "E log"
        ? per(measure(values)!, 1, theory)
        : per(logMeanOf(values.map((value) => STEPS * value)), STEPS, theory),
  }));
  const fitted = differences
    .filter(({ width }) => width >= FITTED)
    .map(({ width, measured: { value, standardError } }) => ({ width, value, standardError }));
  const known = fitted.length > 1 && fitted.every(({ standardError: e }) => e > 0 && Number.isFinite(e));
  return { average, differences, law: known ? extrapolate(fitted) : null };
}

function groupsOf(finished: readonly Finished<GrowthResult>[]): readonly Group[] {
  return points.flatMap((point, k): Group[] => {
    const widths = byVariant(finished, atWidths([{ point: k }], WIDTHS)).flatMap(({ variant, results }) => {
      const values = growthsOf(results);
      return values.length === 0 ? [] : [{ width: variant.width!, values }];
    });
    if (widths.length === 0) return [];
    const theory = logRate(theoryAt(point))!.value;
    return [{ point, theory, series: averages.map((average) => seriesOf(average, theory, widths)) }];
  });
}

const nameOf = ({ point: { activation, batch } }: Group) => `${activation}, B = ${batch}`;

function panelOf(group: Group): Panel {
  const marks = group.series.flatMap(({ average, differences, law }, colour): Mark[] => [
    ...errorBars(
      differences.map(({ width, measured }) => ({ x: 1 / width, measured })),
      { colour, label: average },
    ),
    ...(law === null
      ? []
      : [
          {
            ...({ kind: "line", colour, dash: "dashed", width: 1.25, label: `${average}: a + b/N` } as const),
            points: [0, 1 / FITTED].map((x) => [x, law.value + law.slope.value * x] as const),
          },
        ]),
  ]);
  const ticks = [128, 64, 32].map((width) => ({ at: 1 / width, text: `1/${width}` }));
  return {
    title: nameOf(group),
    x: { label: "1/N", domain: [0, 1 / 31], ticks: [{ at: 0, text: "0" }, ...ticks] },
    y: { label: "simulation − theory" },
    marks: [
      {
        kind: "line",
        colour: "ink",
        width: 1,
        points: [
          [0, 0],
          [1 / 31, 0],
        ],
      },
      ...marks,
    ],
  };
}

const ALLOWED = 4;

function claimsOf(groups: readonly Group[]): readonly Claim[] {
  return groups.flatMap((group): Claim[] => {
    const [meanLog, logMean] = group.series;
    const laws = group.series.flatMap(({ average, law }) => (law === null ? [] : [{ average, law }]));
    if (laws.length < 2) {
      return [{ says: `${nameOf(group)}: the 1/N law`, holds: null, detail: "one network has no standard error" }];
    }
    const limits = laws.map(({ average, law }) => ({ average, z: law.value / law.standardError }));
    const slopes = laws.map(({ average, law: { slope } }) => {
      return `${average}: ${rounded(slope.value, 3)} ± ${rounded(slope.standardError, 2)}`;
    });
    const [low, high] = laws.map(({ law: { slope } }) => slope.value / slope.standardError) as [number, number];
    return [
      {
        says: `${nameOf(group)}: both averages tend to ln(rate), along a + b/N`,
        holds: limits.every(({ z }) => Math.abs(z) <= ALLOWED),
        detail: `a in standard errors: ${limits.map(({ average, z }) => `${average} ${rounded(z, 2)}`).join(", ")}`,
      },
      group.point.opposite
        ? {
            says: `${nameOf(group)}: E log comes from below and log E from above`,
            holds: low <= 2 && high >= -2,
            detail: `b: ${slopes.join(", ")}`,
          }
        : {
            says: `${nameOf(group)}: log E is above E log at every width`,
            holds: logMean!.differences.every(
              ({ measured }, k) => measured.value > meanLog!.differences[k]!.measured.value,
            ),
            detail: `b: ${slopes.join(", ")}`,
          },
    ];
  });
}

function summarise(finished: readonly Finished<GrowthResult>[]): Findings {
  const groups = groupsOf(finished);
  const { assertions, notes } = judged(claimsOf(groups));
  return {
    tables: groups.map((group) => ({
      title: `growth of the gradient a layer, simulation minus theory (${rounded(group.theory)}), ${nameOf(group)}`,
      columns: ["N", ...averages.flatMap((average) => [average, "± s.e.", `N × ${average}`]), "networks"],
      rows: group.series[0]!.differences.map(({ width, measured: { samples } }, k) => [
        width,
        ...group.series.flatMap(({ differences }) => {
          const { measured } = differences[k]!;
          return [rounded(measured.value, 3), errorCell(measured), rounded(width * measured.value, 3)];
        }),
        samples,
      ]),
    })),
    plots: [
      {
        title: "Theory and simulation differ by 1/N",
        caption: `Growth of the squared gradient a layer, less ln(rate), against 1/N: E log is of a typical network, log E of the mean square over ${STEPS} layers. Bars of two standard errors; dashed: weighted least squares from N = ${FITTED} on.`,
        columns: 2,
        panels: groups.map(panelOf),
      },
    ],
    assertions,
    notes,
  };
}

export const finiteWidth: Experiment<GrowthResult> = Object.freeze({
  id: "batchnorm/finite-width",
  title: "Simulation minus theory against the width: the 1/N law",
  paper: "No figure of the paper, whose theory is of infinite width.",
  cost: { quick: "7 s", full: "about 2 min" },
  study: growthStudy({
    id: "batchnorm-finite-width",
    depth: { quick: DEPTH, full: DEPTH },
    networks: { quick: 50, full: 200 },
    pointOf,
    described: { points },
  }),
  seeds: { quick: 8, full: 32 },
  variants: (_effort: Effort) =>
    atWidths(
      points.map((_, point) => ({ point })),
      WIDTHS,
    ),
  summarise,
});
