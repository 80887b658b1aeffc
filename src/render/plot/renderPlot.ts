/** A plot as one SVG file, the same bytes in Node and in a browser: no fonts, scripts or links, only text and paths. */
import type { Plot } from "../../experiments/plot.js";
import { type DrawnPlot, drawPlot, type PlotOptions } from "./drawPlot.js";
import { escapeXml } from "./escapeXml.js";
import { FONT } from "./layout.js";
import { plotStyle, type Scheme } from "./plotStyle.js";

export interface DocumentOptions extends PlotOptions {
  /** Default: the reader's own. */
  readonly scheme?: Scheme;
}

function document({ name, width, height, content }: DrawnPlot, plot: Plot, scheme?: Scheme): string {
  const [title, description, ...shown] = content;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${name}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="max-width:100%;height:auto" role="img" aria-labelledby="${name}-title ${name}-desc" font-size="${FONT}">`,
    ...[title, description],
    `<metadata>${escapeXml(JSON.stringify(plot.metadata))}</metadata>`,
    `<style>${escapeXml(plotStyle(name, plot, scheme)).replaceAll("&quot;", '"')}</style>`,
    ...shown,
    "</svg>",
    "",
  ].join("\n");
}

/**
 * The plot as an SVG document. Text and data are escaped; colours follow the reader's light or dark scheme; a title and a description are there for
 * those who do not see it.
 *
 * @throws TheoryError for numbers that are not finite (or not positive on a logarithmic axis), empty domains, no panel, and widths outside 240 .. 2000.
 */
export const renderPlot = (plot: Plot, options: DocumentOptions = {}): string =>
  document(drawPlot(plot, options), plot, options.scheme);
