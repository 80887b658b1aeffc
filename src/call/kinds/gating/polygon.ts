import * as z from "zod";
import { rationalText } from "../../../symbolic/rational.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { kind } from "../../kind.js";
import { real } from "../../schemas.js";
import { fraction, hiddenBiases, hiddenWeights, planeNames, square } from "./planeInputs.js";

export const polygon = kind({
  name: "polygon",
  area: "gating",
  doc: "the active region of a path of a deep linearly gated network with two inputs, an exact polygon",
  inputs: z.strictObject({
    W: hiddenWeights,
    b: hiddenBiases.optional(),
    path_zero_based: z.array(z.int().min(0)).min(1).describe("A neuron of each hidden layer, from 0 up."),
    box: square.optional(),
  }),
  result: z.object({
    halfspaces_a_b_c: z.array(z.array(fraction)).describe("a x + b y + c >= 0, one a layer."),
    vertices: z.array(z.array(fraction)).describe("Counterclockwise; [] where nothing is left."),
    area: fraction,
    area_float: real.describe("The nearest double."),
  }),
  example: { W: [[[1, 2]], [[0.5]]], b: [[0.5], [0]], path_zero_based: [0, 0], box: [-1, 1] },
  names: planeNames,
  compute({ W, b, path_zero_based, box }) {
    const found = pathPolygon(W, path_zero_based, { ...(b && { biases: b }), ...(box && { box }) });
    return {
      halfspaces_a_b_c: found.halfPlanes.map((side) => side.map(rationalText)),
      vertices: found.vertices.map((vertex) => vertex.map(rationalText)),
      area: rationalText(found.area),
      area_float: found.areaNumber,
    };
  },
});
