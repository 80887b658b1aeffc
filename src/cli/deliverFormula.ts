import { type FormulaFormat, type FormulaReport, renderFormula } from "../render/formulaReport.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usageError.js";

/** Writes the report. Throws a UsageError where it has no such form. */
export function deliverFormula(report: FormulaReport, format: FormulaFormat, terminal: Terminal): void {
  const text = renderFormula(report, format);
  if (text === null) {
    throw new UsageError(`--format ${format}: there is no such form of this. Use text, latex or json.`);
  }
  terminal.write(text);
}
