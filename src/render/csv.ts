export type CsvCell = string | number | boolean | null;

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

function field(cell: CsvCell): string {
  if (cell === null) return "";
  const text = String(cell); // a number's shortest text that reads back to the same double
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180: CRLF, quotes only where needed, numbers in full. */
export function renderCsv({ header, rows }: CsvTable): string {
  return [header, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}
