import { renderJson } from "./json.js";

export const formulaFormats = ["text", "latex", "json", "js", "sympy"] as const;

export type FormulaFormat = (typeof formulaFormats)[number];

/** One answer about a formula in the forms that it can be written down in; each text ends with a line end. */
export interface FormulaReport {
  text(): string;
  latex(): string;
  /** What schema/output.schema.json describes. */
  json(): object;
  /** The formula alone. */
  js(): string;
  sympy(): string;
}

export const renderFormula = (report: FormulaReport, format: FormulaFormat): string =>
  format === "json" ? renderJson(report.json()) : report[format]();
