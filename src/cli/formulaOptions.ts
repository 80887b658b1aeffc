/** The options that the commands about formulas share. */
import { type Command, Option } from "commander";
import { type FormulaFormat, formulaFormats } from "../render/formulaReport.js";
import { readNumber } from "./numberList.js";
import { badValue, UsageError } from "./usageError.js";

export interface FormulaOptions {
  readonly format?: FormulaFormat;
  readonly json?: true;
  readonly latex?: true;
  readonly csv?: true;
  readonly digits?: string;
  readonly at?: string;
}

export function addFormulaOptions(command: Command): Command {
  return command
    .option("--digits <count>", "significant digits of the value, 1 to 1000 (default: 20)")
    .addOption(new Option("--format <name>", "what to print (default: text)").choices(formulaFormats))
    .option("--json", "the same as --format json; schema/output.schema.json in the package describes it")
    .option("--latex", "the same as --format latex")
    .addOption(new Option("--csv").hideHelp());
}

export function formulaFormatOf({ format, json, latex, csv }: FormulaOptions): FormulaFormat {
  if (csv) throw new UsageError("--csv: a formula is not a table. Use --format json for programs.");
  const asked = [...(json ? ["--json"] : []), ...(latex ? ["--latex"] : [])];
  const chosen = new Set([...asked.map((option) => option.slice(2)), ...(format === undefined ? [] : [format])]);
  if (chosen.size > 1) {
    const options = [...asked, ...(format === undefined ? [] : [`--format ${format}`])];
    throw new UsageError(`${options.join(" and ")}: choose one output format.`);
  }
  return ([...chosen][0] as FormulaFormat | undefined) ?? "text";
}

/** A whole number within bounds. */
export function wholeOf(
  option: string,
  text: string,
  [least, most]: readonly [number, number],
  remedy: string,
): number {
  const value = readNumber(text);
  if (value === null || !Number.isInteger(value) || value < least || value > most) {
    throw badValue(option, text, `a whole number from ${least} to ${most}`, remedy);
  }
  return value;
}

const DIGITS = 20;
const MOST_DIGITS = 1000;

/** How many digits are asked for. */
export const digitsOf = ({ digits }: FormulaOptions): number =>
  digits === undefined ? DIGITS : wholeOf("--digits", digits, [1, MOST_DIGITS], `${DIGITS} is the default.`);
