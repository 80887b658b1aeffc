/** A gradient before and after batch norm, input by input. */
import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { Normalised } from "./normalisedNode.js";

const DIGITS = 4;

export function normalisedPlot(node: string, { activation, before, after }: Normalised): Plot {
  const marksOf = (values: readonly number[], colour: number, label: string, symbol: "circle" | "diamond"): Mark => ({
    ...{ kind: "points", colour, label, symbol, size: 7 },
    points: values.map((value, atom): Point => [activation[atom]!, value]),
    hints: values.map(
      (value, atom) =>
        `input ${atom + 1}, activation ${showNumber(activation[atom]!, DIGITS)}: gradient ${label} ${showNumber(value, DIGITS)}`,
    ),
  });
  return {
    title: `Batch norm at node ${node}`,
    caption:
      "A point an input: the gradient that arrives at the node, against the node's activation. After: times the standard deviation of the activation, so that only what is taken out differs: the mean and the slope.",
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: { label: "activation" },
        y: { label: "gradient" },
        marks: [marksOf(before, 0, "before", "circle"), marksOf(after, 1, "after", "diamond")],
      },
    ],
  };
}
