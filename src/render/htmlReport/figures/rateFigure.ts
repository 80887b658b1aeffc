import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import type { RateCurve } from "../../../theory/batchnorm/report/rateCurve.js";
import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { ReportData } from "../reportData.js";
import { settingText } from "../settings.js";

/** Rates further apart than this are shown on a logarithmic axis. */
const SPREAD = 6;

const isShown = (rate: number): boolean => rate > 0 && rate < Infinity;

interface Run {
  readonly unstable: boolean;
  readonly points: Point[];
}

/** The curve in pieces of one kind of stability; a piece begins where the one before ends. */
function runsOf({ points }: RateCurve): readonly Run[] {
  const runs: Run[] = [];
  for (const { batch, rate, verdict } of points) {
    if (!isShown(rate.value) || rate.error === Infinity) continue;
    const unstable = verdict === "unstable";
    const last = runs.at(-1);
    const point = [batch, rate.value] as const;
    if (last !== undefined && last.unstable === unstable) {
      last.points.push(point);
      continue;
    }
    last?.points.push(point);
    runs.push({ unstable, points: [point] });
  }
  return runs;
}

function curveMarks(curve: RateCurve, colour: number): readonly Mark[] {
  const setting = settingText(curve);
  const name = setting === "" ? "rate" : setting;
  const runs = runsOf(curve);
  if (runs.length === 0) return [];
  const ends = [runs[0]!.points[0]![0], runs.at(-1)!.points.at(-1)![0]];
  const limit = curve.limit.value;
  return [
    ...(isShown(limit)
      ? [
          {
            ...{ kind: "line", dash: "dotted", colour, width: 1.25, label: `${name}: limit of infinite batches` },
            points: ends.map((x) => [x, limit] as const),
          } as const,
        ]
      : []),
    ...runs.map(
      ({ unstable, points }): Mark => ({
        ...{ kind: "line", colour, points, dash: unstable ? "dashed" : "solid" },
        label: unstable ? `${name}: BSB1 unstable` : name,
      }),
    ),
  ];
}

const askedPoints = (networks: readonly SpectrumResult[]): readonly Point[] =>
  networks
    .filter(({ batch, rate }) => batch >= 4 && batch < Infinity && isShown(rate.value) && rate.error < Infinity)
    .map(({ batch, rate }) => [batch, rate.value]);

/** Where networks go that leave BSB1. */
const reachedPoints = (networks: readonly SpectrumResult[]): readonly Point[] =>
  networks.flatMap(({ batch, reached }) =>
    reached?.rate && isShown(reached.rate.value) ? [[batch, reached.rate.value] as const] : [],
  );

/** Rate against batch size; null where no rate is finite. */
export function rateFigure({ activation, curves, networks }: ReportData): Plot | null {
  const lines = curves.flatMap(curveMarks);
  if (lines.length === 0) return null;
  const spectra = networks.map(({ spectrum }) => spectrum);
  const [asked, reached] = [askedPoints(spectra), reachedPoints(spectra)];
  const marks: readonly Mark[] = [
    ...lines,
    ...(asked.length === 0
      ? []
      : [{ kind: "points", colour: "ink", points: asked, size: 7, label: "batch sizes of this report" } as const]),
    ...(reached.length === 0
      ? []
      : [
          {
            ...{ kind: "points", colour: 1, points: reached, size: 8, symbol: "diamond" },
            label: "where networks go that leave BSB1",
          } as const,
        ]),
  ];
  const heights = marks
    .flatMap((mark) => (mark.kind === "line" || mark.kind === "points" ? mark.points : []))
    .map(([, y]) => y);
  const spread = Math.max(...heights) / Math.min(...heights);
  return {
    title: `Gradient growth of ${activation.text} against the batch size`,
    ...{ caption: "", columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: { label: "batch size B", scale: "log" },
        y: { label: "rate: growth of the squared gradient a layer", scale: spread > SPREAD ? "log" : "linear" },
        marks,
      },
    ],
  };
}
