import type { Mark, Plot } from "../../../experiments/plot.js";
import { showError, showValue } from "../../../render/number.js";
import type { ActivationRates } from "./ratesTask.js";

/** Rates against the batch size, with the limit of each as a dashed line and the chosen size as a vertical one. */
export function ratesPlot(rates: readonly ActivationRates[], batch: number): Plot {
  const drawn = rates.filter(({ results }) => results.length > 0);
  const marks = drawn.flatMap(({ activation, results }, colour): Mark[] => {
    const finite = results.filter((result) => result.batch < Infinity && Number.isFinite(result.rate.value));
    const limit = results.find((result) => result.batch === Infinity);
    return [
      {
        ...{ kind: "line", colour, label: activation },
        points: finite.map((result) => [result.batch, result.rate.value]),
        hints: finite.map(
          ({ batch: size, rate }) =>
            `${activation}, batch ${size}: rate ${showValue(rate)} ± ${showError(rate)} (${rate.method})`,
        ),
      },
      ...(limit === undefined
        ? []
        : [
            {
              ...{ kind: "line" as const, colour, dash: "dashed" as const, width: 1 },
              points: [[4, limit.rate.value] as const, [1e6, limit.rate.value] as const],
            },
          ]),
    ];
  });
  const values = marks.flatMap(({ points }) => points.map(([, y]) => y!));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const cursor: Mark = {
    kind: "line",
    colour: "muted",
    dash: "dotted",
    points: [
      [batch, low],
      [batch, high],
    ],
  };
  return {
    title: "Gradient-explosion rate against batch size",
    caption: "Dashed: the limit of large batches. Dotted: the chosen batch size.",
    columns: 1,
    panels: [
      {
        title: "",
        x: { label: "batch size", scale: "log", domain: [4, 1e6] },
        y: { label: "rate: growth of the squared gradient a layer" },
        marks: values.length === 0 ? [] : [...marks, cursor],
      },
    ],
    metadata: {},
  };
}
