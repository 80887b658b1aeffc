import { errataJson, errataText } from "../../render/errataReport.js";
import { errata } from "../../verification/errata.js";
import { everyTheorem, theoremsNamed } from "./theoremsNamed.js";

export interface ErrataAnswer {
  readonly text: string;
  /** Every printed claim is false, as stated. */
  readonly confirmed: boolean;
}

/** Tries the printed claims again. Where nothing is known to be misprinted it says so. Throws a UsageError for unknown names. */
export function answerErrata(names: readonly string[], json: boolean): ErrataAnswer {
  const results = errata(names.length === 0 ? everyTheorem : theoremsNamed(names));
  if (results.length === 0 && !json) {
    const text = `Nothing is known to be misprinted in ${names.join(", ")}. theoria errata lists all errata.`;
    return { text, confirmed: true };
  }
  return {
    text: json ? errataJson(results) : errataText(results),
    confirmed: results.every(({ result }) => result.status === "holds"),
  };
}
