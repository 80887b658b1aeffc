import { activationReport } from "../../activationReport.js";
import { gegenbauerReport } from "../../gegenbauerReport.js";
import { figure } from "../figure.js";
import { activationFigure, coefficientFigure } from "../figures/activationFigure.js";
import { type Html, html, joined, nothing } from "../html.js";
import { mathml } from "../mathml.js";
import type { ReportData } from "../reportData.js";
import { sheetTable } from "../sheetTable.js";
import type { Section } from "./section.js";

/** In a table; the figure shows all. */
const ROWS = 8;

export function activationSection({ activation, coefficients, networks }: ReportData): Section {
  const { text, derivative, facts } = activation;
  const routes = networks.map(({ spectrum: { batch, rate } }) => ({ batch, method: rate.method }));
  const plot = activationFigure(activation);
  const shown = coefficients.map((result) => ({
    ...result,
    coefficients: result.coefficients.slice(0, ROWS),
    gaps: result.gaps.slice(0, ROWS),
  }));
  const expansion = coefficientFigure(coefficients);
  const parts: Html[] = [
    sheetTable(activationReport([{ activation: text, derivative, facts, routes }]).sheet(), {
      id: "activation-table",
      caption: "What is known: proved facts are read off the expression, sampled ones were seen at points",
    }),
    plot === null ? nothing : figure(plot, "activation-figure", "Lines are cut where a value or a slope jumps."),
    coefficients.length === 0
      ? nothing
      : html`<p>On the sphere of normalised batches the activation is a sum of orthonormal polynomials of one normalised value (Gegenbauer polynomials; Hermite for
infinite batches), with coefficients ${mathml("a_k")}. Factors ${mathml("c_k")} turn them into the fixed point: ${mathml("q (1 - c) = \\textstyle\\sum_k a_k^2 c_k")}.</p>`,
    expansion === null
      ? nothing
      : figure(
          expansion,
          "coefficient-figure",
          "How much of the mean square is of degree k; what is 0 within its error is left out.",
        ),
    shown.length === 0
      ? nothing
      : sheetTable(gegenbauerReport(shown).sheet(), { id: "coefficient-table", caption: "Coefficients" }),
  ];
  return { id: "activation", title: "The activation", body: joined(parts) };
}
