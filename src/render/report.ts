import { type CsvTable, renderCsv } from "./csv.js";
import { renderJson } from "./json.js";
import { renderLatex } from "./latex.js";
import type { Sheet } from "./sheet.js";
import { renderTable, type TableOptions } from "./table.js";

export type Format = "table" | "json" | "csv" | "latex";

/** One answer in the forms that it can be written down in. */
export interface Report {
  sheet(): Sheet;
  csv(): CsvTable;
  /** What schema/output.schema.json describes. */
  json(): object;
}

export function renderReport(report: Report, format: Format, options: TableOptions = {}): string {
  switch (format) {
    case "table":
      return renderTable(report.sheet(), options);
    case "json":
      return renderJson(report.json());
    case "csv":
      return renderCsv(report.csv());
    case "latex":
      return renderLatex(report.sheet());
  }
}
