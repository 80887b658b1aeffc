import type { Plot } from "../../experiments/plot.js";
import { renderJson } from "../../render/json.js";
import type { Scheme } from "../../render/plot/plotStyle.js";
import { renderPlot } from "../../render/plot/renderPlot.js";
import { type Report, renderReport } from "../../render/report.js";
import { pngOf } from "./pngOf.js";

/** What a view hands out; a format appears where there is something for it. */
export interface Exportable {
  /** File names start with it. */
  readonly name: string;
  readonly plots: readonly Plot[];
  /** The table, as CSV, JSON and LaTeX. */
  readonly report?: Report;
  /** JSON instead of the report's; plain data. */
  readonly data?: object;
  /** TeX instead of the report's. */
  readonly tex?: string;
}

export interface ExportFile {
  readonly name: string;
  content(): Blob | Promise<Blob>;
}

export type ExportFormat = "SVG" | "PNG" | "CSV" | "JSON" | "TeX";

const WIDTH = 720;

const blob = (text: string, type: string) => new Blob([text], { type });

const numbered = (name: string, k: number, count: number, extension: string) =>
  `${name}${count === 1 ? "" : `-${k + 1}`}.${extension}`;

/** The files of each format. Pictures have the address of the view in their metadata, and are drawn in the scheme that is seen. */
export function exportsOf(
  given: Exportable,
  address: string,
  scheme: Scheme,
): ReadonlyMap<ExportFormat, readonly ExportFile[]> {
  const { name, plots, report, data = report?.json(), tex } = given;
  const documents = plots.map((plot) =>
    renderPlot({ ...plot, metadata: { ...plot.metadata, address } }, { width: WIDTH, scheme }),
  );
  const files = new Map<ExportFormat, readonly ExportFile[]>();
  if (documents.length > 0) {
    const named = (extension: string, content: (svg: string) => Blob | Promise<Blob>) =>
      documents.map((svg, k) => ({
        ...{ name: numbered(name, k, documents.length, extension), content: () => content(svg) },
      }));
    files.set(
      "SVG",
      named("svg", (svg) => blob(svg, "image/svg+xml")),
    );
    files.set(
      "PNG",
      named("png", (svg) => pngOf(svg)),
    );
  }
  const add = (format: ExportFormat, extension: string, type: string, text: () => string) =>
    files.set(format, [{ name: `${name}.${extension}`, content: () => blob(text(), type) }]);
  if (report !== undefined) add("CSV", "csv", "text/csv", () => renderReport(report, "csv"));
  if (data !== undefined) add("JSON", "json", "application/json", () => renderJson({ address, ...data }));
  if (tex !== undefined) add("TeX", "tex", "text/x-tex", () => tex);
  else if (report !== undefined) add("TeX", "tex", "text/x-tex", () => renderReport(report, "latex"));
  return files;
}
