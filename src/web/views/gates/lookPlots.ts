/** What networks look like at one epoch, as pictures. */

import { polygonMarks } from "../../../experiments/gating/regionPictures.js";
import { heatMarks } from "../../../experiments/heatMarks.js";
import type { Axis, Mark, Panel, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import { equalAngles, KERNEL_POINTS, OUTPUTS, REACH } from "./circleAngles.js";
import { type Frequencies, pathText } from "./circleNetwork.js";
import type { GatesLook } from "./gatesLookTask.js";
import type { KernelName } from "./kernelNames.js";

/** Of one network, with its place in the list, which is its colour. */
export interface NamedLook {
  readonly name: string;
  readonly index: number;
  readonly look: GatesLook;
}

const DIGITS = 4;
const named = [0, 1, 2];
const piText = (at: number): string => (at === 0 ? "0" : at === 1 ? "π" : `${at}π`);
const angleAxis: Axis = { label: "angle", domain: [0, 2], ticks: named.map((at) => ({ at, text: piText(at) })) };
const angleText = (angle: number): string => `${showNumber(angle, DIGITS)}π`;

const pairs: Readonly<Record<Frequencies, readonly [number, number]>> = {
  ...{ "slow on top": [2, 8], swapped: [8, 2], equal: [8, 8] },
};

/** The target and the outputs around the circle. */
export function outputPlot(looks: readonly NamedLook[], frequencies: Frequencies, angle: number): Plot {
  const angles = equalAngles(OUTPUTS);
  const [top, below] = pairs[frequencies];
  const target = angles.map((at) => Math.sin((at < 1 ? top : below) * at * Math.PI));
  const drawn = looks.map(({ name, index, look }): Mark => {
    return {
      ...{ kind: "line", colour: index, label: name, points: angles.map((at, k) => [at, look.outputs[k]!]) },
      hints: angles.map(
        (at, k) =>
          `${name}, angle ${angleText(at)}: output ${showNumber(look.outputs[k]!, DIGITS)}, target ${showNumber(target[k]!, DIGITS)}`,
      ),
    };
  });
  const heights = [-1, 1, ...looks.flatMap(({ look }) => look.outputs)];
  const domain = [Math.min(...heights) - 0.1, Math.max(...heights) + 0.1] as const;
  return {
    title: "What they have learned",
    caption: `Outputs around the circle, and the target sin(f t): f = ${top} on top, ${below} below. Vertical line: the chosen point.`,
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        ...{ title: "", x: angleAxis, y: { label: "output", domain } },
        marks: [
          {
            kind: "line",
            colour: "muted",
            width: 1,
            points: [
              [angle, domain[0]],
              [angle, domain[1]],
            ],
          },
          {
            kind: "line",
            colour: "ink",
            dash: "dotted",
            label: "target",
            points: angles.map((at, k) => [at, target[k]!]),
          },
          ...drawn,
        ],
      },
    ],
  };
}

/** Values are read at the cells: row j from the top is angle j. */
function withValues(marks: readonly Mark[], rows: GatesLook["kernel"]): readonly Mark[] {
  const angles = equalAngles(KERNEL_POINTS);
  const place = (at: number) => Math.min(KERNEL_POINTS - 1, Math.max(0, Math.floor((at / 2) * KERNEL_POINTS)));
  return marks.map((mark) => ({
    ...mark,
    hints: mark.points.map(([x, y]) => {
      const [i, j] = [place(x), KERNEL_POINTS - 1 - place(y)];
      return `angles ${angleText(angles[j]!)} and ${angleText(angles[i]!)}: ${showNumber(rows[j]![i]!, DIGITS)}`;
    }),
  }));
}

/** A kernel over the circle, as a matrix is written. */
export function kernelPlot({ name, look }: NamedLook, kernel: KernelName): Plot {
  const domain = [0, 2] as const;
  const most = Math.max(...look.kernel.map((row) => Math.max(...row)), Number.MIN_VALUE);
  const least = Math.min(0, ...look.kernel.map((row) => Math.min(...row)));
  const marks = heatMarks(look.kernel, {
    ...{ x: domain, y: domain, range: [least, most], first: "top", label: (value: number) => showNumber(value, 3) },
  });
  const words = kernel === "overlap" ? "Overlap kernel" : "Tangent kernel";
  const what =
    kernel === "overlap" ? "Active paths that two points share" : "How much a step at one point changes another";
  return {
    title: `${words}, ${name}, epoch ${look.epoch}`,
    caption: `${what}, over the mean of the diagonal. ${showNumber(100 * look.topShare, 3)} % of the trace lies on the top half, from 0 to π.`,
    ...{ columns: 1, square: true, metadata: {} },
    panels: [
      {
        ...{ title: "", x: angleAxis },
        y: { label: "angle", domain, ticks: named.map((at) => ({ at, text: piText(2 - at) })) },
        marks: withValues(marks, look.kernel),
      },
    ],
  };
}

const circle: Mark = {
  ...{ kind: "line", colour: "ink", width: 1 },
  points: Array.from({ length: 97 }, (_, k): Point => [Math.cos((k * Math.PI) / 48), Math.sin((k * Math.PI) / 48)]),
};

