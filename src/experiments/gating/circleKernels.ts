/** The kernels of networks that were trained on the circle, as matrices over its points in the order of their angles. */
import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import type { WeightMatrices } from "../../simulation/gating/weightMatrices.js";
import { overlapKernel, traceNormalised } from "../../theory/gating/kernels/overlapKernel.js";
import { tangentKernel } from "../../theory/gating/kernels/tangentKernel.js";
import { heatMarks } from "../heatMarks.js";
import type { Panel } from "../plot.js";
import { rounded } from "../statistics.js";
import { type CircleModel, hardNetwork, softNetwork } from "./circleMeasures.js";
import { circlePoints } from "./circleStudy.js";

export type KernelName = "overlap" | "tangent";

/** K/tr K at the 400 points: the overlap kernel of step gates, or the tangent kernel of the gates of the training. */
export function circleKernel(kernel: KernelName, model: CircleModel, weights: WeightMatrices): Matrix {
  const points = circlePoints();
  return traceNormalised(
    kernel === "overlap"
      ? overlapKernel(hardNetwork(model, weights), points)
      : tangentKernel(softNetwork(model, weights), points),
  );
}

/** The share of the trace on top. */
export const topShare = (kernel: Matrix): number =>
  kernel.slice(0, kernel.length / 2).reduce((sum, row, k) => sum + row[k]!, 0);

/** Means over blocks of `size` rows and columns: pictures have 50 cells a side. */
export function blockMeans(kernel: Matrix, size: number): number[][] {
  const count = kernel.length / size;
  const blocks = Array.from({ length: count }, (_, k) => k * size);
  const sum = (i: number, j: number) =>
    kernel.slice(i, i + size).reduce((total, row) => total + row.slice(j, j + size).reduce((a, b) => a + b, 0), 0);
  return blocks.map((i) => blocks.map((j) => sum(i, j) / size ** 2));
}

const [ends, names] = [
  [0, 1, 2],
  ["0", "pi", "2 pi"],
];

/** As a matrix is written: the first row above. */
export function kernelPanel(rows: Matrix, title: string, range: readonly [number, number]): Panel {
  const domain = [0, 2] as const;
  const label = (value: number) => String(rounded(value, 2));
  return {
    title,
    x: { label: "angle", domain, ticks: ends.map((at) => ({ at, text: names[at]! })) },
    y: { label: "angle", domain, ticks: ends.map((at) => ({ at, text: names[2 - at]! })) },
    marks: heatMarks(rows, { x: domain, y: domain, range, first: "top", label }),
  };
}
