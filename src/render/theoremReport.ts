/** `theoria show`: a theorem in full. */
import type { Derivation } from "../symbolic/derivation/derivation.js";
import { textOf } from "../symbolic/format/text.js";
import type { Check, RoutesCheck, Theorem, Tolerance } from "../theorems/theorem.js";
import { controlOf } from "../verification/domains/control.js";
import { domainWords } from "../verification/domains/words.js";
import type { Point } from "../verification/point.js";
import { printPoint } from "../verification/print.js";
import { jsonSteps, stepLines } from "./derivationSteps.js";
import { damagedCaveat } from "./errataReport.js";
import { renderJson } from "./json.js";
import { formulaLines, sentenceLines } from "./lines.js";
import { citationText } from "./theoremsReport.js";
import { pointText } from "./verdictText.js";
import { writtenStatement } from "./writtenStatement.js";

export interface ShownTheorem {
  readonly theorem: Theorem;
  /** The derivations of its `exact` checks, with --steps. */
  readonly derivations: readonly { readonly id: string; readonly derivation: Derivation }[];
}

const signs = { Equal: "=", LessEqual: "<=", Less: "<" };

const within = ({ unit, limit }: Tolerance) => (unit === "rel" ? `${limit} relative` : `${limit} absolute`);

const routesText = ({ left, right, relation = "Equal", tolerance, cases }: RoutesCheck<never>) =>
  `${left.name} ${signs[relation]} ${right.name}, at ${cases?.count ?? 200} random points, within the errors and ${within(tolerance)}`;

/** What a check does, in a sentence. */
function checkText(check: Check<never>): string {
  switch (check.kind) {
    case "routes":
      return `two ways: ${routesText(check)}`;
    case "reference":
      return `reference: ${check.way.name} = ${check.value} (${check.origin}) at ${pointText(printPoint(check.at as Point))}`;
    case "simulation": {
      const { name, width, at, resolution } = check;
      const settings = at.length === 1 ? "one setting" : `${at.length} settings`;
      return `simulation: ${name}; ${settings}, widths ${width.full} and ${2 * width.full}, standard error ${resolution}`;
    }
    case "exact":
      return `derivation: ${check.proofs.map(({ id }) => id).join(", ")}`;
  }
}

/** What each check of a theorem does, in sentences. */
export const checkTexts = ({ checks }: Theorem) => checks.map((check) => checkText(check as Check<never>));

function proofText({ proof }: Theorem): string {
  if (proof.kind === "steps") return proof.file;
  return proof.kind === "cited" ? "in the paper" : `open: ${proof.reason}`;
}

const titled = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", title, ...lines]);

function printedLines({ printed }: Theorem): readonly string[] {
  if (printed === undefined) return [];
  return titled("printed instead", [
    ...formulaLines(textOf(printed.claim), "  "),
    ...sentenceLines(printed.says, "  "),
    ...(printed.damaged ? sentenceLines(damagedCaveat, "  ") : []),
  ]);
}

export function theoremText({ theorem, derivations }: ShownTheorem): string {
  const { id, kind, title, source, claim, parameters, assumptions, notation = {}, uses } = theorem;
  const parameterLines = Object.entries(parameters).flatMap(([name, domain]) =>
    sentenceLines(`${domainWords(domain)}: ${domain.doc}`, `  ${name}  `),
  );
  const lines = [
    ...sentenceLines(`${id} (${kind}; ${citationText(source)})`),
    ...sentenceLines(title),
    "",
    ...formulaLines(textOf(claim), "  "),
    ...titled("parameters", parameterLines),
    ...titled(
      "assuming",
      assumptions.flatMap((assumption) => formulaLines(textOf(assumption), "  ")),
    ),
    ...titled(
      "where",
      Object.entries(notation).flatMap(([name, meaning]) => sentenceLines(meaning, `  ${name}  `)),
    ),
    ...titled("proof", [...sentenceLines(proofText(theorem), "  ")]),
    ...titled(
      "checks",
      checkTexts(theorem).flatMap((check) => sentenceLines(check, "  ")),
    ),
    ...printedLines(theorem),
    ...titled(
      "uses",
      uses.map((used) => `  ${used}`),
    ),
    ...derivations.flatMap((each) => titled(each.id, stepLines(each.derivation.steps))),
  ];
  return `${lines.join("\n")}\n`;
}

export function theoremJson({ theorem, derivations }: ShownTheorem): string {
  const { id, kind, title, source, claim, parameters, assumptions, notation = {}, uses, proof, printed } = theorem;
  return renderJson({
    id,
    kind,
    title,
    claim: writtenStatement(claim),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, domain]) => [name, controlOf(domain)])),
    assumptions: assumptions.map(writtenStatement),
    notation,
    source,
    uses,
    proof,
    checks: theorem.checks.map((check, i) => ({ kind: check.kind, text: checkTexts(theorem)[i]! })),
    ...(printed === undefined
      ? {}
      : { printed: { claim: writtenStatement(printed.claim), says: printed.says, damaged: printed.damaged } }),
    derivations: derivations.map((each) => ({ id: each.id, steps: jsonSteps(each.derivation.steps) })),
  });
}
