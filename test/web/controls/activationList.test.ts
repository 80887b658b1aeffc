import { describe, expect, it } from "vitest";
import { activation } from "../../../src/symbolic/activation/create.js";
import { activationsField } from "../../../src/web/controls/activationsField.js";
import { suggestions } from "../../../src/web/controls/suggestions.js";
import { RowKeys } from "../../../src/web/controls/useKeys.js";

describe("the keys of a list", () => {
  it("stay with their rows", () => {
    const keys = new RowKeys().fit(3);
    const [first, second, third] = [...keys.all];
    const added = keys.insert(1);
    expect(keys.fit(4).all).toEqual([first, added, second, third]);
    keys.remove(0);
    expect(keys.fit(3).all).toEqual([added, second, third]);
  });

  it("are never used again", () => {
    const keys = new RowKeys().fit(2);
    const before = new Set(keys.all);
    keys.fit(0);
    expect(keys.fit(2).all.some((key) => before.has(key))).toBe(false);
  });
});

describe("activations in an address", () => {
  const field = activationsField(["tanh"], 3);

  it("keep one that is being typed", () => {
    expect(field.read(["", "relu"])).toEqual(["", "relu"]);
    expect(field.write([])).toEqual([""]);
  });

  it("are few and short", () => {
    expect(() => field.read(["x", "x", "x", "x"])).toThrow("at most 3 texts");
    expect(() => field.read(["x".repeat(2001)])).toThrow("at most 2000 characters");
  });
});

it.each(suggestions)("the suggestion %s is an activation", (text) => {
  expect(activation(text).text).toBe(text);
});
