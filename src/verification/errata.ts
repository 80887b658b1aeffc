import type { Theorem } from "../theorems/theorem.js";
import { checkPrinted, type PrintedResult } from "./checks/printed.js";

export interface ErratumResult {
  readonly theorem: Theorem;
  /** "holds" where the printed claim is false, as it should be, with both sides' values in `refutation`. */
  readonly result: PrintedResult;
}

/** Tries every printed claim that differs from its theorem, in their order: what is printed wrongly, and a point that shows it. */
export const errata = (theorems: readonly Theorem[]): readonly ErratumResult[] =>
  theorems.flatMap((theorem) =>
    theorem.printed === undefined
      ? []
      : [{ theorem, result: checkPrinted(theorem, theorem.printed, { derived: new Map() }) }],
  );
