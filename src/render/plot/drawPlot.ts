/** What stands inside the svg element of a plot, and where: what a file and a page have in common. */
import type { Plot } from "../../experiments/plot.js";
import { domainError } from "../../numeric/domain.js";
import { assertPlot } from "./assertPlot.js";
import { describe } from "./describe.js";
import { drawPanel, textAt } from "./drawPanel.js";
import { escapeXml } from "./escapeXml.js";
import { type Frame, LINE, layout, SMALL } from "./layout.js";
import { legendOf } from "./legend.js";
import { wrapText } from "./textWidth.js";

export interface PlotOptions {
  /** Of the picture's own pixels, 240 .. 2000; default 480, where the text is still read when a telephone shows it on 360. */
  readonly width?: number;
  /** The class of the picture and the start of its ids, which a page has nowhere else; default: made from the plot. */
  readonly name?: string;
}

export interface DrawnPlot {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The places of the panels, for what follows a pointer. */
  readonly frames: readonly Frame[];
  /** SVG elements, one a string: title and description first. */
  readonly content: readonly string[];
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

/** @throws TheoryError as `renderPlot` does. */
export function drawPlot(plot: Plot, { width = WIDTH, name = nameOf(JSON.stringify(plot)) }: PlotOptions): DrawnPlot {
  if (!(width >= 240 && width <= 2000))
    throw domainError("width", width, "240 to 2000 pixels", "Pass one in that range.");
  assertPlot(plot);
  const room = width - 2 * MARGIN;
  const title = plot.title === "" ? [] : wrapText(plot.title, room, TITLE);
  const legendTop = MARGIN + title.length * 19 + 2;
  const legend = legendOf(plot, MARGIN, room, legendTop);
  const { frames, height: end } = layout(plot, width, legendTop + legend.height + 4);
  const caption = wrapText(plot.caption, room, SMALL);
  const content = [
    `<title id="${name}-title">${escapeXml(plot.title)}</title>`,
    `<desc id="${name}-desc">${escapeXml(describe(plot))}</desc>`,
    ...title.map((line, k) => textAt(line, MARGIN, MARGIN + 14 + k * 19, "start", TITLE, "h")),
    ...(legend.svg === "" ? [] : [legend.svg]),
    ...frames.map((frame, k) => drawPanel(frame, `${name}-${k}`)),
    ...caption.map((line, k) => textAt(line, MARGIN, end + 10 + k * LINE, "start", SMALL, "m")),
  ];
  return { name, width, height: Math.ceil(end + caption.length * LINE + MARGIN), frames, content };
}
