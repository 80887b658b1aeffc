/** A theorem as a page: what `theoria show --steps` says, with formulas in TeX and links to what it rests on and what rests on it. */
import type { Derivation } from "../../symbolic/derivation/derivation.js";
import { texOf } from "../../symbolic/format/tex.js";
import { texSymbol } from "../../symbolic/format/texSymbol.js";
import { textOf } from "../../symbolic/format/text.js";
import type { Theorem, TheoremId } from "../../theorems/theorem.js";
import type { PrintedResult } from "../../verification/checks/printed.js";
import { domainWords } from "../../verification/domains/words.js";
import { formulaLines } from "../lines.js";
import { sourceText } from "../sourceText.js";
import { checkTexts } from "../theoremReport.js";
import { erratumMarkdown } from "./erratumMarkdown.js";
import { escapeMarkdown, markdownCode } from "./escapeMarkdown.js";
import { displayMath, inlineMath } from "./markdownMath.js";
import { stepsMarkdown } from "./stepsMarkdown.js";

export interface TheoremPage {
  readonly theorem: Theorem;
  /** Those of its `exact` checks and of its erratum. */
  readonly derivations: readonly { readonly id: string; readonly derivation: Derivation }[];
  /** What became of the printed claim, where the paper prints another one. */
  readonly erratum?: PrintedResult;
  readonly usedBy: readonly TheoremId[];
  /** The address of another theorem's page, from this one. */
  readonly link: (id: TheoremId) => string;
}

const section = (title: string, ...blocks: readonly string[]): readonly string[] => {
  const kept = blocks.filter((block) => block !== "");
  return kept.length === 0 ? [] : [`## ${title}`, ...kept];
};

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ""
    : [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join("\n");

function parametersTable({ parameters }: Theorem): string {
  const rows = Object.entries(parameters).map(([name, domain]) => [
    inlineMath(texSymbol(name)),
    markdownCode(name),
    escapeMarkdown(domainWords(domain)),
    escapeMarkdown(domain.doc),
  ]);
  return table(["symbol", "name", "domain", "meaning"], rows);
}

const notationTable = ({ notation = {} }: Theorem): string =>
  table(
    ["symbol", "name", "meaning"],
    Object.entries(notation).map(([name, meaning]) => [
      inlineMath(texSymbol(name)),
      markdownCode(name),
      escapeMarkdown(meaning),
    ]),
  );

function proofSentence({ proof }: Theorem): string {
  if (proof.kind === "steps") return `Derived step by step in ${markdownCode(proof.file)}.`;
  if (proof.kind === "cited") return "In the paper; it is checked here by numbers, not derived anew.";
  return `No proof is written out: ${escapeMarkdown(proof.reason)}`;
}

const described = (derivations: TheoremPage["derivations"]) =>
  derivations.map(({ id, derivation: { assumptions, steps } }) => {
    const under = assumptions.map((assumption) => inlineMath(texOf(assumption))).join(", ");
    const title = `${id}, ${steps.length} steps`;
    return [
      `<TexSteps title="${escapeMarkdown(title)}">`,
      ...(under === "" ? [] : [`For ${under}:`]),
      stepsMarkdown(steps),
      "</TexSteps>",
    ].join("\n\n");
  });

const header = ({ theorem }: TheoremPage): readonly string[] => [
  `# ${escapeMarkdown(theorem.title.replace(/\.$/, ""))}`,
  `${markdownCode(theorem.id)}, a ${escapeMarkdown(theorem.kind)}. Source: ${escapeMarkdown(sourceText(theorem.source))}.`,
];

/** Front matter, then Markdown with formulas between dollar signs, and two components of the site: TexSteps, ExplorerLink. */
export function theoremMarkdown(page: TheoremPage): string {
  const { theorem, derivations, erratum, usedBy, link } = page;
  const { id, claim, assumptions, uses } = theorem;
  const linked = (ids: readonly TheoremId[]) => list(ids.map((each) => `[${escapeMarkdown(each)}](${link(each)})`));
  const blocks = [
    ...header(page),
    displayMath(texOf(claim)),
    `\`\`\`text\n${formulaLines(textOf(claim)).join("\n")}\n\`\`\``,
    ...section("Assumptions", list(assumptions.map((assumption) => inlineMath(texOf(assumption))))),
    ...section("Parameters", parametersTable(theorem)),
    ...section("Notation", notationTable(theorem)),
    ...(erratum === undefined ? [] : section("What is printed", erratumMarkdown(theorem, erratum))),
    ...section("Proof", proofSentence(theorem), ...described(derivations)),
    ...section(
      "Checks",
      list(checkTexts(theorem).map(escapeMarkdown)),
      `\`\`\`sh\nnpx theoria check ${id}\nnpx theoria show ${id} --steps\n\`\`\``,
      `<ExplorerLink at="theorems/${id}">Move its parameters, and check it in the browser</ExplorerLink>`,
    ),
    ...section("Uses", linked(uses)),
    ...section("Used by", linked(usedBy)),
  ];
  const frontMatter = ["---", `title: ${JSON.stringify(id)}`, "outline: [2, 3]", "prev: false", "next: false", "---"];
  return `${[frontMatter.join("\n"), ...blocks].join("\n\n")}\n`;
}
