import { spectrumReport } from "../../spectrumReport.js";
import { html, joined } from "../html.js";
import { mathml } from "../mathml.js";
import type { ReportData } from "../reportData.js";
import { sheetTable } from "../sheetTable.js";
import type { Section } from "./section.js";

export function spectrumSection({ networks }: ReportData): Section {
  const results = networks.map(({ spectrum: { confirmation: _, ...rest } }) => rest);
  return {
    id: "spectrum",
    title: "Fixed point and eigenvalues",
    body: joined([
      html`<p>At the fixed point BSB1 the covariance of a batch is ${mathml("q")} on the diagonal and ${mathml("q c")} off it; ${mathml("\\mu = q (1 - c)")} is what is left of it after centring.
Forward eigenvalues tell how perturbations of the covariance grow a layer: BSB1 is stable where all are below 1. Backward eigenvalues tell how parts of the gradient's covariance grow; that
on G is the rate. G are the multiples of the centring matrix, L what single samples stand out by, M the rest. The cross-batch numbers are about two independent batches.</p>`,
      sheetTable(spectrumReport(results).sheet(), {
        id: "spectrum-table",
        caption: "Fixed point, eigenvalues and their errors",
        heads: 2,
      }),
    ]),
  };
}
