/** Regions of gated networks with two inputs, as pictures of a square of the plane. */
import type { GatedNetwork } from "../../theory/gating/network/gatedNetwork.js";
import { gateNormals } from "../../theory/gating/network/gateNormals.js";
import { pathPolygon } from "../../theory/gating/regions/pathPolygon.js";
import type { Axis, Colour, Mark, Panel, Point } from "../plot.js";

/** Both axes of the square [-reach, reach]^2, reach >= 1. */
export function squareAxes(reach: number): { readonly x: Axis; readonly y: Axis } {
  const domain = [-reach, reach] as const;
  const ticks = [-1, 0, 1].map((sign) => ({ at: sign * Math.floor(reach), text: String(sign * Math.floor(reach)) }));
  return { x: { label: "x1", domain, ticks }, y: { label: "x2", domain, ticks } };
}

const circle: Mark = {
  kind: "line",
  colour: "ink",
  width: 1,
  points: Array.from({ length: 97 }, (_, k): Point => [Math.cos((k * Math.PI) / 48), Math.sin((k * Math.PI) / 48)]),
};

/** The half-plane a x + b y + c >= 0 within the square, and its boundary. */
function halfPlaneMarks(normal: readonly number[], offset: number, reach: number): Mark[] {
  const side = pathPolygon([[normal]], [0], { biases: [[offset]], box: [-reach, reach] });
  const zero = (x: number, y: number) => {
    const terms = [normal[0]! * x, normal[1]! * y, offset];
    // corners are rounded: what is left of the sum is rounding, or a multiple of the side of the square
    return Math.abs(terms[0]! + terms[1]! + offset) <= 1e-9 * Math.max(...terms.map(Math.abs));
  };
  const boundary = side.corners.filter(([x, y]) => zero(x, y));
  return [
    { kind: "polygon", colour: 0, opacity: 0.3, points: side.corners },
    ...(boundary.length === 2 ? [{ kind: "line", colour: 0, width: 1.5, points: boundary } as const] : []),
  ];
}

export interface HalfPlaneOptions {
  /** Which neurons of the layer, from 0 up. */
  readonly neurons: readonly number[];
  readonly title: (layer: number, neuron: number) => string;
  readonly reach: number;
}

/** One panel a neuron of a hidden layer (from 1) of a DLGN: the half-plane in which it is active, and the unit circle. */
export function halfPlanePanels(
  network: GatedNetwork,
  layer: number,
  { neurons, title, reach }: HalfPlaneOptions,
): readonly Panel[] {
  const { normals, offsets } = gateNormals(network)[layer - 1]!;
  return neurons.map((i) => ({
    title: title(layer, i),
    ...squareAxes(reach),
    marks: [...halfPlaneMarks(normals[i]!, offsets[i]!, reach), circle],
  }));
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
