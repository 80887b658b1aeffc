import { type Format, renderReport } from "../../render/report.js";
import { theoremsReport, theoremsText } from "../../render/theoremsReport.js";
import { everyTheorem, theoremsNamed } from "./theoremsNamed.js";

/** The whole output; without names, of every theorem. Throws a UsageError for unknown names. */
export function answerTheorems(names: readonly string[], format: Format, quiet: boolean): string {
  const chosen = names.length === 0 ? everyTheorem : theoremsNamed(names);
  return format === "table" ? theoremsText(chosen, quiet) : renderReport(theoremsReport(chosen), format);
}
