import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../src/errors.js";
import { call, depth, type Expression, equal, headNames, number, symbol } from "../../../src/symbolic/expression.js";
import { fromJson, propositionFromJson, propositionToJson, toJson } from "../../../src/symbolic/format/json.js";
import { heads } from "../../../src/symbolic/heads.js";
import { compare, element, numberSets, relations } from "../../../src/symbolic/proposition.js";
import { anyExpression } from "./anyExpression.js";
import { add, of } from "./build.js";

const schema = JSON.parse(readFileSync(new URL("../../../schema/expression.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const isValid = ajv.compile({ ...schema, $id: "expressions" });
const isExpression = ajv.getSchema("expressions#/$defs/expression")!;

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The message of the refusal; anything else than a TheoryError "syntax" fails the test. */
function refusal(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (isTheoryError(error) && error.code === "syntax") return error.message;
    throw error;
  }
}

const x = { head: "Symbol", name: "x" };
const nested = (levels: number) => {
  let tree: object = x;
  for (let level = 1; level < levels; level++) tree = { head: "Negate", args: [tree] };
  return tree;
};

/** The document with its n-th part (in order, around again) replaced. */
function replaced(document: unknown, n: number, part: unknown): unknown {
  const isTree = (value: unknown): value is object => typeof value === "object" && value !== null;
  const size = (value: unknown): number =>
    1 + (isTree(value) ? Object.values(value).reduce<number>((sum, own) => sum + size(own), 0) : 0);
  let left = n % size(document);
  const go = (value: unknown): unknown => {
    if (left-- === 0) return part;
    if (Array.isArray(value)) return value.map(go);
    return isTree(value) ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, go(own)])) : value;
  };
  return go(document);
}

