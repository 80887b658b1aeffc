/** What the page of a theorem shows, made of the theorem object. */

import { derivationSources } from "../../../render/derivationSources.js";
import { areaTitles } from "../../../render/markdown/theoremIndexMarkdown.js";
import { sourceText } from "../../../render/sourceText.js";
import { checkTexts } from "../../../render/theoremReport.js";
import { texOf } from "../../../symbolic/format/tex.js";
import { texSymbol } from "../../../symbolic/format/texSymbol.js";
import { textOf } from "../../../symbolic/format/text.js";
import { theorems } from "../../../theorems/index.js";
import type { Area, Theorem } from "../../../theorems/theorem.js";
import { controlOf } from "../../../verification/domains/control.js";
import type { Reference, ShownErratum, Statement } from "./statement.js";
import { theoremNamed } from "./theoremNamed.js";
import { areaOf } from "./theoremsTask.js";

const withoutStop = (sentence: string) => sentence.replace(/\.$/, "");

const reference = ({ id, title }: Theorem): Reference => ({ id, title: withoutStop(title) });

function proofText({ proof }: Theorem): string {
  if (proof.kind === "steps") return `Derived step by step in ${proof.file}.`;
  if (proof.kind === "cited") return "In the paper; it is checked here by numbers, not derived anew.";
  return `No proof is written out: ${proof.reason}`;
}

const erratumOf = ({ printed }: Theorem): ShownErratum | null =>
  printed === undefined ? null : { tex: texOf(printed.claim), says: printed.says, damaged: printed.damaged };

/** `all` is where links lead. */
export function statementOf(theorem: Theorem, all: readonly Theorem[]): Statement {
  const { id, kind, title, claim, assumptions, notation = {}, parameters, uses } = theorem;
  return {
    ...{ id, kind, title: withoutStop(title), areaTitle: areaTitles[areaOf(id) as Area] },
    claim: { tex: texOf(claim), text: textOf(claim) },
    assumptions: assumptions.map(texOf),
    notation: Object.entries(notation)
      .filter(([name, meaning]) => !Object.hasOwn(parameters, name) || parameters[name]!.doc !== meaning)
      .map(([name, meaning]) => [texSymbol(name), withoutStop(meaning)]),
    parameters: Object.entries(parameters).map(([name, domain]) => ({
      ...{ name, tex: texSymbol(name), control: { ...controlOf(domain), doc: withoutStop(domain.doc) } },
    })),
    source: sourceText(theorem.source),
    uses: all.filter((other) => uses.includes(other.id)).map(reference),
    usedBy: all.filter((other) => other.uses.includes(theorem.id)).map(reference),
    checks: checkTexts(theorem),
    proof: proofText(theorem),
    derivations: derivationSources(theorem).map((source) => ({ id: source.id, title: source.title })),
    erratum: erratumOf(theorem),
  };
}

/** @throws TheoryError for an id that no theorem has. */
export const statementTask = (id: string): Statement => statementOf(theoremNamed(id), theorems);
