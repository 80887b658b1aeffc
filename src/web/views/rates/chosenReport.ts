/** The numbers of the view as files: the table at the chosen batch size, with the whole curves below it as CSV, both as JSON. */
import { rateReport } from "../../../render/rateReport.js";
import type { Report } from "../../../render/report.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { Curve } from "./curveOf.js";

export function chosenReport(chosen: readonly RateResult[], curves: readonly Curve[]): Report {
  const all = curves.flatMap(({ results, limit }) => [...results, ...(limit === null ? [] : [limit])]);
  const isOf = (a: RateResult) => (b: RateResult) => a.activation === b.activation && a.batch === b.batch;
  const between = chosen.filter((result) => !all.some(isOf(result)));
  return {
    sheet: () => rateReport(chosen).sheet(),
    csv: () => rateReport([...between, ...all]).csv(),
    json: () => ({ results: chosen, curves }),
  };
}
