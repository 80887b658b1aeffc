/** A sheet's columns and rows as an HTML table that needs no style sheet: front ends of notebooks drop classes, and pages have their own. */
import { cellText } from "../cellText.js";
import { escapeXml } from "../plot/escapeXml.js";
import type { Align, Column, Sheet } from "../sheet.js";

const styleOf = (align: Align) => `text-align:${align === "left" ? "left" : "right"};padding:0 0.6em`;

const heading = ({ title, align }: Column) => `<th scope="col" style="${styleOf(align)}">${escapeXml(title)}</th>`;

export function htmlTable({ columns, groups }: Sheet, caption?: string): string {
  const rows = groups.flatMap((group) =>
    group.rows.map(({ cells }) => {
      const data = cells.map(
        (cell, k) => `<td style="${styleOf(columns[k]!.align)}">${escapeXml(cellText(cell))}</td>`,
      );
      return `<tr>${data.join("")}</tr>`;
    }),
  );
  return [
    "<table>",
    ...(caption === undefined ? [] : [`<caption>${escapeXml(caption)}</caption>`]),
    `<thead><tr>${columns.map(heading).join("")}</tr></thead>`,
    "<tbody>",
    ...rows,
    "</tbody>",
    "</table>",
  ].join("\n");
}
