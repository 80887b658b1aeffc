import * as z from "zod";
import { activeIntervals } from "../../../theory/gating/regions/activeIntervals.js";
import { kind } from "../../kind.js";
import { number, realRows, sameLength, vector } from "../../schemas.js";

export const fig1 = kind({
  name: "fig1",
  area: "gating",
  doc: "where a hidden node and one above it are both active in a ReLU network with one input (Figure 1, left)",
  inputs: z
    .strictObject({
      layer1_w: vector.describe("Weights of the first hidden layer, which reads x."),
      layer1_b: vector.describe("Its biases."),
      red: z
        .string()
        .regex(/^layer-1 neuron \d{1,4}$/, 'a text like "layer-1 neuron 0"')
        .describe("The node of the first layer, counted from 0."),
      green_w: vector.describe("Weights of the node above, which reads the ReLUs of the first layer."),
      green_b: number.describe("Its bias."),
      interval: z.tuple([number, number]).describe("Where to look."),
    })
    .check(sameLength("layer1_w", "layer1_b", "green_w")),
  result: z.object({
    active_path_region: realRows.describe("Closed intervals where both preactivations are from 0 up, ascending."),
  }),
  example: {
    layer1_w: [1, 1],
    layer1_b: [0, -1],
    red: "layer-1 neuron 0",
    green_w: [1, -2],
    green_b: -0.5,
    interval: [-1, 5],
  },
  names: { weights: "layer1_w", biases: "layer1_b", path: "red" },
  compute({ layer1_w, layer1_b, red, green_w, green_b, interval }) {
    const neuron = Number(red.slice(red.lastIndexOf(" ") + 1));
    const found = activeIntervals([layer1_w.map((w) => [w]), [green_w]], [neuron, 0], {
      biases: [layer1_b, [green_b]],
      interval,
    });
    return { active_path_region: found.map(({ from, to }) => [from, to]) };
  },
});
