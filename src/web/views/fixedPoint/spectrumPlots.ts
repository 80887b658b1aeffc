/** Pictures of a fixed point: its eigenvalues, the way to it, and where it is lost. */
import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import type { Estimate } from "../../../numeric/estimate.js";
import { showError, showNumber, showValue } from "../../../render/number.js";
import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import { LARGEST_ALPHA, SMALLEST_ALPHA } from "./power.js";
import type { TransitionCurve } from "./transitionTask.js";

const spaces = ["G", "L", "M"] as const;
const directions = ["forward", "backward"] as const;
const WIDTH = 0.7;

interface Bar {
  readonly at: number;
  readonly colour: number;
  readonly direction: string;
  readonly space: string;
  readonly estimate: Estimate;
}

const barsOf = (spectrum: Pick<SpectrumResult, "forward" | "backward">): readonly Bar[] =>
  directions.flatMap((direction, colour) =>
    spaces.flatMap((space, k): Bar[] => {
      const estimate = spectrum[direction][space];
      const shown = estimate !== null && Number.isFinite(estimate.value) && estimate.error < Number.POSITIVE_INFINITY;
      return shown ? [{ at: colour * 4 + k + 1, colour, direction, space, estimate }] : [];
    }),
  );

/** Eigenvalues on G, L and M, forward and backward, with 1 marked: above it, forward, networks leave; backward, gradients explode. */
export function eigenvaluePlot(spectrum: Pick<SpectrumResult, "forward" | "backward">): Plot {
  const bars = barsOf(spectrum);
  const marks = bars.flatMap(({ at, colour, direction, space, estimate }): Mark[] => [
    {
      ...{ kind: "polygon", colour, opacity: 0.75, label: direction },
      points: [
        [at - WIDTH / 2, 0],
        [at - WIDTH / 2, estimate.value],
        [at + WIDTH / 2, estimate.value],
        [at + WIDTH / 2, 0],
      ],
    },
    {
      ...{ kind: "points", colour, size: 4, points: [[at, estimate.value]] },
      hints: [`${direction} eigenvalue on ${space}: ${showValue(estimate)} ± ${showError(estimate)}`],
    },
  ]);
  const one: Mark = {
    ...{ kind: "line", colour: "ink", dash: "dashed", label: "1" },
    points: [
      [0.3, 1],
      [7.7, 1],
    ],
  };
  const top = Math.max(1, ...bars.map(({ estimate }) => estimate.value));
  return {
    title: "Eigenvalues at BSB1",
    caption:
      "Forward: a perturbation of the batch's covariance grows by this factor a layer; above 1 networks leave BSB1. Backward: so does the squared gradient; on G it is the rate.",
    columns: 1,
    panels: [
      {
        title: "",
        x: {
          label: "eigenspace, forward and backward",
          domain: [0.3, 7.7],
          ticks: [...spaces.map((text, k) => ({ at: k + 1, text })), ...spaces.map((text, k) => ({ at: k + 5, text }))],
        },
        y: { label: "eigenvalue", domain: [0, 1.1 * top] },
        marks: [...marks, one],
      },
    ],
    metadata: {},
  };
}

/** What is smaller is rounding. */
const SMALLEST = 1e-14;

export interface DistancePicture {
  readonly fixedPoint: Float64Array;
  /** By layer, from 0. */
  readonly theory: readonly Float64Array[];
  readonly sampled: readonly Float64Array[];
  readonly width: number;
  readonly layer: number;
}

const distance = (a: Float64Array, b: Float64Array): number => {
  const scale = b[0]!;
  return a.reduce((top, value, k) => Math.max(top, Math.abs(value - b[k]!)), 0) / scale;
};

/** The largest difference of an entry from BSB1, relative to q, by layer. */
export function distancePlot({ fixedPoint, theory, sampled, width, layer }: DistancePicture): Plot {
  const line = (name: string, colour: number, covariances: readonly Float64Array[], first: number): Mark => {
    const points = covariances
      .map((each, k): Point => [first + k, distance(each, fixedPoint)])
      .filter(([, y]) => y > SMALLEST && Number.isFinite(y));
    return {
      ...{ kind: "line", colour, label: name, points },
      hints: points.map(([l, y]) => `${name}, layer ${l}: ${showNumber(y, 3)}`),
    };
  };
  const lines = [line("theory", 0, theory, 0), line(`one network of width ${width}`, 1, sampled, 1)].filter(
    ({ points }) => points.length > 0,
  );
  const values = lines.flatMap(({ points }) => points.map(([, y]) => y!));
  const cursor: Mark = {
    ...{ kind: "line", colour: "muted", dash: "dotted" },
    points: [
      [layer, Math.min(...values)],
      [layer, Math.max(...values)],
    ],
  };
  return {
    title: "Distance from BSB1",
    caption: `The largest entry of the difference, relative to q. Theory comes as near as the largest forward eigenvalue lets it, layer by layer; a network of finite width fluctuates at order N^(-1/2).`,
    columns: 1,
    panels: [
      {
        title: "",
        x: { label: "layer" },
        y: { label: "distance", scale: "log" },
        marks: lines.length === 0 ? [] : [...lines, cursor],
      },
    ],
    metadata: {},
  };
}

/** The largest forward eigenvalue of max(x, 0)^alpha against alpha, with alpha_c and the chosen alpha. */
export function transitionPlot({ points, transition }: TransitionCurve, alpha: number): Plot {
  const values = points.map(({ forwardMax }) => forwardMax);
  const [low, high] = [Math.min(...values, 1), Math.max(...values, 1)];
  const vertical = (x: number, style: Pick<Mark, "colour" | "label"> & { dash: "dotted" | "dashed" }): Mark => ({
    ...{ kind: "line", ...style },
    points: [
      [x, low],
      [x, high],
    ],
  });
  const critical = transition.alpha;
  const within = critical !== null && critical.value <= LARGEST_ALPHA;
  const marks: readonly Mark[] = [
    {
      ...{ kind: "line", colour: 0, label: "largest forward eigenvalue" },
      points: points.map((each) => [each.alpha, each.forwardMax]),
      hints: points.map(
        (each) =>
          `alpha ${showNumber(each.alpha)}: ${showValue({ value: each.forwardMax, error: each.error })} ± ${showError({ value: each.forwardMax, error: each.error })}`,
      ),
    },
    {
      ...{ kind: "line", colour: "ink", dash: "dashed", label: "1" },
      points: [
        [SMALLEST_ALPHA, 1],
        [LARGEST_ALPHA, 1],
      ],
    },
    ...(within ? [vertical(critical.value, { colour: 1, dash: "dashed", label: "alpha_c" })] : []),
    vertical(alpha, { colour: "muted", dash: "dotted", label: "chosen alpha" }),
  ];
  return {
    title: "Where max(x, 0)^alpha loses BSB1",
    caption:
      critical === null
        ? `At batch ${transition.batch} BSB1 stays stable up to alpha = ${transition.searched}.`
        : `At batch ${transition.batch} BSB1 is lost at alpha_c = ${showValue(critical)} ± ${showError(critical)}: below it batches become symmetric, above it they part into groups (BSB2).`,
    columns: 1,
    panels: [
      {
        title: "",
        x: { label: "alpha", domain: [SMALLEST_ALPHA, LARGEST_ALPHA] },
        y: { label: "largest forward eigenvalue" },
        marks,
      },
    ],
    metadata: {},
  };
}
