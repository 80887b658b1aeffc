/** `theoria theorems`: one theorem a row. */
import type { Citation, Theorem } from "../theorems/theorem.js";
import { sentenceLines } from "./lines.js";
import type { Report } from "./report.js";
import { type Column, code, type Sheet, text } from "./sheet.js";

const columns: readonly Column[] = [
  { title: "theorem", tex: "theorem", align: "left" },
  { title: "what it says", tex: "what it says", align: "left", shrinks: true },
  { title: "kind", tex: "kind", align: "left" },
  { title: "source", tex: "source", align: "left" },
];

export const citationText = (source: readonly Citation[]): string =>
  source.map(({ key, at }) => `${key}, ${at}`).join("; ");

const places = (source: readonly Citation[]) => source.map(({ at }) => at).join("; ");

const sheet = (theorems: readonly Theorem[]): Sheet => ({
  columns,
  groups: [
    {
      title: null,
      rows: theorems.map(({ id, title, kind, source }) => ({
        cells: [code(id), text(title), text(kind), text(places(source))],
      })),
    },
  ],
});

/** As text, with every sentence in full: a table would cut them short. */
export function theoremsText(theorems: readonly Theorem[], quiet: boolean): string {
  const width = Math.max(...theorems.map(({ id }) => id.length)) + 2;
  const lines = theorems.flatMap(({ id, kind, title, source, printed }) => {
    const mark = printed === undefined ? "" : " *";
    const where = places(source);
    // "Lemma B.36" says itself that it is a lemma
    const from = where.toLowerCase().startsWith(kind) ? where : `${kind}, ${where}`;
    return sentenceLines(`${title.replace(/\.$/, "")} (${from})${mark}`, id.padEnd(width));
  });
  const remarks = [
    ...(theorems.some(({ printed }) => printed !== undefined)
      ? ["* the paper prints something else here: theoria errata"]
      : []),
    `${theorems.length} in all. theoria show <theorem> has the statement, theoria check <theorem> the verdict.`,
  ];
  return `${[...lines, ...(quiet ? [] : ["", ...remarks])].join("\n")}\n`;
}

const described = ({ id, kind, title, source, uses, proof, checks, printed }: Theorem) => ({
  id,
  area: id.slice(0, id.indexOf("/")),
  kind,
  title,
  source,
  uses,
  proof: proof.kind,
  checks: checks.map((check) => check.kind),
  misprinted: printed !== undefined,
});

export function theoremsReport(theorems: readonly Theorem[]): Report {
  return {
    sheet: () => sheet(theorems),
    csv: () => ({
      header: ["id", "kind", "title", "source", "proof", "misprinted"],
      rows: theorems.map(({ id, kind, title, source, proof, printed }) => [
        id,
        kind,
        title,
        citationText(source),
        proof.kind,
        printed !== undefined,
      ]),
    }),
    json: () => ({ results: theorems.map(described) }),
  };
}
