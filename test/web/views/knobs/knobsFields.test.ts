import { describe, expect, it } from "vitest";
import { parseAddress, writeAddress } from "../../../../src/web/address/address.js";
import { readFields, withFields } from "../../../../src/web/address/readFields.js";
import { axisOf, axisProblem, knobsFields } from "../../../../src/web/views/knobs/knobsFields.js";
import { presets } from "../../../../src/web/views/knobs/presets.js";
import { ratesAddress } from "../../../../src/web/views/knobs/ratesAddress.js";
import { ratesFields } from "../../../../src/web/views/rates/ratesFields.js";
import { ratesTask } from "../../../../src/web/views/rates/ratesTask.js";

const read = (query: string) => readFields(knobsFields, parseAddress(`#/knobs?${query}`));

describe("the address of the view Knobs", () => {
  it.each(presets.map((preset) => [preset.name, preset] as const))(
    "of Figure %s comes back from what is written",
    (_, { values }) => {
      const written = writeAddress(withFields({ view: "knobs", fields: new Map() }, knobsFields, values));
      const back = readFields(knobsFields, parseAddress(written));
      expect(back.problems).toEqual([]);
      expect(back.values).toMatchObject(values);
      expect(axisProblem(back.values)).toBe("");
    },
  );

  it.each([
    ["x=gamma&y=gamma", "Both axes are gamma"],
    ["gammaFrom=2&gammaTo=1", "The range of gamma does not increase"],
    ["epsilonFrom=1&epsilonTo=1", "The range of epsilon does not increase"],
  ])("explains what can be no picture: %s", (query, words) => {
    const { values, problems } = read(query);
    expect(problems).toEqual([]);
    expect(axisProblem(values)).toContain(words);
  });

  it.each(["x=batches", "size=1000000", "epsilonFrom=0", "batchTo=2", "batchFrom=8.5"])("refuses %s", (query) => {
    expect(read(query).problems).toHaveLength(1);
  });

  it("makes cuts finer than maps", () => {
    expect(axisOf(read("y=none&size=8").values, "epsilon").steps).toBe(64);
    expect(axisOf(read("size=8").values, "epsilon").steps).toBe(8);
  });

  it("leads to the same network in the view Rates", () => {
    const setting = { epsilon: 0.5, gamma: 1.5, beta: -1, weightVariance: 2 };
    const [{ results }] = ratesTask({ ...setting, activations: ["gelu"], batches: [16] }) as never as [
      { results: never[] },
    ];
    const { values } = readFields(ratesFields, parseAddress(writeAddress(ratesAddress(results[0]!))));
    expect(values).toMatchObject({ activation: ["gelu"], batch: 16, epsilon: 0.5, gamma: 1.5, beta: -1, variance: 2 });
  });
});
