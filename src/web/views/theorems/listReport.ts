import type { Report } from "../../../render/report.js";
import { type Column, code, number, text } from "../../../render/sheet.js";
import { pointText, statusText } from "../../../render/verdictText.js";
import type { TheoremEntry } from "./entry.js";
import type { CheckedVerdict } from "./verdicts.js";

const columns: readonly Column[] = [
  { title: "theorem", tex: "theorem", align: "left" },
  { title: "what it says", tex: "what it says", align: "left", shrinks: true },
  { title: "kind", tex: "kind", align: "left" },
  { title: "source", tex: "source", align: "left" },
  { title: "verdict", tex: "verdict", align: "left" },
  { title: "cases", tex: "cases", align: "right" },
];

const header = [
  ...["id", "area", "kind", "title", "source", "proof", "misprinted"],
  ...["status", "why", "says", "cases", "skips", "worst_margin", "worst_at", "effort", "seed", "seconds"],
];

const none = Array.from({ length: 10 }, () => null);

/** The statements that are listed, with the verdicts on those that have been checked. */
export function listReport(entries: readonly TheoremEntry[], verdicts: ReadonlyMap<string, CheckedVerdict>): Report {
  const rows = entries.map((entry) => ({ entry, checked: verdicts.get(entry.id) }));
  return {
    sheet: () => ({
      columns,
      groups: [
        {
          title: null,
          rows: rows.map(({ entry: { id, title, kind, at }, checked }) => ({
            cells: [
              ...[code(id), text(title), text(kind), text(at)],
              checked === undefined ? null : text(statusText(checked.verdict)),
              checked === undefined ? null : number(checked.verdict.cases),
            ],
          })),
        },
      ],
    }),
    csv: () => ({
      header,
      rows: rows.map(({ entry: { id, area, kind, title, at, proof, misprinted }, checked }) => {
        const stated = [id, area, kind, title, at, proof, misprinted];
        if (checked === undefined) return [...stated, ...none];
        const { verdict, effort, seed, seconds } = checked;
        const { status, why = null, says = null, cases, skips, worst } = verdict;
        const margin = [worst?.ratio ?? null, worst === undefined ? null : pointText(worst.at)];
        return [...stated, status, why, says, cases, skips, ...margin, effort, seed, seconds];
      }),
    }),
    json: () => ({
      results: rows.map(({ entry, checked }) => ({ ...entry, ...(checked === undefined ? {} : { checked }) })),
    }),
  };
}
