/** What is printed instead of a theorem, a point where that is false, and what both sides are there. */
import { texOf } from "../../symbolic/format/tex.js";
import type { Theorem } from "../../theorems/theorem.js";
import type { PrintedResult } from "../../verification/checks/printed.js";
import { damagedCaveat } from "../errataReport.js";
import { pointText } from "../verdictText.js";
import { escapeMarkdown, markdownCode } from "./escapeMarkdown.js";
import { displayMath } from "./markdownMath.js";

function refutationText({ refutation, says, status }: PrintedResult): string {
  if (refutation === undefined) return `Not confirmed: ${escapeMarkdown(says ?? status)}`;
  const at = pointText(refutation.at);
  const where = at === "" ? "At its only point" : `At ${markdownCode(at)}`;
  return `${where} its left side is ${markdownCode(refutation.left)}, its right side ${markdownCode(refutation.right)}.`;
}

/** Empty where nothing else is printed. `display` writes the formulas. */
export function erratumMarkdown({ printed }: Theorem, result: PrintedResult, display = displayMath): string {
  if (printed === undefined) return "";
  return [
    escapeMarkdown(printed.says),
    display(texOf(printed.claim)),
    refutationText(result),
    ...(printed.damaged ? [`*${escapeMarkdown(damagedCaveat)}*`] : []),
  ].join("\n\n");
}