function planePanel(title: string, marks: readonly Mark[]): Panel {
  const domain = [-REACH, REACH] as const;
  const ticks = [-1, 0, 1].map((at) => ({ at, text: String(at) }));
  return { title, x: { label: "x1", domain, ticks }, y: { label: "x2", domain, ticks }, marks: [...marks, circle] };
}

/** The middle of a sector, at two thirds of the way out. */
function middleOf(corners: readonly Point[]): Point {
  const out = corners.filter(([x, y]) => x !== 0 || y !== 0);
  const [x, y] = [0, 1].map((axis) => out.reduce((sum, corner) => sum + corner[axis]!, 0) / out.length);
  return [(2 * x!) / 3, (2 * y!) / 3];
}

/** All regions by the number of their active paths. */
export function regionsPlot({ name, look }: NamedLook, angle: number): Plot {
  const most = Math.max(...look.cells.map(({ paths }) => paths), 1);
  // an edge of the same colour closes the hair between two cells
  const cells = look.cells.flatMap(({ corners, paths }): Mark[] => {
    const colour = { ramp: 1 - paths / most };
    return [
      { kind: "polygon", colour, opacity: 1, points: corners },
      { kind: "line", colour, width: 1, points: [...corners, corners[0]!] },
    ];
  });
  const read: Mark = {
    ...{ kind: "points", colour: "ink", symbol: "dot", size: 1, opacity: 0 },
    points: look.cells.map(({ corners }) => middleOf(corners)),
    hints: look.cells.map(({ paths }) => `${showNumber(paths, DIGITS)} active paths in this region`),
  };
  const point: Mark = {
    ...{ kind: "points", colour: "ink", symbol: "circle", size: 8 },
    points: [[Math.cos(Math.PI * angle), Math.sin(Math.PI * angle)]],
    hints: [`the chosen point, angle ${angleText(angle)}`],
  };
  return {
    title: `Regions, ${name}, epoch ${look.epoch}`,
    caption: `${look.cells.length} regions in which the same neurons are active. Strong colours: many active paths, up to ${showNumber(most, 6)} here.`,
    ...{ columns: 1, square: true, metadata: {} },
    panels: [planePanel("", [...cells, read, point])],
  };
}

/** Above and below the line of their layer, so that networks do not hide each other. */
const BESIDE = 0.12;

/** Where the half-planes of all neurons point; null for networks that have none. */
export function directionsPlot(looks: readonly NamedLook[], depth: number): Plot | null {
  const marks = looks.flatMap(({ name, index, look }): Mark[] => {
    if (look.directions === null) return [];
    const points = look.directions.flatMap((angles, layer) =>
      angles.map((angle, neuron) => ({ angle, layer: layer + 1, neuron: neuron + 1 })),
    );
    return [
      {
        ...{
          kind: "points",
          colour: index,
          symbol: index === 0 ? "circle" : "triangle",
          size: 6,
          opacity: 0.7,
          label: name,
        },
        points: points.map(({ angle, layer }) => [angle, layer + (index === 0 ? BESIDE : -BESIDE)]),
        hints: points.map(
          ({ angle, layer, neuron }) => `${name}, layer ${layer}, neuron ${neuron}: angle ${angleText(angle)}`,
        ),
      },
    ];
  });
  if (marks.length === 0) return null;
  const layers = Array.from({ length: depth }, (_, layer) => ({ at: layer + 1, text: String(layer + 1) }));
  const up: Mark = {
    ...{ kind: "line", colour: "muted", width: 1, dash: "dotted" },
    points: [
      [0.5, 0.5],
      [0.5, depth + 0.5],
    ],
  };
  return {
    title: "Where half-planes point",
    caption:
      "One mark a neuron: the direction into the half-plane in which it is active. Dotted line: straight up, the middle of the top half.",
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: angleAxis,
        y: { label: "layer", domain: [0.5, depth + 0.5], ticks: layers },
        marks: [up, ...marks],
      },
    ],
  };
}

/** One path: where each of its neurons is active, and where all are. */
export function pathPlot({ name, index, look }: NamedLook, kind: "half-planes" | "regions"): Plot {
  const panels = look.layers.map((polygons, layer) =>
    planePanel(`layer ${layer + 1}, neuron ${look.path[layer]! + 1}`, polygonMarks(polygons, index)),
  );
  const where = look.region.length === 0 ? "nowhere" : `in ${showNumber(100 * look.area, 3)} % of the square`;
  const there = look.active
    ? `At the chosen point it adds ${showNumber(look.contribution, DIGITS)} to the output, with step gates.`
    : "It is not active at the chosen point.";
  const rule =
    kind === "half-planes"
      ? "Each neuron has a half-plane; the path is active where they meet"
      : "Neurons of a ReLU network can have any number of parts; the path is active where they meet";
  return {
    title: `Path ${pathText(look.path)}, ${name}, epoch ${look.epoch}`,
    caption: `${rule}: ${where}. ${there}`,
    ...{ columns: 3, square: true, sharedAxes: true, metadata: {} },
    panels: [...panels, planePanel("the path", polygonMarks(look.region, index))],
  };
}
