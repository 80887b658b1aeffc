/** The theorems of an area as a table, one a row. */

import { workText } from "../../theorems/bibliography.js";
import type { Area, Theorem, TheoremId } from "../../theorems/theorem.js";
import { escapeMarkdown } from "./escapeMarkdown.js";

export const areaTitles: Readonly<Record<Area, string>> = {
  batchnorm: "Batch normalisation",
  ladder: "Ladders",
  alignment: "Alignment of students with a teacher",
  grouping: "Grouping",
  landscape: "Landscape and random matrices",
  gating: "Gating",
};

const proofs = { steps: "derived", cited: "in the paper", open: "open" };

const row = ({ id, title, kind, source, proof, printed }: Theorem, link: (id: TheoremId) => string) =>
  [
    `[${escapeMarkdown(title.replace(/\.$/, ""))}](${link(id)})`,
    escapeMarkdown(kind),
    escapeMarkdown(source.map(({ at }) => at).join("; ")),
    `${proofs[proof.kind]}${printed === undefined ? "" : ", misprinted"}`,
  ].join(" | ");

/** `filter` names a component of the page that hides rows by typed words. */
export function theoremIndexMarkdown(
  area: Area,
  theorems: readonly Theorem[],
  link: (id: TheoremId) => string,
): string {
  const works = [...new Set(theorems.flatMap(({ source }) => source.map(workText)))];
  return [
    ["---", "outline: false", "---"].join("\n"),
    `# Theorems: ${areaTitles[area].toLowerCase()}`,
    `${theorems.length} statements, in the order of their papers. "derived" has its steps on the page; "misprinted" has what the paper prints instead, with a point that refutes it.`,
    "<FilteredTable>",
    ["| what it says | kind | source | proof |", "| --- | --- | --- | --- |"]
      .concat(theorems.map((theorem) => `| ${row(theorem, link)} |`))
      .join("\n"),
    "</FilteredTable>",
    "## Sources",
    works.map((work) => `- ${escapeMarkdown(work)}`).join("\n"),
    "",
  ].join("\n\n");
}
