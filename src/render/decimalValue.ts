import { formulaLines } from "./lines.js";

/** Decimals of any length; `rigorous` is false where the error is an estimate, of an integral or an infinite sum. */
export interface DecimalValue {
  readonly value: string;
  readonly error: string;
  readonly rigorous?: boolean;
}

const errorText = ({ error, rigorous = true }: DecimalValue) =>
  error === "0" ? "exact" : `± ${error}${rigorous ? "" : ", an estimate"}`;

/** The digits, and below them the error. */
export const valueLines = (value: DecimalValue): readonly string[] => [
  ...formulaLines(value.value, "  "),
  `  ${errorText(value)}`,
];

/** On one line, in ASCII. */
export const valueText = (value: DecimalValue): string => `${value.value} ${errorText(value).replace("±", "+-")}`;
