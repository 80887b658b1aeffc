/** Spectra of Hessians, as a picture and a table. */
import type { Mark, Plot } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { Report } from "../../../render/report.js";
import { type Column, number, type Sheet } from "../../../render/sheet.js";
import type { DepthHessian, HessianQuestion } from "./hessianTask.js";

const DIGITS = 4;

const nameOf = ({ layers }: DepthHessian): string => (layers === 1 ? "1 hidden layer" : `${layers} hidden layers`);

/** All eigenvalues in order, against the share of them that is smaller: spectra of different sizes beside each other. */
export function hessianPlot(depths: readonly DepthHessian[]): Plot {
  const lines = depths.map((depth, k): Mark => {
    const { eigenvalues, parameters, error } = depth;
    return {
      ...{ kind: "line", colour: k, label: nameOf(depth) },
      points: eigenvalues.map((value, i) => [(i + 0.5) / parameters, value]),
      hints: eigenvalues.map(
        (value, i) =>
          `${nameOf(depth)}, eigenvalue ${i + 1} of ${parameters}: ${showNumber(value, DIGITS)} ± ${error.toExponential(0)}`,
      ),
    };
  });
  return {
    title: "Eigenvalues of the Hessian of the risk, in order",
    caption:
      "Random ReLU networks with random labels. The flat part in the middle: directions without curvature. Losses of straight pieces give as many negative directions as positive ones with one hidden layer.",
    ...{ columns: 1, metadata: {} },
    panels: [
      {
        title: "",
        x: { label: "share of the eigenvalues below", domain: [0, 1] },
        y: { label: "eigenvalue" },
        marks: lines,
      },
    ],
  };
}

const column = (title: string): Column => ({ title, tex: title, align: "decimal" });

export const hessianSheet = (depths: readonly DepthHessian[]): Sheet => ({
  columns: ["hidden layers", "parameters", "risk", "negative", "zero", "positive", "least", "greatest"].map(column),
  groups: [
    {
      title: null,
      rows: depths.map(({ layers, parameters, risk, negative, zero, positive, eigenvalues }) => ({
        cells: [
          ...[
            number(layers),
            number(parameters),
            number(risk, DIGITS),
            number(negative),
            number(zero),
            number(positive),
          ],
          ...[number(eigenvalues[0]!, DIGITS), number(eigenvalues.at(-1)!, DIGITS)],
        ],
      })),
    },
  ],
  remarks: ["Negative, zero, positive: numbers of eigenvalues; what lies within 1e-10 of the norm counts as zero."],
});

export const hessianReport = (question: HessianQuestion, depths: readonly DepthHessian[]): Report => ({
  sheet: () => hessianSheet(depths),
  csv: () => ({
    header: ["hidden_layers", "index", "eigenvalue", "error"],
    rows: depths.flatMap(({ layers, eigenvalues, error }) =>
      eigenvalues.map((value, k) => [layers, k + 1, value, error]),
    ),
  }),
  json: () => ({ ...question, depths }),
});
