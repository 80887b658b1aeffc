import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wasmBackend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import type { NetworkOptions } from "../../src/simulation/network.js";
import type { Sample } from "../../src/simulation/sample.js";
import { fromRecord, toRecord } from "../../src/simulation/sampleRecord.js";
import { simulate } from "../../src/simulation/simulate.js";
import { relu, tanh } from "./activations.js";

const network: NetworkOptions = { activation: relu, batch: 4, width: 10, depth: 6 };
const record = { covariance: true, gradientCovariance: true, jacobian: true };
const backend = wasmBackend;

describe("a record", () => {
  const numbers = fc.array(
    fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(-0, Number.NEGATIVE_INFINITY, 5e-324, Number.MAX_VALUE)),
  );
  const matrices = fc.array(numbers.map((list) => Float64Array.from(list)));
  const samples = fc.record(
    {
      index: fc.nat(),
      logGradient: numbers,
      logWeightGradient: numbers,
      covariance: matrices,
      gradientCovariance: matrices,
      jacobian: fc.record({ G: numbers, L: numbers, M: numbers }, { noNullPrototype: true }),
      collapsed: fc.integer({ min: 1, max: 10_001 }),
      overflowed: fc.integer({ min: 1, max: 10_001 }),
    },
    { requiredKeys: ["index", "logGradient", "logWeightGradient"], noNullPrototype: true },
  );

  it("is one line that reads back the same bits", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const line = toRecord(sample as Sample);
        expect(line).not.toMatch(/\n/);
        expect(fromRecord(line)).toStrictEqual(sample);
      }),
    );
  });

  it("keeps simulated samples", async () => {
    const { samples: drawn } = await simulate(
      { ...network, activation: tanh },
      { samples: 2, seed: 1, backend, record },
    );
    for (const sample of drawn) expect(fromRecord(toRecord(sample))).toStrictEqual(sample);
  });

  it("refuses lines that were cut off or changed", () => {
    const line = toRecord({ index: 1, logGradient: [1, 2], logWeightGradient: [-Infinity] });
    expect(line).toBe('{"index":1,"logGradient":[1,2],"logWeightGradient":["-Infinity"]}');
    for (const bad of [
      "",
      "null",
      "3",
      line.slice(0, -4),
      line.replace("1,2", "null"),
      line.replace('"index":1,', ""),
      line.replace("}", ',"collapsed":0}'),
      line.replace("}", ',"overflowed":"3"}'),
    ]) {
      expect(() => fromRecord(bad)).toThrow(/toRecord/);
    }
  });
});
