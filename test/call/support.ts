import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type Answer, answer } from "../../src/call/answer.js";
import type { CallError } from "../../src/call/callError.js";
import { callSchema } from "../../src/call/callSchema.js";
import { renderJson } from "../../src/render/json.js";

export interface ReferenceCase {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly abs: number; readonly rel: number };
}

const casesOf = (file: string): readonly ReferenceCase[] =>
  JSON.parse(readFileSync(new URL(`../reference/${file}`, import.meta.url), "utf8")).map(
    ({
      tolerance,
      ...rest
    }: Omit<ReferenceCase, "tolerance"> & { tolerance: number | ReferenceCase["tolerance"] }) => ({
      ...rest,
      tolerance: typeof tolerance === "number" ? { abs: tolerance, rel: tolerance } : tolerance,
    }),
  );

/** A case of each kind, from elsewhere; a number passes within abs + rel |expected|. */
export const referenceCases = [...casesOf("ladder-alignment.json"), ...casesOf("grouping-landscape-gating.json")];

/** Brute force by generate_call.py: other sizes, regions and orders, dead nodes, inputs of probability zero. */
export const bruteForceCases = casesOf("call.json");

/** As a reader in another language sees it. */
export const asJson = (value: object) => JSON.parse(renderJson(value));

export const resultOf = (kind: string, inputs: unknown): unknown => {
  const found: Answer = answer({ kind, inputs });
  if ("error" in found) throw new Error(found.error.message);
  return found.result;
};

export const errorOf = (entry: unknown): CallError => {
  const found: Answer = answer(entry);
  if ("result" in found) throw new Error(`answered: ${JSON.stringify(found.result)}`);
  return found.error;
};

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(callSchema(), "call");

/** What a value breaks of #/$defs/<name>; [] where it fits. */
export function misfits(name: string, value: unknown): readonly unknown[] {
  const validate = ajv.getSchema(`call#/$defs/${name}`)!;
  return validate(value) ? [] : validate.errors!;
}
