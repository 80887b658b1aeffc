/** One knob against a quantity, as a line. */
import type { Line, Plot, Point } from "../../../experiments/plot.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { shortText } from "../../show/shortText.js";
import { runsOf } from "../rates/curveOf.js";
import { type KnobAxis, knobPlace } from "./knob.js";
import { knobHint } from "./knobHint.js";
import { knobAxis } from "./knobPlot.js";
import { DEEPEST, type KnobQuantity, knobHeight, knobQuantityWords } from "./knobQuantity.js";

const dashes = { stays: "solid", unstable: "dashed", collapsed: "dotted" } as const;
const words = { stays: "BSB1 stable", unstable: "BSB1 unstable", collapsed: "samples have become alike" } as const;
const SPREAD = 6;

export interface Cut {
  readonly activation: string;
  readonly axis: KnobAxis;
  /** In the order of the axis. */
  readonly results: readonly RateResult[];
  readonly quantity: KnobQuantity;
  /** The chosen value of the knob. */
  readonly at: number;
}

export function cutPlot({ activation, axis, results, quantity, at }: Cut): Plot {
  const { knob } = axis;
  const runs = runsOf(results);
  const lines = runs.flatMap(({ kind, results: run }): Line[] => {
    const drawn = run.flatMap((result) => {
      const height = knobHeight(result, quantity);
      return height === null ? [] : [{ point: [knobPlace(knob, result[knob]), height] as Point, result }];
    });
    // one point of several runs is the end of the run before
    if (drawn.length < (runs.length > 1 ? 2 : 1)) return [];
    return [
      {
        ...{ kind: "line", colour: 0, dash: dashes[kind], label: words[kind] },
        points: drawn.map(({ point }) => point),
        hints: drawn.map(({ result }) => knobHint(result, [knob])),
      },
    ];
  });
  const heights = lines.flatMap(({ points }) => points.map(([, y]) => y));
  const log = heights.every((y) => y > 0) && Math.max(...heights) > SPREAD * Math.min(...heights);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const place = at > 0 || knob === "beta" || knob === "gamma" ? knobPlace(knob, at) : Number.NaN;
  const cursor: Line = {
    ...{ kind: "line", colour: "muted", width: 1 },
    points: [
      [place, low],
      [place, high],
    ],
  };
  const one: Line = {
    ...{ kind: "line", colour: "ink", dash: "dotted", width: 1, label: "1" },
    points: [axis.from, axis.to].map((end) => [knobPlace(knob, end), 1]),
  };
  const hasOne = quantity !== "trainable-depth" && low <= 1 && high >= 1;
  return {
    title: `${shortText(activation)} along ${knob}`,
    caption:
      quantity === "trainable-depth"
        ? `No line where gradients do not grow; ${DEEPEST} stands for all that is deeper.`
        : "",
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: knobAxis(axis),
        y: { label: knobQuantityWords[quantity], scale: log ? "log" : "linear" },
        marks:
          lines.length === 0 ? [] : [...(Number.isFinite(place) ? [cursor] : []), ...(hasOne ? [one] : []), ...lines],
      },
    ],
  };
}
