/** Kinds for people: the list, and one in full. */
import { inputsSchema, type JsonSchema, resultSchema } from "../../call/callSchema.js";
import type { Kind } from "../../call/kind.js";
import { kinds } from "../../call/kinds/index.js";
import { wrap } from "../../render/wrap.js";
import { typeText } from "./typeText.js";

const WIDTH = 100;

export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  /** "" where there is nothing to add. */
  readonly said: string;
}

export function fieldsOf(schema: JsonSchema): readonly Field[] {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  return Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([name, field]) => ({
    name,
    optional: !required.has(name),
    type: typeText(field),
    said: String(field.description ?? ""),
  }));
}

function fieldLines(schema: JsonSchema): string[] {
  const fields = fieldsOf(schema);
  if (fields.length === 0) return wrap(typeText(schema), WIDTH - 2).map((line) => `  ${line}`);
  const room = Math.max(...fields.map(({ name }) => name.length)) + 2;
  return fields.flatMap(({ name, optional, type, said }) => {
    const text = [`${type}${optional ? ", optional" : ""}.`, said].filter((part) => part !== "").join(" ");
    return wrap(text, WIDTH - 2 - room).map((line, i) => `  ${(i === 0 ? name : "").padEnd(room)}${line}`);
  });
}

/** An entry that can be sent as it is. */
export const exampleOf = ({ name, example }: Kind) => ({ id: "example", kind: name, inputs: example });

/** JSON in lines, broken after commas that stand in no text. */
export function jsonLines(value: unknown, width: number): string[] {
  const pieces = JSON.stringify(value).match(/(?:"(?:[^"\\]|\\.)*"|[^",])+,?/g) ?? [];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${piece}`.length <= width) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** One kind: its inputs, its result, an example. */
export function kindText(kind: Kind): string {
  const { name, area, doc, inputs, result } = kind;
  const lines = [
    ...wrap(`${name} (${area}): ${doc}`, WIDTH),
    ...["", "Inputs:", ...fieldLines(inputsSchema(inputs))],
    ...["", "Result:", ...fieldLines(resultSchema(result))],
    ...["", "Example:", ...jsonLines([exampleOf(kind)], WIDTH - 2).map((line) => `  ${line}`)],
  ];
  return `${lines.join("\n")}\n`;
}

/** All kinds, a line each. */
export function kindList(): string {
  const room = Math.max(...kinds.map(({ name }) => name.length)) + 2;
  const areas = [...new Set(kinds.map(({ area }) => area))];
  const lines = areas.flatMap((area, i) => [
    ...(i === 0 ? [] : [""]),
    `${area}:`,
    ...kinds
      .filter((kind) => kind.area === area)
      .flatMap(({ name, doc }) =>
        wrap(doc, WIDTH - 2 - room).map((line, k) => `  ${(k === 0 ? name : "").padEnd(room)}${line}`),
      ),
  ]);
  return `${lines.join("\n")}\n`;
}
