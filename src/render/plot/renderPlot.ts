/** A plot as one SVG file, the same bytes in Node and in a browser: no fonts, scripts or links, only text and paths. */
import type { Colour, Plot } from "../../experiments/plot.js";
import { domainError } from "../../numeric/domain.js";
import { assertPlot } from "./assertPlot.js";
import { describe } from "./describe.js";
import { drawPanel, textAt } from "./drawPanel.js";
import { escapeXml } from "./escapeXml.js";
import { FONT, LINE, layout, SMALL } from "./layout.js";
import { legendOf } from "./legend.js";
import { background, classOf, grid, type Shades, shadesOf } from "./palette.js";
import { wrapText } from "./textWidth.js";

export interface PlotOptions {
  /** Of the picture's own pixels, 240 .. 2000; default 480, where the text is still read when a telephone shows it on 360. */
  readonly width?: number;
}

const WIDTH = 480;
const MARGIN = 8;
const TITLE = 14;

/** A name for ids and classes: two plots may stand on one page. FNV-1a. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return `p${hash.toString(36)}`;
}

function styleOf(name: string, { panels }: Plot): string {
  const used = new Map<string, Shades>();
  const colours: Colour[] = ["ink", "muted", ...panels.flatMap(({ marks }) => marks.map(({ colour }) => colour))];
  for (const colour of colours) used.set(classOf(colour), shadesOf(colour));
  const rules = (scheme: keyof Shades) => [
    `.${name}{background:${background[scheme]}}`,
    `.${name} .t,.${name} .h{fill:${shadesOf("ink")[scheme]}}`,
    `.${name} .m{fill:${shadesOf("muted")[scheme]}}`,
    `.${name} .g{stroke:${grid[scheme]}}`,
    `.${name} .b{stroke:${shadesOf("muted")[scheme]}}`,
    ...[...used].flatMap(([key, shades]) => [
      `.${name} .l.${key}{stroke:${shades[scheme]}}`,
      `.${name} .f.${key}{fill:${shades[scheme]}}`,
    ]),
  ];
  return [
    `.${name} text{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif}`,
    `.${name} .h{font-weight:600}`,
    `.${name} .g,.${name} .b,.${name} .l{fill:none}`,
    `.${name} .l{stroke-linecap:round;stroke-linejoin:round}`,
    ...rules("light"),
    `@media (prefers-color-scheme:dark){${rules("dark").join("")}}`,
  ].join("\n");
}

/**
 * The plot as an SVG document. Text and data are escaped; colours follow the reader's light or dark scheme; a title and a description are there for
 * those who do not see it.
 *
 * @throws TheoryError for numbers that are not finite (or not positive on a logarithmic axis), empty domains, no panel, and widths outside 240 .. 2000.
 */
export function renderPlot(plot: Plot, { width = WIDTH }: PlotOptions = {}): string {
  if (!(width >= 240 && width <= 2000))
    throw domainError("width", width, "240 to 2000 pixels", "Pass one in that range.");
  assertPlot(plot);
  const room = width - 2 * MARGIN;
  const name = nameOf(JSON.stringify(plot));
  const title = wrapText(plot.title, room, TITLE);
  const legendTop = MARGIN + title.length * 19 + 2;
  const legend = legendOf(plot, MARGIN, room, legendTop);
  const { frames, height: end } = layout(plot, width, legendTop + legend.height + 4);
  const caption = wrapText(plot.caption, room, SMALL);
  const height = Math.ceil(end + caption.length * LINE + MARGIN);
  const metadata = JSON.stringify(plot.metadata);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${name}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="max-width:100%;height:auto" role="img" aria-labelledby="${name}-title ${name}-desc" font-size="${FONT}">`,
    `<title id="${name}-title">${escapeXml(plot.title)}</title>`,
    `<desc id="${name}-desc">${escapeXml(describe(plot))}</desc>`,
    `<metadata>${escapeXml(metadata)}</metadata>`,
    `<style>${escapeXml(styleOf(name, plot)).replaceAll("&quot;", '"')}</style>`,
    ...title.map((line, k) => textAt(line, MARGIN, MARGIN + 14 + k * 19, "start", TITLE, "h")),
    ...(legend.svg === "" ? [] : [legend.svg]),
    ...frames.map((frame, k) => drawPanel(frame, `${name}-${k}`)),
    ...caption.map((line, k) => textAt(line, MARGIN, end + 10 + k * LINE, "start", SMALL, "m")),
    "</svg>",
    "",
  ].join("\n");
}
