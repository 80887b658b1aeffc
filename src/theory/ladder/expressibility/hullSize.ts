import { domainError } from "../../../numeric/domain.js";

const MOST_ROWS = 256;
const MOST_ENTRIES = 8192;

/** Throws TheoryError for more than 256 rows or 8192 numbers: exactly they take seconds, with a tolerance up to a minute. */
export function assertHullSize(parameter: string, rows: number, columns: number): void {
  if (rows <= MOST_ROWS && rows * columns <= MOST_ENTRIES) return;
  const sizes = `at most ${MOST_ROWS} rows and ${MOST_ENTRIES} entries`;
  throw domainError(parameter, `${rows} x ${columns} numbers`, sizes, "Pass fewer rows or columns.");
}
