/** The options that commands share, and what their texts mean. */
import { type Command, Option } from "commander";
import type { Format } from "../render/report.js";
import { type Method, methods } from "../theory/batchnorm/select.js";
import { type ListRules, MAX_COMBINATIONS, parseNumberList, readNumber } from "./numberList.js";
import { badValue, UsageError } from "./usageError.js";

const lists = {
  batch: {
    option: "--batch",
    domain: "batch sizes: integers from 2 to 1e8, inf, or ranges a..b, a..b:step, a..b:x2",
    example: "8,64,inf",
    infinity: true,
    integer: true,
    step: 1,
  },
  epsilon: { option: "--epsilon", domain: "numbers of at least 0", example: "0,1e-5" },
  gamma: { option: "--gamma", domain: "numbers other than 0", example: "0.5,1,2" },
  beta: { option: "--beta", domain: "numbers", example: "-1,0,1" },
  weightVariance: { option: "--weight-variance", domain: "numbers above 0", example: "1,2" },
  c: { option: "--c", domain: "correlations from -1 to 1", example: "-0.5,0,0.5" },
} satisfies Record<string, ListRules>;

export type ListName = keyof typeof lists;

/** "--beta -1,0,1" as its numbers; whether they lie in the domain of the theory, the theory says. */
export function numbersOf(name: ListName, text: string): number[] {
  return parseNumberList(text, lists[name]);
}

export interface FormatOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly latex?: true;
  readonly quiet?: true;
}

export function addFormatOptions(command: Command): Command {
  return command
    .option("--json", "JSON, as described by schema/output.schema.json in the package")
    .option("--csv", "comma-separated values with all digits, one result a row")
    .option("--latex", "a LaTeX tabular (booktabs)")
    .option("-q, --quiet", "tables without headings and notes, no warnings");
}

export function formatOf(options: FormatOptions): Format {
  const chosen = (["json", "csv", "latex"] as const).filter((format) => options[format]);
  if (chosen.length > 1) {
    throw new UsageError(`${chosen.map((format) => `--${format}`).join(" and ")}: choose one output format.`);
  }
  return chosen[0] ?? "table";
}

export interface NetworkOptions extends FormatOptions {
  readonly batch: string;
  readonly epsilon: string;
  readonly gamma: string;
  readonly beta: string;
  readonly weightVariance: string;
  readonly method: Method;
  readonly confirm?: true;
  readonly tolerance: string;
}

export function addBatchOption(command: Command, standard: string): Command {
  return command.option("-b, --batch <list>", "batch sizes: 8,64,inf; ranges 4..128, 4..128:4, 4..1024:x2", standard);
}

export function addScaleOptions(command: Command): Command {
  return command.option("--gamma <list>", "batch norm's scale", "1").option("--beta <list>", "batch norm's shift", "0");
}

export function addToleranceOption(command: Command): Command {
  return command.option("--tolerance <number>", "largest error to accept, relative to max(1, |value|)", "1e-10");
}

export function addNetworkOptions(command: Command, batch: string): Command {
  addScaleOptions(addBatchOption(command, batch).option("--eps, --epsilon <list>", "batch norm's epsilon", "0"))
    .option("--weight-variance <list>", "sigma_w^2 of the weights", "1")
    .addOption(new Option("--method <name>", "force a method").choices(methods).default("auto"))
    .option("--confirm", "compute each rate by a second, independent method too");
  return addFormatOptions(addToleranceOption(command));
}

export function toleranceOf(text: string): number {
  const tolerance = readNumber(text);
  if (tolerance === null || !(tolerance > 0 && tolerance <= 0.1)) {
    throw badValue("--tolerance", text, "a number above 0, at most 0.1", "1e-10 is the default.");
  }
  return tolerance;
}

/** Refuses a product of lists that is too long to be meant. */
export function checkCombinations(sizes: readonly number[]): void {
  const count = sizes.reduce((product, size) => product * size, 1);
  if (count > MAX_COMBINATIONS) {
    throw new UsageError(
      `${count} combinations of activations and parameters: expected at most ${MAX_COMBINATIONS}. Shorten a list, or use several calls.`,
    );
  }
}