describe("JSON", () => {
  it("gives back every expression, through text too, and is what the schema says", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const written = throughText(toJson(expression));
        expect(isValid(written)).toBe(true);
        expect(equal(fromJson(written), expression)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("gives back every statement", () => {
    const statement = fc.oneof(
      fc.tuple(fc.constantFrom(...relations), anyExpression, anyExpression).map((args) => compare(...args)),
      fc.tuple(anyExpression, fc.constantFrom(...numberSets)).map((args) => element(...args)),
    );
    fc.assert(
      fc.property(statement, (proposition) => {
        const written = throughText(propositionToJson(proposition));
        expect(isValid(written)).toBe(true);
        expect(propositionToJson(propositionFromJson(written))).toEqual(propositionToJson(proposition));
      }),
      { numRuns: 200 },
    );
  });

  it("has doubles that JSON has not as strings, and whole numbers as digits", () => {
    expect([Infinity, -Infinity, Number.NaN, -0, 0.1].map((value) => toJson(number(value)))).toEqual(
      ["Infinity", "-Infinity", "NaN", "-0", 0.1].map((value) => ({ head: "Number", value })),
    );
    expect(toJson(of("Sin", 12))).toEqual({ head: "Sin", args: [{ head: "Integer", value: "12" }] });
    expect(Object.isFrozen(fromJson(toJson(add("x", 1))))).toBe(true);
  });

  it.each(headNames)("reads %s with its arguments and with no other number of them, and so does the schema", (head) => {
    const { arity } = heads[head];
    for (let count = 0; count <= 5; count++) {
      const document = {
        head,
        args: ["x", "y", "z", "u", "v"].slice(0, count).map((name) => ({ head: "Symbol", name })),
      };
      expect(refusal(() => fromJson(document)) === null).toBe(count === arity);
      expect(isValid(document)).toBe(count === arity);
    }
  });

  const bad: readonly (readonly [string, unknown, string])[] = [
    ["null", null, '""'],
    ["an array", [], '""'],
    ["a string", "x", '""'],
    ["no head", { args: [] }, "/head"],
    ["an unknown head", { head: "Foo", args: [] }, "/head"],
    ["a head from the prototype", { head: "__proto__", args: [] }, "/head"],
    ["the head constructor", { head: "constructor", args: [] }, "/head"],
    ["an own __proto__", JSON.parse('{"head":"Pi","args":[],"__proto__":{}}'), '""'],
    ["a head that is no string", { head: ["Sin"], args: [x] }, "/head"],
    ["arguments that are no array", { head: "Sin", args: { 0: x, length: 1 } }, "/args"],
    ["an argument that is no object", { head: "Add", args: [x, 3] }, "/args/1"],
    ["a bad part deep inside", { head: "Add", args: [x, { head: "Sin", args: [{ head: "Foo" }] }] }, "/args/1/args/0/head"],
    ["a field too many", { head: "Pi", args: [], value: 1 }, '""'],
    ["a symbol without a name", { head: "Symbol" }, '""'],
    ["a name with a space", { head: "Symbol", name: "a b" }, "/name"],
    ["a name that begins with an underscore", { head: "Symbol", name: "__proto__" }, "/name"],
    ["a name that is too long", { head: "Symbol", name: "x".repeat(101) }, "/name"],
    ["a number as text", { head: "Number", value: "1" }, "/value"],
    ["an integer as a number", { head: "Integer", value: 1 }, "/value"],
    ["an integer with a sign too many", { head: "Integer", value: "-0" }, "/value"],
    ["an integer in hexadecimal", { head: "Integer", value: "0x10" }, "/value"],
    ["an integer with a line end", { head: "Integer", value: "1\n" }, "/value"],
    ["an integer of too many digits", { head: "Integer", value: "1".repeat(10_001) }, "/value"],
    ["a bound symbol that is none", { head: "Sum", args: [x, { head: "Pi", args: [] }, x, x] }, "/args/1"],
  ]; // biome-ignore format: a table
  it.each(bad)("refuses %s and names the place; the schema refuses it too", (_, document, place) => {
    expect(refusal(() => fromJson(document))).toContain(place);
    expect(isValid(document)).toBe(false);
  });

  it("refuses what JSON cannot hold: doubles that are no numbers, getters that throw, proxies", () => {
    expect(refusal(() => fromJson({ head: "Number", value: Infinity }))).toContain("/value");
    const thrower = Object.defineProperty({}, "head", { enumerable: true, get: () => { throw new Error("no"); } }); // biome-ignore format: short
    expect(refusal(() => fromJson(thrower))).not.toBeNull();
    const inherited = Object.create({ head: "Pi", args: [] });
    expect(refusal(() => fromJson(inherited))).not.toBeNull();
  });

  it("refuses means that bind one symbol twice", () => {
    const half = { head: "Number", value: 0.5 };
    expect(refusal(() => fromJson({ head: "GaussianMean", args: [x, x, x, half] }))).toContain("twice");
  });

  it("bounds the depth and the number of nodes", () => {
    expect(depth(fromJson(nested(1000)))).toBe(1000);
    expect(refusal(() => fromJson(nested(1001)))).toContain("deep");
    const circular: { head: string; args: unknown[] } = { head: "Negate", args: [] };
    circular.args.push(circular);
    expect(refusal(() => fromJson(circular))).toContain("deep");
    // shared in memory, but a tree of 2^20 leaves
    let shared: Expression = symbol("x");
    for (let i = 0; i < 20; i++) shared = call("Add", shared, shared);
    expect(refusal(() => fromJson(toJson(shared)))).toContain("nodes");
    expect(refusal(() => propositionFromJson({ relation: "Equal", left: toJson(shared), right: x }))).toContain(
      "nodes",
    );
  });

  const badStatements: readonly (readonly [string, unknown, string])[] = [
    ["an unknown relation", { relation: "Divides", left: x, right: x }, "/relation"],
    ["a relation from the prototype", { relation: "toString", left: x, right: x }, "/relation"],
    ["a missing side", { relation: "Equal", left: x }, '""'],
    ["an unknown set", { relation: "Element", left: x, set: "Primes" }, "/set"],
    ["a bad side", { relation: "Less", left: x, right: { head: "Sin", args: [] } }, "/right/args"],
  ]; // biome-ignore format: a table
  it.each(badStatements)("refuses a statement with %s", (_, document, place) => {
    expect(refusal(() => propositionFromJson(document))).toContain(place);
    expect(isValid(document)).toBe(false);
  });

  it("refuses exactly what the schema refuses when one part of a document is replaced", () => {
    const junk = fc.oneof(fc.constantFrom("Sin", "x", "Number", null, -1, [], {}, "1e5", [x]), fc.jsonValue());
    fc.assert(
      fc.property(anyExpression.map(toJson), fc.nat(), junk, (value, place, part) => {
        const document = replaced(throughText(value), place, part);
        const refused = refusal(() => fromJson(document));
        // a schema cannot compare two names
        if (refused?.includes(" twice")) return;
        expect(refused !== null).toBe(!isExpression(document));
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws anything but a TheoryError", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.anything().map((args) => ({ head: "Add", args })),
        ),
        (value) => {
          expect(refusal(() => fromJson(value))).not.toBeNull();
          expect(refusal(() => propositionFromJson(value))).not.toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
