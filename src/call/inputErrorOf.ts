import type * as z from "zod";
import type { CallError } from "./callError.js";
import { nearNames } from "./nearNames.js";
import { refusal } from "./refusal.js";
import { shownText, shownValue } from "./shownValue.js";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const types: Readonly<Record<string, string>> = {
  number: "a finite number",
  int: "a whole number",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  string: "a text",
  boolean: "true or false",
};

const units: Readonly<Record<string, (count: string) => string>> = {
  array: (count) => `a list of ${count}`,
  string: (count) => `a text of ${count} characters`,
  int: (count) => `a whole number of ${count}`,
};

function boundOf(origin: string, bound: string, value: number | bigint, inclusive: boolean): string {
  if (inclusive) return (units[origin] ?? ((count: string) => `a number of ${count}`))(`at ${bound} ${value}`);
  return `a number ${bound === "least" ? "above" : "below"} ${value}`;
}

/** What would be let through, in words. */
function domainOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return types[issue.expected] ?? issue.expected;
    case "too_small":
      return boundOf(issue.origin, "least", issue.minimum, issue.inclusive ?? true);
    case "too_big":
      return boundOf(issue.origin, "most", issue.maximum, issue.inclusive ?? true);
    case "invalid_value":
      return issue.values.length === 1
        ? shownText(issue.values[0])
        : `one of ${issue.values.map(shownText).join(", ")}`;
    default:
      // unions, formats and checks of ours say it themselves
      return issue.message;
  }
}

function valueAt(inputs: unknown, path: Path): unknown {
  let value = inputs;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** W[0][2]; `root` where the path is empty. */
function nameOf(path: Path, root: string): string {
  const text = path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${String(key)}`))
    .join("");
  return text === "" ? root : text;
}

function unknownKey(inputs: unknown, path: Path, key: string, known: readonly string[], help: string): CallError {
  const parameter = nameOf([...path, key.slice(0, 100)], key);
  const near = nearNames(key, known);
  const domain = `one of ${known.join(", ")}`;
  const remedy = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `Leave it out. ${help}`;
  const value = shownValue(valueAt(inputs, [...path, key]));
  return {
    code: "domain",
    message: `${parameter} is unknown: expected ${domain}. ${remedy}`,
    parameter,
    value,
    domain,
    remedy,
  };
}

/** The first thing that a schema finds wrong. `keys` are those of the inputs, `help` says where they are described. */
export function inputErrorOf(issue: Issue, inputs: unknown, keys: readonly string[], help: string): CallError {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") return unknownKey(inputs, path, issue.keys[0]!, keys, help);
  const remedy = issue.code === "custom" && typeof issue.params?.remedy === "string" ? issue.params.remedy : help;
  return refusal(nameOf(path, "inputs"), valueAt(inputs, path), domainOf(issue), remedy);
}
