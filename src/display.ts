// The subpath theoria/display, as a table of contents: plots as pictures, tables and formulas for notebooks and pages.

export { TheoryError } from "./errors.js";
// A plot as plain data
export type {
  Arrow,
  Axis,
  Band,
  Cells,
  Colour,
  Line,
  Mark,
  Panel,
  Plot,
  Point,
  Points,
  Polygon,
} from "./experiments/plot.js";
export type { Estimate } from "./numeric/estimate.js";
// What a notebook shows
export { $display, type Display, type MimeBundle } from "./render/display/display.js";
export { displayFormula } from "./render/display/displayFormula.js";
export { displayPlot } from "./render/display/displayPlot.js";
export { type DisplayCell, type DisplayTableOptions, displayTable } from "./render/display/displayTable.js";
// Its SVG alone
export type { PlotOptions } from "./render/plot/drawPlot.js";
export { renderPlot } from "./render/plot/renderPlot.js";
export type { Expression } from "./symbolic/expression.js";
export type { Proposition } from "./symbolic/proposition.js";
