/** `theoria errata`: what is printed, what holds, and a point that tells them apart. */
import { textOf } from "../symbolic/format/text.js";
import type { ErratumResult } from "../verification/errata.js";
import { renderJson } from "./json.js";
import { formulaLines, sentenceLines } from "./lines.js";
import { citationText } from "./theoremsReport.js";
import { pointText } from "./verdictText.js";
import { writtenStatement } from "./writtenStatement.js";

export const damagedCaveat =
  "The text of the paper that this is read from has lost glyphs here: that the paper prints it so is not certain, what holds is.";

function lines({ theorem, result }: ErratumResult): readonly string[] {
  const printed = theorem.printed!;
  const { refutation } = result;
  const shown =
    refutation === undefined
      ? [...sentenceLines(`not confirmed: ${result.says ?? result.status}`, "  ")]
      : [
          ...sentenceLines(pointText(refutation.at), "  at       "),
          ...formulaLines(refutation.left, "  left     "),
          ...formulaLines(refutation.right, "  right    "),
        ];
  return [
    ...sentenceLines(`${theorem.id} (${citationText(theorem.source)})`),
    ...sentenceLines(printed.says, "  "),
    ...formulaLines(textOf(printed.claim), "  printed  "),
    ...shown,
    ...formulaLines(textOf(theorem.claim), "  holds    "),
    ...theorem.assumptions.flatMap((assumption) => formulaLines(textOf(assumption), "  for      ")),
    ...(printed.damaged ? sentenceLines(damagedCaveat, "  ") : []),
  ];
}

const json = ({ theorem, result }: ErratumResult) => ({
  id: theorem.id,
  source: theorem.source,
  says: theorem.printed!.says,
  damaged: theorem.printed!.damaged,
  printed: writtenStatement(theorem.printed!.claim),
  correct: writtenStatement(theorem.claim),
  assumptions: theorem.assumptions.map(writtenStatement),
  status: result.status,
  ...(result.says === undefined ? {} : { reason: result.says }),
  ...(result.refutation === undefined
    ? {}
    : { counterexample: { at: result.refutation.at, left: result.refutation.left, right: result.refutation.right } }),
});

export function errataText(results: readonly ErratumResult[]): string {
  const confirmed = results.filter(({ result }) => result.status === "holds").length;
  const remark =
    "left, right: the sides of the printed claim at that point. theoria check <theorem> also checks what holds.";
  return `${[
    ...results.flatMap((result) => [...lines(result), ""]),
    ...sentenceLines(`${confirmed} of ${results.length} printed claims are false, as stated. ${remark}`),
  ].join("\n")}\n`;
}

export const errataJson = (results: readonly ErratumResult[]): string => renderJson({ results: results.map(json) });
