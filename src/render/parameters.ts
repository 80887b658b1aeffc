/** The columns that say which network a row is about. */

import type { RateResult } from "../theory/batchnorm/results/networkResult.js";
import type { CsvCell } from "./csv.js";
import { type Cell, type Column, code, number } from "./sheet.js";

type Parameter = "epsilon" | "gamma" | "beta" | "weightVariance";

const parameters: readonly { name: Parameter; standard: number; column: Column }[] = [
  { name: "epsilon", standard: 0, column: { title: "epsilon", tex: "$\\epsilon$", align: "right", hoists: true } },
  { name: "gamma", standard: 1, column: { title: "gamma", tex: "$\\gamma$", align: "right", hoists: true } },
  { name: "beta", standard: 0, column: { title: "beta", tex: "$\\beta$", align: "right", hoists: true } },
  {
    name: "weightVariance",
    standard: 1,
    column: { title: "weight\nvariance", tex: "$\\sigma_w^2$", align: "right", hoists: true },
  },
];

export const activationColumn: Column = {
  title: "activation",
  tex: "activation",
  align: "left",
  shrinks: true,
  hoists: true,
};
export const batchColumn: Column = { title: "batch", tex: "$B$", align: "right", hoists: true };

export interface ParameterColumns {
  readonly columns: readonly Column[];
  cells(result: RateResult): Cell[];
}

/** Activation and batch, and each other parameter that some row changes from its default. */
export function parameterColumns(results: readonly RateResult[]): ParameterColumns {
  const changed = parameters.filter(({ name, standard }) => results.some((result) => result[name] !== standard));
  return {
    columns: [activationColumn, batchColumn, ...changed.map(({ column }) => column)],
    cells: (result) => [
      code(result.activation),
      number(result.batch),
      ...changed.map(({ name }) => number(result[name], 6)),
    ],
  };
}

/** "tanh, batch 64, epsilon 1e-5": a heading. */
export function parameterTitle(result: RateResult): string {
  const changed = parameters.filter(({ name, standard }) => result[name] !== standard);
  const rest = changed.map(({ name, column }) => `, ${column.title.replace("\n", " ")} ${result[name]}`);
  return `${result.activation}, batch ${result.batch === Infinity ? "∞" : result.batch}${rest.join("")}`;
}

export const parameterHeader = ["activation", "batch", "epsilon", "gamma", "beta", "weight_variance"];

export function parameterFields({ activation, batch, epsilon, gamma, beta, weightVariance }: RateResult): CsvCell[] {
  return [activation, batch, epsilon, gamma, beta, weightVariance];
}
