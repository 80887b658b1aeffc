import { figure } from "../figure.js";
import { gradientFigure, notDrawn } from "../figures/gradientFigure.js";
import { html } from "../html.js";
import type { ReportData } from "../reportData.js";
import type { Section } from "./section.js";

/** null where nothing was simulated. */
export function gradientsSection(data: ReportData): Section | null {
  const plot = gradientFigure(data);
  if (plot === null || data.simulation === null) return null;
  const { samples, window } = data.simulation.runs[0]!.summary;
  const left = notDrawn(data);
  const missing = left.length === 0 ? "" : ` Not drawn: ${left.join("; ")}.`;
  const networks = samples === 1 ? "One random network" : `${samples} random networks`;
  return {
    id: "gradients",
    title: "Gradient norm by layer",
    body: html`<p>Random networks, forward and backward, beside what the theory of infinite width says. The simulator knows no formula.</p>
${figure(
  plot,
  "gradient-figure",
  `${networks} at each batch size: the logarithm of the squared gradient norm, relative to layer ${window.to} of the same network; the band is two standard errors of the mean. On the right, the same less the theory at BSB1. Growth is measured between layers ${window.from} and ${window.to}; at both ends transients are seen that the theory of the fixed point does not speak of.${missing}`,
)}`,
  };
}
