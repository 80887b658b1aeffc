/** Every printed claim that is false, area by area, with a point that refutes it and what holds. */
import { texOf } from "../../symbolic/format/tex.js";
import { texSymbol } from "../../symbolic/format/texSymbol.js";
import { type Area, areas, type TheoremId } from "../../theorems/theorem.js";
import { domainWords } from "../../verification/domains/words.js";
import type { ErratumResult } from "../../verification/errata.js";
import { citationText } from "../theoremsReport.js";
import { erratumMarkdown } from "./erratumMarkdown.js";
import { escapeMarkdown } from "./escapeMarkdown.js";
import { inlineMath, lateMath } from "./markdownMath.js";
import { areaTitles } from "./theoremIndexMarkdown.js";

function entry({ theorem, result }: ErratumResult, link: (id: TheoremId) => string): readonly string[] {
  const { id, source, claim, assumptions } = theorem;
  const under = assumptions.map((assumption) => inlineMath(texOf(assumption)));
  // where both claims are one, they differ in what they are stated for
  if (texOf(theorem.printed!.claim) === texOf(claim)) {
    const domains = Object.entries(theorem.parameters);
    under.push(
      ...domains.map(([name, domain]) => `${inlineMath(texSymbol(name))} ${escapeMarkdown(domainWords(domain))}`),
    );
  }
  return [
    `### [${escapeMarkdown(citationText(source))}](${link(id)})`,
    "<TexOnSight>",
    erratumMarkdown(theorem, result, lateMath),
    `What holds${under.length === 0 ? "" : `, for ${under.join(", ")}`}:`,
    lateMath(texOf(claim)),
    "</TexOnSight>",
  ];
}

export function errataMarkdown(results: readonly ErratumResult[], link: (id: TheoremId) => string): string {
  const of = (area: Area) => results.filter(({ theorem }) => theorem.id.startsWith(`${area}/`));
  const confirmed = results.filter(({ result }) => result.status === "holds").length;
  return [
    ["---", "outline: 2", "---"].join("\n"),
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
