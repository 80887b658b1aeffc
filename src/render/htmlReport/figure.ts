import type { Plot } from "../../experiments/plot.js";
import { drawPlot } from "../plot/drawPlot.js";
import { type Html, html, raw } from "./html.js";

/**
 * A plot inside a page: no style sheet of its own, since the page has one for all of them, and a caption in the page's text. `id` starts the names of
 * everything in it.
 */
export function figure(plot: Plot, id: string, caption: string): Html {
  const { name, width, height, content } = drawPlot({ ...plot, title: "", caption: "" }, { name: id });
  const [, description, ...shown] = content;
  const svg = [
    `<svg class="plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${name}-title ${name}-desc" font-size="12">`,
    html`<title id="${name}-title">${plot.title}</title>`.markup,
    ...[description, ...shown],
    "</svg>",
  ];
  return html`<figure>\n${raw(svg.join("\n"))}\n<figcaption>${plot.title}. ${caption}</figcaption>\n</figure>`;
}
