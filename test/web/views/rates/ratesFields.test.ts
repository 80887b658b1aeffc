import { describe, expect, it } from "vitest";
import { parseAddress, writeAddress } from "../../../../src/web/address/address.js";
import { readFields, withFields } from "../../../../src/web/address/readFields.js";
import { MOST, ratesFields } from "../../../../src/web/views/rates/ratesFields.js";

const read = (query: string) => readFields(ratesFields, parseAddress(`#/rates?${query}`));

describe("the address of the view Rates", () => {
  it("has usual values that show something", () => {
    const { values, problems } = read("");
    expect(values.activation).toEqual(["tanh", "relu", "gelu"]);
    expect(values).toMatchObject({ batch: 64, quantity: "rate", epsilon: 0, gamma: 1, beta: 0, variance: 1, seed: 1 });
    expect(problems).toEqual([]);
  });

  it("comes back from what is written", () => {
    const changed = {
      ...{ activation: ["x > 0 ? x : 0.1*x", "", "tanh"], batch: 1000, epsilon: 1e-5, gamma: 0.5, beta: -2 },
      ...{ quantity: "depth-scale" as const, variance: 2, seed: 7 },
    };
    const written = writeAddress(withFields({ view: "rates", fields: new Map() }, ratesFields, changed));
    expect(readFields(ratesFields, parseAddress(written)).values).toEqual(changed);
  });

  it.each([
    ["batch=3", "batch = 3, which is not an integer from 4 to 1000000"],
    ["batch=1e400", "batch = 1e400, which is not an integer from 4 to 1000000"],
    ["batch=8.5", "batch = 8.5, which is not an integer"],
    ["quantity=__proto__", "quantity = __proto__, which is not one of rate, depth-scale, trainable-depth"],
    ["epsilon=-1", "epsilon = -1, which is not a number from 0 to"],
    ["gamma=NaN", "gamma = NaN, which is not a number"],
    [`activation=${"x".repeat(2001)}`, "which is not a list of at most 12 texts of at most 2000 characters"],
    [Array.from({ length: MOST + 1 }, () => "activation=x").join("&"), "which is not a list of at most 12 texts"],
  ])("explains what it cannot take: %s", (query, words) => {
    const { values, problems } = read(query);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
    expect(values.batch).toBe(64);
  });
});
