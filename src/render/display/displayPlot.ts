import type { Plot } from "../../experiments/plot.js";
import { describe } from "../plot/describe.js";
import type { PlotOptions } from "../plot/drawPlot.js";
import { renderPlot } from "../plot/renderPlot.js";
import { type Display, displayOf } from "./display.js";

/**
 * A plot for a notebook or a page: "image/svg+xml" is a whole SVG document, "text/plain" its title and what it shows, in words. There is no
 * "text/html": front ends prefer it to a picture, and take pictures out of it in notebooks that they do not trust.
 *
 * @throws TheoryError as `renderPlot` does: numbers that are not finite (or not positive on a logarithmic axis), empty domains, no panel, and
 * widths outside 240 .. 2000.
 */
export const displayPlot = (plot: Plot, options: PlotOptions = {}): Display =>
  displayOf({ "image/svg+xml": renderPlot(plot, options), "text/plain": `${plot.title}\n${describe(plot)}` });
