/** Regions of gated networks with two inputs, as pictures of a square of the plane. */
import type { GatedNetwork } from "../../theory/gating/network/gatedNetwork.js";
import { gateNormals } from "../../theory/gating/network/gateNormals.js";
import { log10PathMasses } from "../../theory/gating/paths/pathMass.js";
import { pathPolygon } from "../../theory/gating/regions/pathPolygon.js";
import { heatMarks } from "../heatMarks.js";
import type { Axis, Colour, Mark, Panel, Point } from "../plot.js";
import { rounded } from "../statistics.js";

/** The square [-reach, reach]^2. */
export interface SquareOptions {
  /** Default 1.5: the unit circle with a margin. */
  readonly reach?: number;
}

const REACH = 1.5;

/** Both axes of the square. */
export function squareAxes(reach: number): { readonly x: Axis; readonly y: Axis } {
  const domain = [-reach, reach] as const;
  const ticks = [-1, 0, 1].map((sign) => ({ at: sign * Math.floor(reach), text: String(sign * Math.floor(reach)) }));
  const own = reach >= 1 ? { domain, ticks } : { domain };
  return { x: { label: "x1", ...own }, y: { label: "x2", ...own } };
}

const circle: Mark = {
  kind: "line",
  colour: "ink",
  width: 1,
  points: Array.from({ length: 97 }, (_, k): Point => [Math.cos((k * Math.PI) / 48), Math.sin((k * Math.PI) / 48)]),
};

export interface PathCountOptions extends SquareOptions {
  /** Cells a side; default 64. */
  readonly resolution?: number;
  /** log10 of the path counts at the ends of the ramp: the same for panels that are compared. Default: those of the panel. */
  readonly range?: readonly [number, number];
  /** Whether the unit circle is drawn; default true. */
  readonly withCircle?: boolean;
}

/** log10 of the number of active paths on a grid of cell middles, the lowest row first; -Infinity where no path is active. */
export function pathCounts(
  network: GatedNetwork,
  { reach = REACH, resolution = 64 }: PathCountOptions = {},
): number[][] {
  const at = (k: number) => reach * ((2 * k + 1) / resolution - 1);
  const numbers = Array.from({ length: resolution }, (_, k) => k);
  const points = numbers.flatMap((j) => numbers.map((i) => [at(i), at(j)]));
  const values = log10PathMasses(network, points);
  return numbers.map((j) => values.slice(j * resolution, (j + 1) * resolution));
}

/** A heat map of the number of active paths |A(x)|, on a logarithmic ramp; the sum of the gates of all paths where they are soft. */
export function pathCountPanel(network: GatedNetwork, title: string, options: PathCountOptions = {}): Panel {
  const { reach = REACH, range, withCircle = true } = options;
  const rows = pathCounts(network, options);
  const marks = heatMarks(rows, {
    ...{ x: [-reach, reach], y: [-reach, reach] },
    ...(range !== undefined && { range }),
    label: (value) => `${rounded(10 ** value, 2)} paths`,
  });
  return { title, ...squareAxes(reach), marks: withCircle ? [...marks, circle] : marks };
}

/** The half-plane a x + b y + c >= 0 within the square, and its boundary. */
function halfPlaneMarks(normal: readonly number[], offset: number, colour: Colour, reach: number): Mark[] {
  const side = pathPolygon([[normal]], [0], { biases: [[offset]], box: [-reach, reach] });
  const zero = (x: number, y: number) => {
    const terms = [normal[0]! * x, normal[1]! * y, offset];
    // corners are rounded: what is left of the sum is rounding, or a multiple of the side of the square
    return Math.abs(terms[0]! + terms[1]! + offset) <= 1e-9 * Math.max(...terms.map(Math.abs));
  };
  const boundary = side.corners.filter(([x, y]) => zero(x, y));
  return [
    { kind: "polygon", colour, opacity: 0.3, points: side.corners },
    ...(boundary.length === 2 ? [{ kind: "line", colour, width: 1.5, points: boundary } as const] : []),
  ];
}

export interface HalfPlaneOptions extends SquareOptions {
  /** Which neurons of the layer, from 0 up; default all. */
  readonly neurons?: readonly number[];
  readonly title?: (layer: number, neuron: number) => string;
}

/** One panel a neuron of a hidden layer (from 1) of a DLGN: the half-plane in which it is active, and the unit circle. */
export function halfPlanePanels(
  network: GatedNetwork,
  layer: number,
  options: HalfPlaneOptions = {},
): readonly Panel[] {
  const { reach = REACH, title = (l, i) => `layer ${l}, neuron ${i + 1}` } = options;
  const { normals, offsets } = gateNormals(network)[layer - 1]!;
  const neurons = options.neurons ?? normals.map((_, i) => i);
  return neurons.map((i) => ({
    title: title(layer, i),
    ...squareAxes(reach),
    marks: [...halfPlaneMarks(normals[i]!, offsets[i]!, 0, reach), circle],
  }));
}

/** One panel for all neurons of a hidden layer of a DLGN: their half-planes above each other, dark where many are active. */
export function layerPanel(network: GatedNetwork, layer: number, { reach = REACH }: SquareOptions = {}): Panel {
  const { normals, offsets } = gateNormals(network)[layer - 1]!;
  const faint = 1 - 0.1 ** (1 / Math.max(2, normals.length));
  const marks = normals.flatMap((normal, i) =>
    halfPlaneMarks(normal, offsets[i]!, 0, reach).map((mark): Mark => {
      return { ...mark, opacity: mark.kind === "polygon" ? faint : 0.6 };
    }),
  );
  return { title: `layer ${layer}`, ...squareAxes(reach), marks: [...marks, circle] };
}

/** Closed outlines of polygons, filled in one colour. */
export const polygonMarks = (
  polygons: readonly (readonly Point[])[],
  colour: Colour,
  label?: string,
): readonly Mark[] =>
  polygons.flatMap((points, k): Mark[] => [
    { kind: "polygon", colour, opacity: 0.45, points, ...(label !== undefined && k === 0 && { label }) },
    { kind: "line", colour, width: 1, points: [...points, points[0]!] },
  ]);
