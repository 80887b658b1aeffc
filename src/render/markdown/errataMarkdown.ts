/** Every printed claim that is false, area by area, with a point that refutes it and what holds. */
import { texOf } from "../../symbolic/format/tex.js";
import { type Area, areas, type TheoremId } from "../../theorems/theorem.js";
import type { ErratumResult } from "../../verification/errata.js";
import { citationText } from "../theoremsReport.js";
import { erratumMarkdown } from "./erratumMarkdown.js";
import { escapeMarkdown } from "./escapeMarkdown.js";
import { displayMath, inlineMath } from "./markdownMath.js";
import { areaTitles } from "./theoremIndexMarkdown.js";

function entry({ theorem, result }: ErratumResult, link: (id: TheoremId) => string): readonly string[] {
  const { id, source, claim, assumptions } = theorem;
  const under = assumptions.map((assumption) => inlineMath(texOf(assumption))).join(", ");
  return [
    `### [${escapeMarkdown(citationText(source))}](${link(id)})`,
    erratumMarkdown(theorem, result),
    `What holds${under === "" ? "" : `, for ${under}`}:`,
    displayMath(texOf(claim)),
  ];
}

export function errataMarkdown(results: readonly ErratumResult[], link: (id: TheoremId) => string): string {
  const of = (area: Area) => results.filter(({ theorem }) => theorem.id.startsWith(`${area}/`));
  const confirmed = results.filter(({ result }) => result.status === "holds").length;
  return [
    ["---", "outline: 2", "editLink: false", "---"].join("\n"),
    "# Errata",
    `What the papers print wrongly: ${results.length} claims, ${confirmed} of them refuted when this page was made, each at the point that is given. ` +
      "`npx theoria errata` tries them all again.",
    ...areas.flatMap((area) => {
      const found = of(area);
      return found.length === 0 ? [] : [`## ${areaTitles[area]}`, ...found.flatMap((each) => entry(each, link))];
    }),
    "",
  ].join("\n\n");
}
