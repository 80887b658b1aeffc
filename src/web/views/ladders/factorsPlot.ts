/** Whether weights keep the factors apart while they learn. */
import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { FactorsRun } from "./factorsTask.js";

/** Zeros and what is below rounding stand at the lower edge. */
const FLOOR = 1e-18;
const DIGITS = 3;

/** The layers from below: "linear, batch norm, ReLU". */
export const orderText = (order: string): string =>
  order.replace("lin", "linear").replace("bn", "batch norm").replace("relu", "ReLU").replaceAll("-", ", ");

export function factorsPlot(runs: readonly FactorsRun[]): Plot {
  const marks = runs.map(({ order, separability, loss }, k): Mark => {
    const apart = separability.at(-1)! < 1e-9;
    return {
      ...{ kind: "line", colour: k, label: orderText(order), dash: apart ? "solid" : "dashed", width: 2 },
      points: separability.map((weight, step): Point => [step, Math.max(FLOOR, weight)]),
      hints: separability.map(
        (weight, step) =>
          `${orderText(order)}, step ${step}: ${showNumber(weight, DIGITS)} between factors, loss ${showNumber(loss[step]!, DIGITS)}`,
      ),
    };
  });
  return {
    title: "Weights between factors while a layer learns",
    caption:
      "The largest weight that mixes two factors, for each order of the layers, from 0 on. Dashed: above 1e-9 at the end. What is below 1e-18 stands there.",
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: { label: "step", domain: [0, Math.max(1, ...runs.map(({ loss }) => loss.length - 1))] },
        y: { label: "largest weight", scale: "log", domain: [FLOOR, 10] },
        marks,
      },
    ],
  };
}
