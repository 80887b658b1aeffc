import type { TheoryErrorCode } from "../errors.js";

/** Why an entry has no result. Every field is always there. */
export interface CallError {
  /** A TheoryError's code; "internal" is a defect in Theoria. */
  readonly code: TheoryErrorCode | "internal";
  readonly message: string;
  /** The place in the inputs, such as `W[0][2]`; or `id`, `kind`, `inputs`, `entry`. */
  readonly parameter: string;
  /** What was given: a number, a text or a truth value as it is, else its JSON, cut to 200 characters; null where nothing was. */
  readonly value: string | number | boolean | null;
  /** What is allowed, in words. */
  readonly domain: string;
  /** What to do about it. */
  readonly remedy: string;
}
