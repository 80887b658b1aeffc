/** A sheet as an HTML table: heading cells with a scope, notes under it, and a box that scrolls where the page is narrow. */

import { cellText } from "../cellText.js";
import type { Cell, Column, Group, Row, Sheet } from "../sheet.js";
import { type Html, html, joined, nothing, raw } from "./html.js";

export interface TableOptions {
  readonly id: string;
  readonly caption: string;
  /** How many columns from the left say what a row is about. Default 1. */
  readonly heads?: number;
}

const sideOf = ({ align }: Column) => raw(align === "left" ? "" : ' class="n"');

const contentOf = (cell: Cell): Html =>
  cell?.kind === "code" ? html`<code>${cellText(cell)}</code>` : html`${cellText(cell)}`;

const headingOf = (column: Column): Html =>
  html`<th scope="col"${sideOf(column)}>${column.title.replaceAll("\n", " ")}</th>`;

/** What all rows agree in is said once, in the caption: the activation of a page about one. */
function hoisted({ columns, groups }: Sheet): { readonly kept: readonly number[]; readonly said: readonly string[] } {
  const rows = groups.flatMap((group) => group.rows);
  const kept: number[] = [];
  const said: string[] = [];
  for (const [k, { hoists, title }] of columns.entries()) {
    const texts = new Set(rows.map(({ cells }) => cellText(cells[k]!)));
    if (hoists && texts.size === 1 && (rows.length > 1 || title === "activation")) {
      said.push(`${title.replaceAll("\n", " ")}: ${[...texts][0]}`);
    } else kept.push(k);
  }
  return { kept, said };
}

interface Marks {
  readonly id: string;
  readonly numbers: Map<string, number>;
}

function marksOf({ notes = [] }: Row, { id, numbers }: Marks): Html {
  const links = notes.map((note) => {
    const mark = numbers.get(note) ?? numbers.size + 1;
    numbers.set(note, mark);
    return html`<a href="#${id}-${mark}" aria-label="note ${mark}">${mark}</a>`.markup;
  });
  return html`<td>${raw(links.join(", "))}</td>`;
}

interface Layout {
  /** The columns that are shown. */
  readonly kept: readonly number[];
  readonly heads: number;
  /** null where no row has a note. */
  readonly marks: Marks | null;
}

function bodyOf({ title, rows }: Group, { columns }: Sheet, { kept, heads, marks }: Layout): Html {
  const span = kept.length + (marks === null ? 0 : 1);
  const heading =
    title === null ? nothing : html`<tr class="g"><th scope="rowgroup" colspan="${span}">${title}</th></tr>\n`;
  const lines = rows.map((row) => {
    const cells = kept.map((k, place) => {
      const side = sideOf(columns[k]!);
      const shown = contentOf(row.cells[k]!);
      return place < heads && shown.markup !== ""
        ? html`<th scope="row"${side}>${shown}</th>`
        : html`<td${side}>${shown}</td>`;
    });
    const all = marks === null ? cells : [...cells, marksOf(row, marks)];
    return html`<tr>${raw(all.map(({ markup }) => markup).join(""))}</tr>`;
  });
  return html`<tbody>\n${heading}${lines}\n</tbody>`;
}

export function sheetTable(sheet: Sheet, { id, caption, heads = 1 }: TableOptions): Html {
  const { kept, said } = hoisted(sheet);
  const noted = sheet.groups.some(({ rows }) => rows.some(({ notes = [] }) => notes.length > 0));
  const marks: Marks = { id, numbers: new Map() };
  const bodies = sheet.groups.map((group) => bodyOf(group, sheet, { kept, heads, marks: noted ? marks : null }));
  const headings = kept.map((k) => headingOf(sheet.columns[k]!).markup).join("");
  const notes = [...marks.numbers].map(([note, mark]) => html`<li id="${id}-${mark}">${note}</li>`);
  const remarks = (sheet.remarks ?? []).map((remark) => html`<p class="note">${remark}</p>`);
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${[caption, ...said].join("; ")}</caption>
<thead><tr>${raw(headings)}${noted ? raw('<th scope="col">notes</th>') : nothing}</tr></thead>
${joined(bodies)}
</table>
</div>
${notes.length === 0 ? nothing : html`<ol class="note">\n${notes}\n</ol>`}${joined(remarks)}`;
}
