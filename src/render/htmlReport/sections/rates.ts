import type { SpectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import { rateReport } from "../../rateReport.js";
import { figure } from "../figure.js";
import { rateFigure } from "../figures/rateFigure.js";
import { html, joined } from "../html.js";
import type { ReportData } from "../reportData.js";
import { sheetTable } from "../sheetTable.js";
import type { Section } from "./section.js";

/** The second method has a table of its own. */
const unconfirmed = ({ confirmation: _, ...rest }: SpectrumResult): SpectrumResult => rest;

export function ratesSection(data: ReportData): Section {
  const results = data.networks.map(({ spectrum }) => unconfirmed(spectrum));
  const plot = rateFigure(data);
  const missing = data.curves.some(({ points }) => points.some(({ rate }) => !(rate.value < Infinity)))
    ? " Batch sizes at which the rate is infinite are left out."
    : "";
  const dashed = data.curves.some(({ points }) => points.some(({ verdict }) => verdict === "unstable"))
    ? " The line is dashed where BSB1 is unstable, so that networks do not show the rate."
    : "";
  return {
    id: "rates",
    title: "Gradient growth and trainable depth",
    body: joined([
      html`<p>The rate is the factor by which the expected squared gradient grows a layer, from the output to the input, at the symmetric fixed point BSB1 of
infinitely wide networks. The depth scale is 1/ln(rate) layers; networks of up to about 16 depth scales can be trained, a rule of thumb.</p>`,
      sheetTable(rateReport(results).sheet(), { id: "rate-table", caption: "Rates" }),
      plot === null
        ? html`<p>${data.curves.length === 0 ? "The curve against the batch size was not finished." : "There is no finite rate to be drawn."}</p>`
        : figure(
            plot,
            "rate-figure",
            `Theory from batch size 4 to a million, with the limit of infinite batches.${missing}${dashed}`,
          ),
    ]),
  };
}
