import { isTheoryError, type TheoryError } from "../../src/errors.js";

/** The TheoryError that the call throws. Fails where it throws none, or something else. */
export function errorOf(call: () => unknown): TheoryError {
  try {
    call();
  } catch (error) {
    if (isTheoryError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
