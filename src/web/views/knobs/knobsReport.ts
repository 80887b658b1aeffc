/** The numbers of the view as files: a line through the chosen point as a table, everything as CSV and JSON. */
import { rateReport } from "../../../render/rateReport.js";
import type { Report } from "../../../render/report.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { KnobGrid } from "./knobGrid.js";

export function knobsReport(grid: KnobGrid, row: readonly RateResult[]): Report {
  const all = [...grid.cells]
    .sort((a, b) => a.j - b.j || a.i - b.i)
    .flatMap(({ result }) => (result === null ? [] : [result]));
  return {
    sheet: () => rateReport(row).sheet(),
    csv: () => rateReport(all).csv(),
    json: () => ({ x: grid.x, y: grid.y, results: all }),
  };
}
