import { renderJson } from "./json.js";

export const formulaFormats = ["text", "latex", "json", "js", "sympy"] as const;

export type FormulaFormat = (typeof formulaFormats)[number];

/** One answer about a formula in the forms that it can be written down in. */
export interface FormulaReport {
  text(): string;
  latex(): string;
  /** What schema/output.schema.json describes. */
  json(): object;
  /** The formula alone; null where the language has nothing of the kind. */
  js(): string | null;
  sympy(): string | null;
}

/** The whole output, with its last line end; null where there is none in this format. */
export function renderFormula(report: FormulaReport, format: FormulaFormat): string | null {
  if (format === "json") return renderJson(report.json());
  const text = report[format]();
  return text === null ? null : `${text}\n`;
}
