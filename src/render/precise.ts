import { formulaLines } from "./lines.js";

/** Decimals of any length; `rigorous` is false where the error is an estimate, of an integral or an infinite sum. */
export interface PreciseValue {
  readonly value: string;
  readonly error: string;
  readonly rigorous?: boolean;
}

const errorText = ({ error, rigorous = true }: PreciseValue) =>
  error === "0" ? "exact" : `± ${error}${rigorous ? "" : ", an estimate"}`;

/** The digits, and below them the error. */
export const valueLines = (value: PreciseValue): readonly string[] => [
  ...formulaLines(value.value, "  "),
  `  ${errorText(value)}`,
];

/** On one line, in ASCII. */
export const valueText = (value: PreciseValue): string => `${value.value} ${errorText(value).replace("±", "+-")}`;
