/** Every printed claim that is false, tried again at the point that refutes it. */

import { pointText } from "../../../render/verdictText.js";
import { texOf } from "../../../symbolic/format/tex.js";
import { workText } from "../../../theorems/bibliography.js";
import { theorems } from "../../../theorems/index.js";
import { type ErratumResult, errata } from "../../../verification/errata.js";
import type { TaskContext } from "../../engine/task.js";
import type { TriedErratum } from "./erratum.js";
import { theoremNamed } from "./theoremNamed.js";

function tried({ theorem, result }: ErratumResult): TriedErratum {
  const { id, title, source, claim, assumptions } = theorem;
  const printed = theorem.printed!;
  const { refutation, says, status } = result;
  return {
    ...{ id, title: title.replace(/\.$/, ""), says: printed.says, damaged: printed.damaged },
    work: workText(source[0]),
    at: source.map(({ at }) => at).join("; "),
    printed: texOf(printed.claim),
    holds: texOf(claim),
    assumptions: assumptions.map(texOf),
    refutation:
      refutation === undefined
        ? null
        : { at: pointText(refutation.at), left: refutation.left, right: refutation.right },
    problem: refutation === undefined ? (says ?? status) : "",
  };
}

/** One piece an erratum: of the theorems named, or all. @throws TheoryError for an id that no theorem has. */
export async function errataTask(ids: readonly string[] | null, context: TaskContext<TriedErratum>): Promise<number> {
  const chosen = ids === null ? theorems : ids.map(theoremNamed);
  let count = 0;
  for (const theorem of chosen) {
    for (const result of errata([theorem])) {
      count += 1;
      await context.show(tried(result));
    }
  }
  return count;
}
