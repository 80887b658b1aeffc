/** `theoria gegenbauer`: one coefficient a row. */
import type { Estimate } from "../numeric/estimate.js";
import type { Report } from "./report.js";
import { type Column, error, number, type Sheet, value } from "./sheet.js";

export interface GegenbauerResult {
  readonly activation: string;
  readonly batch: number;
  readonly gamma: number;
  readonly beta: number;
  readonly coefficients: readonly Estimate[];
  readonly gaps: readonly number[];
}

const columns: readonly Column[] = [
  { title: "k", tex: "$k$", align: "right" },
  { title: "a_k", tex: "$a_k$", align: "decimal" },
  { title: "± error", tex: null, align: "right" },
  { title: "c_k", tex: "$c_k$", align: "decimal" },
];

function title({ activation, batch, gamma, beta }: GegenbauerResult): string {
  const scaled = gamma === 1 ? "" : `, gamma ${gamma}`;
  const shifted = beta === 0 ? "" : `, beta ${beta}`;
  return `${activation}, batch ${batch === Infinity ? "∞" : batch}${scaled}${shifted}`;
}

function sheet(results: readonly GegenbauerResult[]): Sheet {
  const groups = results.map((result) => ({
    title: title(result),
    rows: result.coefficients.map((a, k) => ({ cells: [number(k), value(a), error(a), number(result.gaps[k]!)] })),
  }));
  return { columns, groups };
}

export function gegenbauerReport(results: readonly GegenbauerResult[]): Report {
  return {
    sheet: () => sheet(results),
    csv: () => ({
      header: ["activation", "batch", "gamma", "beta", "k", "a", "a_error", "c", "converged"],
      rows: results.flatMap(({ activation, batch, gamma, beta, coefficients, gaps }) =>
        coefficients.map((a, k) => [activation, batch, gamma, beta, k, a.value, a.error, gaps[k]!, a.converged]),
      ),
    }),
    json: () => ({ results }),
  };
}
