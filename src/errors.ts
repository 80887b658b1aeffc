/** Stable codes: a program may branch on them; they are never renamed. */
export type TheoryErrorCode =
  | "domain" // a parameter lies outside its domain
  | "syntax" // activation text that does not parse, or that uses what the grammar does not have
  | "undefined-value" // an activation with no real value on a set of positive measure
  | "divergent" // E phi(z)^2 is infinite: the mean-field limit does not exist
  | "not-applicable"; // a method was forced where its assumptions do not hold

/** Where in a user's text an error lies: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TheoryErrorDetails {
  readonly code: TheoryErrorCode;
  /** The parameter's public name, e.g. `batch`, `activation`, `epsilon`. */
  readonly parameter: string;
  /** What was given, as the user would recognise it. */
  readonly value: unknown;
  /** What is allowed, in words. */
  readonly domain: string;
  /** What the user can do about it. */
  readonly remedy: string;
  readonly place?: Place;
}

/** The one error type that public functions throw for input they cannot answer. */
export class TheoryError extends Error {
  override readonly name = "TheoryError";
  readonly details: TheoryErrorDetails;

  constructor(message: string, details: TheoryErrorDetails) {
    super(message);
    this.details = Object.freeze({ ...details });
  }

  get code(): TheoryErrorCode {
    return this.details.code;
  }
}

/** True for a TheoryError of any realm: one that crossed a worker boundary is no `instanceof`. */
export function isTheoryError(error: unknown): error is TheoryError {
  return error instanceof Error && error.name === "TheoryError" && "details" in error;
}

/** The text with a caret line under the place, for a terminal or a `<pre>`. */
export function showPlace({ text, start, end }: Place): string {
  const width = 72;
  const from = Math.max(0, Math.min(start - 30, text.length - width));
  const line = text.slice(from, from + width).replace(/\s/g, " ");
  const carets = "^".repeat(Math.max(1, Math.min(end, from + width) - start));
  return `${line}\n${" ".repeat(start - from)}${carets}`;
}
