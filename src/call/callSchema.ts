import * as z from "zod";
import { kinds } from "./kinds/index.js";
import { estimate } from "./schemas.js";

export type JsonSchema = { readonly [key: string]: unknown };

/** What zod adds and nobody needs: the bounds of exact integers; of results, that there are no other keys. */
function cleaned(schema: unknown, open: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((one) => cleaned(one, open));
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(
    ([key, value]) =>
      !(open && key === "additionalProperties" && value === false) &&
      !((key === "minimum" || key === "maximum") && Math.abs(value) === Number.MAX_SAFE_INTEGER),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, cleaned(value, open)]));
}

function written(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return cleaned(rest, io === "output") as JsonSchema;
}

/** The inputs of a kind, as they are written. */
export const inputsSchema = (schema: z.ZodType): JsonSchema => written(schema, "input");

/** A result, as it is written: keys may be added in later versions. */
export const resultSchema = (schema: z.ZodType): JsonSchema => written(schema, "output");

const withoutDefinitions = ({ $defs, ...rest }: JsonSchema): JsonSchema => rest;

const errorSchema: JsonSchema = {
  type: "object",
  properties: {
    code: { enum: ["domain", "syntax", "undefined-value", "divergent", "not-applicable", "internal"] },
    message: { type: "string" },
    parameter: { type: "string", description: "The place in the inputs, such as W[0][2]; or id, kind, inputs, entry." },
    value: { type: ["string", "number", "boolean", "null"], description: "What was given." },
    domain: { type: "string", description: "What is allowed, in words." },
    remedy: { type: "string" },
  },
  required: ["code", "message", "parameter", "value", "domain", "remedy"],
};

const idSchema: JsonSchema = { type: ["string", "number", "null"] };

function requestSchema(): JsonSchema {
  const entry = { anyOf: kinds.map(({ name }) => ({ $ref: `#/$defs/${name}` })) };
  const list = { type: "array", items: entry };
  return { anyOf: [list, { type: "object", properties: { cases: list }, required: ["cases"] }, entry] };
}

const answersSchema: JsonSchema = {
  type: "object",
  properties: {
    results: {
      type: "array",
      items: {
        anyOf: [
          { type: "object", properties: { id: idSchema, result: {} }, required: ["id", "result"] },
          { type: "object", properties: { id: idSchema, error: { $ref: "#/$defs/error" } }, required: ["id", "error"] },
        ],
      },
    },
  },
  required: ["results"],
};

/** JSON Schema of the whole door: requests, answers, and the inputs and the result of every kind. */
export function callSchema(): JsonSchema {
  const entries = kinds.map(({ name, doc, inputs }) => {
    const properties = { id: idSchema, kind: { const: name }, inputs: withoutDefinitions(inputsSchema(inputs)) };
    return [name, { description: doc, type: "object", properties, required: ["kind", "inputs"] }];
  });
  const results = kinds.map(({ name, result }) => [`${name}.result`, withoutDefinitions(resultSchema(result))]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "theoria call",
    description:
      "What theoria call reads, and what it writes (#/$defs/answers). Each kind has its entry, #/$defs/<kind>, and its result, #/$defs/<kind>.result. An infinite number is the text Infinity or -Infinity.",
    $ref: "#/$defs/request",
    $defs: {
      request: requestSchema(),
      answers: answersSchema,
      error: errorSchema,
      ...(resultSchema(estimate).$defs as object),
      ...Object.fromEntries(entries),
      ...Object.fromEntries(results),
    },
  };
}
