import { type Answer, answer } from "./answer.js";
import { entriesOf } from "./entriesOf.js";

/** The answers, in the order of the entries. */
export interface CallAnswers {
  readonly results: readonly Answer[];
}

/**
 * Answers a request of plain data, as `theoria call` does with a file: a list of { id, kind, inputs }, { cases: [...] } or one entry. An
 * entry that cannot be answered has an error in its place and spoils no other. Results may hold infinite numbers; no NaN.
 * @throws TheoryError "domain" for what is no list of entries, or has more than 100000.
 */
export function call(request: unknown): CallAnswers {
  return { results: entriesOf(request).map(answer) };
}
