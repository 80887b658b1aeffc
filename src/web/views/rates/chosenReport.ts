/** The numbers of the view as files: the table at the chosen batch size, the whole curves as CSV, both as JSON. */
import { rateReport } from "../../../render/rateReport.js";
import type { Report } from "../../../render/report.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { Curve } from "./curveOf.js";

export function chosenReport(chosen: readonly RateResult[], curves: readonly Curve[]): Report {
  const all = curves.flatMap(({ results, limit }) => [...results, ...(limit === null ? [] : [limit])]);
  return {
    sheet: () => rateReport(chosen).sheet(),
    csv: () => rateReport(all.length === 0 ? chosen : all).csv(),
    json: () => ({ results: chosen, curves }),
  };
}
