import * as z from "zod";
import { planeRegions } from "../../../theory/gating/regions/planeRegions.js";
import { kind } from "../../kind.js";
import { real } from "../../schemas.js";
import { hiddenBiases, hiddenWeights, planeNames, square } from "./planeInputs.js";

export const regions = kind({
  name: "regions",
  area: "gating",
  doc: "how many activation pattern regions and active path regions there are in a square, by exact arithmetic",
  inputs: z.strictObject({ W: hiddenWeights, b: hiddenBiases.optional(), box: square.optional() }),
  result: z.object({
    relu_regions_in_box: z.int().describe("Cells of positive area of the ReLU network."),
    dlgn_regions_in_box: z.int().describe("The same with linear gates."),
    dlgn_regions_whole_plane: z.int().describe("Regions between the lines of all neurons."),
    dlgn_nonempty_paths_in_box: real.describe("Paths whose region has an area in the box."),
    paths_total: real.describe("The product of the widths."),
    relu_largest_cell_area: real,
  }),
  example: {
    W: [
      [
        [1, 2],
        [-1, 1],
      ],
      [[1, -1]],
    ],
    b: [[0.5, -0.25], [0.1]],
    box: [-1, 1],
  },
  names: planeNames,
  compute({ W, b, box }) {
    const { linear, relu, paths } = planeRegions(W, { ...(b && { biases: b }), ...(box && { box }) });
    return {
      relu_regions_in_box: relu.cells,
      dlgn_regions_in_box: linear.cells,
      dlgn_regions_whole_plane: linear.plane.regions,
      dlgn_nonempty_paths_in_box: Number(linear.paths),
      paths_total: Number(paths),
      relu_largest_cell_area: relu.largestAreaNumber,
    };
  },
});
