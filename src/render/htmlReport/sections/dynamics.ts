import { dynamicsReport } from "../../dynamicsReport.js";
import { type Html, html, joined, nothing } from "../html.js";
import type { ReportData } from "../reportData.js";
import { networkText } from "../settings.js";
import { sheetTable } from "../sheetTable.js";
import type { Section } from "./section.js";

/** null where every BSB1 is stable, or stability is not decided. */
export function dynamicsSection({ networks }: ReportData): Section | null {
  const unstable = networks.filter(({ spectrum }) => spectrum.stability.verdict === "unstable");
  if (unstable.length === 0) return null;
  const followed = unstable.flatMap(({ dynamics }) => dynamics ?? []);
  const left = unstable.filter(({ dynamics }) => dynamics === null).map(({ spectrum }) => networkText(spectrum));
  const details = followed.map((result): Html => {
    const remarks = dynamicsReport([result]).sheet().remarks ?? [];
    return html`<h3>${networkText(result)}</h3>\n${remarks.map((remark) => html`<p class="note">${remark}</p>`)}`;
  });
  const { remarks: _, ...sheet } = dynamicsReport(followed).sheet();
  return {
    id: "dynamics",
    title: "Where networks go that leave BSB1",
    body: joined([
      html`<p>Where a forward eigenvalue is above 1, perturbations of the covariance grow: the samples of a batch part into groups. The covariance of one random network is followed
until the groups stand; the fixed point with these groups, and the growth of the gradient there, are then computed. The path chooses among fixed points, the numbers do not depend on its noise.</p>`,
      followed.length === 0
        ? nothing
        : sheetTable(sheet, { id: "dynamics-table", caption: "Fixed points that are reached" }),
      ...details,
      left.length === 0
        ? nothing
        : html`<p class="note">Not followed: ${left.join("; ")}. Paths of batches from 4 to 128 are followed here, up to 512 by theoria dynamics.</p>`,
    ]),
  };
}
