/** An error on its way from a worker, as plain data. */
import { isTheoryError, TheoryError, type TheoryErrorDetails } from "../../errors.js";

export interface Failure {
  readonly kind: "failed";
  readonly message: string;
  readonly details: TheoryErrorDetails | null;
}

/** What a structured clone keeps of an error: a value that is no plain one goes as text. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (!isTheoryError(error)) return { kind: "failed", message, details: null };
  const { value } = error.details;
  const plain = value === null || (typeof value !== "object" && typeof value !== "function");
  return { kind: "failed", message, details: { ...error.details, value: plain ? value : String(value) } };
}

/** The error again, with its details where it has any. */
export const errorOf = ({ message, details }: Failure): Error =>
  details === null ? new Error(message) : new TheoryError(message, details);
