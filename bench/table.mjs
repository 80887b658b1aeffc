// What a bench prints: tables and sentences. They are also appended to the file that THEORIA_BENCH_RESULTS names, one a line, as JSON.
import { appendFileSync } from "node:fs";

function keep(entry) {
  const file = process.env.THEORIA_BENCH_RESULTS;
  if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

const isNumber = (cell) => /^([-<>~]* ?[\d.∞]|-?$)/.test(cell);

/** A table; columns of numbers are aligned on the right. */
export function print(title, header, rows) {
  const cells = rows.map((row) => row.map(String));
  const all = [header, ...cells];
  const widths = header.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const numbers = header.map((_, i) => cells.every((row) => isNumber(row[i])));
  console.log(`\n${title}`);
  for (const row of all)
    console.log(row.map((cell, i) => (numbers[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  "));
  keep({ title, header, rows: cells, numbers });
}

/** A sentence. */
export function say(text) {
  console.log(`\n${text}`);
  keep({ text });
}
