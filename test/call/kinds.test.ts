import { describe, expect, test } from "vitest";
import { inputsSchema } from "../../src/call/callSchema.js";
import { kinds } from "../../src/call/kinds/index.js";
import { asJson, errorOf, misfits, referenceCases, resultOf } from "./support.js";

const each = kinds.map((kind) => [kind.name, kind] as const);

test("names are unique, in lower case, and hold every kind of the reference cases", () => {
  const names = kinds.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  for (const { kind } of referenceCases) expect(names).toContain(kind);
});

describe.each(each)("%s", (name, kind) => {
  test("is a frozen object with one line of documentation", () => {
    expect(Object.isFrozen(kind)).toBe(true);
    expect(kind.doc).toMatch(/^[^\n]{10,110}[^.]$/);
  });

  test("answers its example, and both are what the schema says", () => {
    const entry = { id: "example", kind: name, inputs: kind.example };
    expect(misfits(name, entry)).toEqual([]);
    expect(misfits("request", [entry])).toEqual([]);
    const result = asJson(resultOf(name, kind.example) as object);
    expect(misfits(`${name}.result`, result)).toEqual([]);
    expect(misfits("answers", { results: [{ id: "example", result }] })).toEqual([]);
  });

  test("says which input is missing, and which is unknown", () => {
    const example = kind.example as Record<string, unknown>;
    for (const missing of (inputsSchema(kind.inputs).required as string[] | undefined) ?? []) {
      const { [missing]: _, ...rest } = example;
      const error = errorOf({ kind: name, inputs: rest });
      expect(error).toMatchObject({ code: "domain", parameter: missing, value: null });
      expect(error.message).toMatch(/ is missing: expected /);
      expect(misfits(name, { kind: name, inputs: rest })).not.toEqual([]);
    }
    const unknown = errorOf({ kind: name, inputs: { ...example, nonsense: 1 } });
    expect(unknown).toMatchObject({ code: "domain", parameter: "nonsense", value: 1 });
    expect(misfits(name, { kind: name, inputs: { ...example, nonsense: 1 } })).not.toEqual([]);
  });

  test("refuses numbers that are no numbers, by their place", () => {
    const example = kind.example as Record<string, unknown>;
    for (const [key, value] of Object.entries(example)) {
      if (typeof value !== "object") continue;
      const path: (string | number)[] = [key];
      let inner: unknown = value;
      while (Array.isArray(inner)) {
        inner = inner[0];
        path.push(0);
      }
      const spoiled = JSON.parse(JSON.stringify(example));
      let at = spoiled;
      for (const step of path.slice(0, -1)) at = at[step];
      // a name where a number stands, a number where a name does
      at[path.at(-1)!] = typeof at[path.at(-1)!] === "string" ? 3 : "three";
      const error = errorOf({ kind: name, inputs: spoiled });
      expect(error.parameter.startsWith(key)).toBe(true);
      expect(error.value).not.toBeNull();
    }
  });
});
