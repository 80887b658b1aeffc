import { cellText } from "../../render/cellText.js";
import type { Sheet } from "../../render/sheet.js";

interface Props {
  readonly sheet: Sheet;
  /** What the table shows. */
  readonly caption: string;
}

/** A sheet as a table; each different note once below it. */
export function SheetTable({ sheet, caption }: Props) {
  const notes = [...new Set(sheet.groups.flatMap(({ rows }) => rows.flatMap((row) => row.notes ?? [])))];
  const marks = (own: readonly string[]) => own.map((note) => notes.indexOf(note) + 1).join(",");
  return (
    <div class="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables are scrolled by the arrow keys */}
      <section class="scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {sheet.columns.map(({ title, align }) => (
                <th key={title} scope="col" class={align}>
                  {title.replace("\n", " ")}
                </th>
              ))}
            </tr>
          </thead>
          {sheet.groups.map((group, g) => (
            <tbody key={group.title ?? g}>
              {group.title !== null && (
                <tr>
                  <th scope="rowgroup" colSpan={sheet.columns.length}>
                    {group.title}
                  </th>
                </tr>
              )}
              {group.rows.map((row, r) => (
                <tr key={r}>
                  {row.cells.map((cell, c) => (
                    <td key={sheet.columns[c]!.title} class={sheet.columns[c]!.align}>
                      {cellText(cell)}
                      {c === row.cells.length - 1 && (row.notes ?? []).length > 0 && (
                        <sup>{marks(row.notes ?? [])}</sup>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
      {notes.length > 0 && (
        <ol class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      )}
      {(sheet.remarks ?? []).map((remark) => (
        <p key={remark} class="remark">
          {remark}
        </p>
      ))}
    </div>
  );
}
