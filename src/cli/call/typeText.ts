import type { JsonSchema } from "../../call/callSchema.js";

const words: Readonly<Record<string, string>> = {
  number: "number",
  integer: "whole number",
  string: "text",
  boolean: "true or false",
  null: "null",
};

/** What many results hold. */
const shared: Readonly<Record<string, string>> = {
  "#/$defs/real": "number",
  "#/$defs/estimate": "number with its error",
};

const plural = (text: string) =>
  text
    .replace(/^number with its error/, "numbers with their errors")
    .replace(/^(number|whole number|text|list|object|pair)\b/, "$1s");

function boundsText({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string {
  const parts = [
    ...(minimum === undefined ? [] : [`>= ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`<= ${maximum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`< ${exclusiveMaximum}`]),
  ];
  return parts.length === 0 ? "" : ` ${parts.join(", ")}`;
}

/** "pair of numbers", "[0 or -1, 1]". */
function tupleText(parts: readonly string[]): string {
  const alike = parts.length === 2 && parts[0] === parts[1];
  return alike ? `pair of ${plural(parts[0]!)}` : `[${parts.join(", ")}]`;
}

/** A JSON Schema in a few words: "list of lists of numbers", "object with G, L, M". */
export function typeText(schema: JsonSchema): string {
  const { anyOf, type, items, prefixItems, properties, additionalProperties } = schema;
  if (typeof schema.$ref === "string") return shared[schema.$ref] ?? "any value";
  if (Array.isArray(type)) return type.map((one) => typeText({ ...schema, type: one })).join(" or ");
  if (anyOf !== undefined) return (anyOf as JsonSchema[]).map(typeText).join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return (schema.enum as unknown[]).map((value) => JSON.stringify(value)).join(" or ");
  if (prefixItems !== undefined) return tupleText((prefixItems as JsonSchema[]).map(typeText));
  if (type === "array") return items === undefined ? "list" : `list of ${plural(typeText(items as JsonSchema))}`;
  if (properties !== undefined) return `object with ${Object.keys(properties as object).join(", ")}`;
  if (typeof additionalProperties === "object")
    return `object of ${plural(typeText(additionalProperties as JsonSchema))}`;
  return `${words[String(type)] ?? "any value"}${boundsText(schema)}`;
}
