/** Pictures of the gradient by layer: theory and simulated networks. */
import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import type { Estimate } from "../../../numeric/estimate.js";
import { showNumber } from "../../../render/number.js";
import { type MeasuringWindow, measuringWindow } from "../../../simulation/measuringWindow.js";
import type { LayerProfile } from "../../../simulation/running/runningSummary.js";

export interface GradientPicture {
  readonly depth: number;
  /** ln of the growth a layer at BSB1; null where there is none. */
  readonly logGrowth: Estimate | null;
  readonly stable: boolean;
  /** Where networks go that leave BSB1; null where that is not known. */
  readonly reachedGrowth: Estimate | null;
  /** By layer; empty before there are networks. */
  readonly profile: readonly (LayerProfile | null)[];
  readonly samples: number;
  readonly width: number;
}

type Layer = readonly [layer: number, profile: LayerProfile];

const DIGITS = 5;
const decades = (ln: number): number => ln / Math.LN10;

const layersOf = (profile: GradientPicture["profile"]): readonly Layer[] =>
  profile.flatMap((each, k): Layer[] => (each === null ? [] : [[k + 1, each]]));

/** "4.2315 ± 0.005", in powers of ten. */
function withError({ value, standardError }: { readonly value: number; readonly standardError: number }): string {
  const error = Number.isFinite(standardError) ? ` ± ${showNumber(decades(standardError), 2)}` : "";
  return `${showNumber(decades(value), DIGITS)}${error}`;
}

const theoryLine = (growth: Estimate, { depth }: GradientPicture, { to }: MeasuringWindow): readonly Point[] =>
  Array.from({ length: depth + 1 }, (_, k) => [k + 1, decades(growth.value * (to - k - 1))]);

function theoryMarks(picture: GradientPicture, window: MeasuringWindow): readonly Mark[] {
  const { logGrowth, reachedGrowth, stable } = picture;
  const hints = (name: string, points: readonly Point[]) =>
    points.map(([layer, y]) => `${name}, layer ${layer}: ${showNumber(y, DIGITS)}`);
  const line = (growth: Estimate | null, name: string, style: Pick<Mark, "colour"> & { dash: "dashed" | "dotted" }) => {
    if (growth === null) return [];
    const points = theoryLine(growth, picture, window);
    return [{ kind: "line", ...style, label: name, points, hints: hints(name, points) } as const];
  };
  return [
    ...line(logGrowth, stable ? "theory" : "theory at BSB1, which networks leave", { colour: "ink", dash: "dashed" }),
    ...line(reachedGrowth, "theory where they go", { colour: 2, dash: "dashed" }),
  ];
}

/** The ends of the measuring window, from `low` to `high`. */
function windowMarks({ from, to }: MeasuringWindow, low: number, high: number): readonly Mark[] {
  return [from, to].map((layer) => ({
    ...{ kind: "line", colour: "muted", dash: "dotted", width: 1 },
    points: [
      [layer, low],
      [layer, high],
    ],
  }));
}

function rangeOf(marks: readonly Mark[]): readonly [number, number] {
  let [low, high] = [0, 0];
  for (const { points } of marks) {
    for (const [, ...values] of points) {
      for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
    }
  }
  return low < high ? [low, high] : [-1, 1];
}

const averages = [
  ["meanLog", "E log", 0],
  ["logMean", "log E", 1],
] as const;

/** The squared gradient at each layer over that at the end of the measuring window, in powers of ten. */
export function gradientPlot(picture: GradientPicture): Plot {
  const { depth, profile, samples } = picture;
  const window = measuringWindow(depth);
  const layers = layersOf(profile);
  const spread = layers.filter(([, { deviation }]) => Number.isFinite(deviation));
  const networks: Mark[] =
    layers.length === 0
      ? []
      : [
          {
            ...{ kind: "band", colour: 0, opacity: 0.18, label: "networks: two standard deviations" },
            points: spread.map(
              ([
                layer,
                {
                  meanLog: { value },
                  deviation,
                },
              ]) => {
                return [layer, decades(value - 2 * deviation), decades(value + 2 * deviation)];
              },
            ),
          },
          ...averages.map(
            ([field, name, colour]): Mark => ({
              ...{ kind: "line", colour, label: `simulated, ${name}` },
              points: layers.map(([layer, { [field]: measured }]) => [layer, decades(measured.value)]),
              hints: layers.map(
                ([layer, { [field]: measured }]) =>
                  `layer ${layer}, ${name} of ${samples} networks: ${withError(measured)}`,
              ),
            }),
          ),
        ];
  const marks = [...networks, ...theoryMarks(picture, window)];
  return {
    title: "Gradient norm by layer",
    caption: `Powers of ten, relative to layer ${window.to}. The loss is at the right; theory is a straight line of slope -ln(rate)/ln(10). Growth is measured between the dotted lines. E log: the mean logarithm, of a typical network; log E: the logarithm of the mean, which rare networks carry.`,
    columns: 1,
    panels: [
      {
        title: "",
        x: { label: "layer", domain: [1, depth + 1] },
        y: { label: "squared gradient, log10" },
        marks: marks.length === 0 ? [] : [...windowMarks(window, ...rangeOf(marks)), ...marks],
      },
    ],
    metadata: {},
  };
}

/** What the networks have beyond the theory in the measuring window, with intervals of 95 %; null where there is nothing to compare. */
export function differencePlot(picture: GradientPicture): Plot | null {
  const { depth, logGrowth, profile, samples, width, stable } = picture;
  const { from, to } = measuringWindow(depth);
  const layers = layersOf(profile).filter(([layer]) => layer >= from && layer <= to);
  if (logGrowth === null || layers.length === 0 || samples < 2) return null;
  const theory = (layer: number) => logGrowth.value * (to - layer);
  const drawn = averages.flatMap(([field, name, colour]): Mark[] => {
    const own = layers.map(([layer, { [field]: measured }]) => [layer, measured] as const);
    return [
      {
        ...{ kind: "band", colour, opacity: 0.22 },
        points: own.map(
          ([
            layer,
            {
              interval: [low, high],
            },
          ]) => {
            return [layer, decades(low - theory(layer)), decades(high - theory(layer))];
          },
        ),
      },
      {
        ...{ kind: "line", colour, label: `simulated ${name} - theory` },
        points: own.map(([layer, { value }]) => [layer, decades(value - theory(layer))]),
        hints: own.map(
          ([layer, { value, standardError }]) =>
            `layer ${layer}, ${name} - theory: ${withError({ value: value - theory(layer), standardError })}`,
        ),
      },
    ];
  });
  const line: Mark = {
    ...{ kind: "line", colour: "ink", dash: "dashed", label: stable ? "theory" : "theory at BSB1" },
    points: [
      [from, 0],
      [to, 0],
    ],
  };
  return {
    title: "Simulation minus theory",
    caption: `Between the dotted lines. Bands: confidence intervals of 95 % for the mean over ${samples} networks.${stable ? ` At width ${width} both averages differ from the theory, and from each other, at order 1/N.` : ""}`,
    columns: 1,
    panels: [
      {
        title: "",
        x: { label: "layer", domain: [from, to] },
        y: { label: "difference, log10" },
        marks: [...drawn, line],
      },
    ],
    metadata: {},
  };
}
