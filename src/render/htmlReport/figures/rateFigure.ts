import type { Mark, Plot, Point, Points } from "../../../experiments/plot.js";
import type { RateCurve } from "../../../theory/batchnorm/report/rateCurve.js";
import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { ReportData } from "../reportData.js";
import { settingText } from "../settings.js";

/** Rates further apart than this are shown on a logarithmic axis. */
const SPREAD = 6;

/** Batch sizes of the curve. */
const [LEAST, MOST] = [4, 1e6];

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

/** A curve among several is called by its setting, the usual one too. */
function nameOf(curve: RateCurve, curves: readonly RateCurve[]): string {
  if (curves.length === 1) return "rate";
  const setting = settingText(curve);
  return setting === "" ? "usual setting" : setting;
}

function curveMarks(curve: RateCurve, colour: number, curves: readonly RateCurve[]): readonly Mark[] {
  const name = nameOf(curve, curves);
  const runs = runsOf(curve);
  if (runs.length === 0) return [];
  const ends = [runs[0]!.points[0]![0], runs.at(-1)!.points.at(-1)![0]];
  const limit = curve.limit.value;
  const asymptote: Mark = {
    kind: "line",
    dash: "dotted",
    colour,
    width: 1.25,
    label: `${name}: limit of infinite batches`,
    points: ends.map((x) => [x, limit] as const),
  };
  const lines = runs.map(
    ({ unstable, points }): Mark => ({
      ...{ kind: "line", colour, points, dash: unstable ? "dashed" : "solid" },
      label: unstable ? `${name}: BSB1 unstable` : name,
    }),
  );
  return [...lines, ...(isShown(limit) ? [asymptote] : [])];
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

const pointsOf = (style: Omit<Points, "kind">): readonly Points[] =>
  style.points.length === 0 ? [] : [{ kind: "points", ...style }];

/** Rate against batch size; null where no rate is finite. */
export function rateFigure({ activation, curves, networks }: ReportData): Plot | null {
  const lines = curves.flatMap(curveMarks);
  if (lines.length === 0) return null;
  const spectra = networks.map(({ spectrum }) => spectrum);
  const asked = askedPoints(spectra);
  const marks: readonly Mark[] = [
    ...lines,
    ...pointsOf({ points: asked, colour: "ink", size: 7, label: "batch sizes of this report" }),
    ...pointsOf({
      points: reachedPoints(spectra),
      colour: 1,
      size: 10,
      symbol: "diamond",
      label: "where networks go that leave BSB1",
    }),
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
        x: { label: "batch size B", scale: "log", domain: [LEAST, Math.max(MOST, ...asked.map(([batch]) => batch))] },
        y: { label: "rate a layer", scale: spread > SPREAD ? "log" : "linear" },
        marks,
      },
    ],
  };
}
