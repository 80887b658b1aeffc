/** The two networks of Figure 1 with weights that are ours, exactly. */
import { activeIntervals } from "../../theory/gating/regions/activeIntervals.js";
import { reluPathRegion } from "../../theory/gating/regions/reluPathRegion.js";
import type { Panel, Plot } from "../plot.js";
import { polygonMarks, squareAxes } from "./regionPictures.js";

/** Nodes relu(x - i) below one with weights 1, -2, 2, -2 and bias -1/2. */
const teeth = {
  weights: [[[1], [1], [1], [1]], [[1, -2, 2, -2]]],
  options: { biases: [[0, -1, -2, -3], [-0.5]], interval: [-1, 5] as const },
};

/** Nodes x1 and relu(-x2) below one that reads eps relu(-x2). */
const jumping = (eps: number) => [
  [
    [1, 0],
    [0, -1],
  ],
  [[0, eps]],
];

export const teethIntervals = () => activeIntervals(teeth.weights, [0, 0], teeth.options);

export const jumpingRegion = (eps: number) => reluPathRegion(jumping(eps), [0, 0]);

function leftPanel(): Panel {
  const { weights, options } = teeth;
  const found = teethIntervals();
  const upper = (x: number) =>
    weights[1]![0]!.reduce((sum, w, i) => sum + w * Math.max(0, x + options.biases[0]![i]!), -0.5);
  return {
    title: "left: the region of red and green is two intervals",
    x: { label: "x", domain: [-1, 5] },
    y: { label: "preactivation", domain: [-2, 2] },
    marks: [
      ...found.map(({ from, to }, k) => {
        const points = [
          [from, -2, 2],
          [to, -2, 2],
        ] as const;
        return { kind: "band", colour: 0, points, ...(k === 0 && { label: "active path region" }) } as const;
      }),
      {
        kind: "line",
        colour: 1,
        label: "red node",
        points: [
          [-1, -1],
          [5, 5],
        ],
      },
      { kind: "line", colour: 2, label: "green node", points: [-1, 0, 1, 2, 3, 5].map((x) => [x, upper(x)] as const) },
    ],
  };
}

const rightPanel = (eps: number, title: string): Panel => ({
  title,
  ...squareAxes(1),
  marks: polygonMarks(
    jumpingRegion(eps).pieces.map(({ corners }) => corners),
    0,
    "active path region",
  ),
});

export const witnesses = (): Omit<Plot, "metadata"> => ({
  title: "Active path regions of ReLU networks: disconnected, and discontinuous in a weight",
  caption:
    "Weights are ours, those of the figure are not in the text. Left: the node green = relu(x) - 2 relu(x-1) + 2 relu(x-2) - 2 relu(x-3) - 1/2 above the node red = x. Right: the node eps relu(-x2) above the node x1. Everything is exact.",
  columns: 3,
  panels: [leftPanel(), rightPanel(0.01, "right: eps = 0.01"), rightPanel(-0.01, "right: eps = -0.01")],
});
