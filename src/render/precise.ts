import type { DecimalStrings } from "../symbolic/precise/decimal.js";
import { formulaLines } from "./lines.js";

/** The digits, and below them a bound for their error. */
export const valueLines = ({ value, error }: DecimalStrings): readonly string[] => [
  ...formulaLines(value, "  "),
  error === "0" ? "  exact" : `  ± ${error}`,
];
