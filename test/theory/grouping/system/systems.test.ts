import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dependence,
  eventRepresentation,
  fibreProduct,
  type GroupingKernels,
  groupedRepresentation,
  groupingExtension,
  jointLaw,
  jointLawOfElements,
  lawOfNamed,
  markovKernel,
  plainProduct,
  poset,
  printedSSystem,
  probabilitySpace,
  randomElement,
  sSystem,
} from "../../../../src/grouping.js";
import { kernelRows, largestDifference, lawOfSize, ROUNDING } from "../probability/arbitraries.js";

const kernels = (from: number): fc.Arbitrary<GroupingKernels> =>
  fc.tuple(kernelRows(from, 2), kernelRows(2 * from, 2)).map(([indicator, coupled]) => ({
    indicator: markovKernel(indicator),
    coupled: markovKernel(coupled),
  }));

const diamond = poset(
  ["0", "a", "b", "d"],
  [
    ["0", "a"],
    ["0", "b"],
    ["a", "d"],
    ["b", "d"],
  ],
);
const parts = fc.tuple(lawOfSize(3), kernels(3), kernels(3), kernels(16)).map(([law, a, b, d]) => ({
  sources: new Map([["0", law]]),
  kernels: new Map(Object.entries({ a, b, d })),
}));

describe("S-Systems", () => {
  it("on a diamond keep the source once; the printed product keeps it twice", () => {
    fc.assert(
      fc.property(parts, (own) => {
        const [system, printed] = [sSystem(diamond, own), printedSSystem(diamond, own)];
        expect(system.whole.names.filter((name) => name.startsWith("0"))).toEqual(["0"]);
        expect(printed.whole.names.filter((name) => name.startsWith("0"))).toEqual(["0", "0'"]);
        const [a, b] = [system.representations.get("a")!, system.representations.get("b")!];
        for (const each of [a, b, system.representations.get("d")!]) {
          expect(largestDifference(lawOfNamed(system.whole, each.names).weights, each.law.weights)).toBeLessThan(
            ROUNDING,
          );
        }
        const glued = fibreProduct(a, b);
        expect(glued.names).toEqual(["0", "a.coupled", "a.indicator", "b.coupled", "b.indicator"]);
        expect(dependence(glued.law, [1, 2], [3, 4], [0])).toBeLessThan(ROUNDING);
        expect(dependence(plainProduct(a, b).law, [0, 1, 2], [3, 4, 5])).toBeLessThan(ROUNDING);
      }),
      { numRuns: 40 },
    );
  });

  it("glue in any order: the fibre product is symmetric, idempotent and associative", () => {
    fc.assert(
      fc.property(fc.tuple(lawOfSize(3), kernels(3), kernels(3), kernels(3)), ([law, ...three]) => {
        const source = eventRepresentation(["0"], jointLaw([3], law));
        const [a, b, c] = three.map((own, i) => groupedRepresentation(source, "abc"[i]!, ["0"], own)) as [
          never,
          never,
          never,
        ];
        const left = fibreProduct(fibreProduct(a, b), c);
        const right = fibreProduct(c, fibreProduct(b, a));
        expect(largestDifference(lawOfNamed(right, left.names).weights, left.law.weights)).toBeLessThan(ROUNDING);
        const twice = fibreProduct(left, left);
        expect(twice.names).toEqual(left.names);
        expect(largestDifference(twice.law.weights, left.law.weights)).toBeLessThan(ROUNDING);
      }),
      { numRuns: 40 },
    );
  });

  it("group as the extensions of the space do, step by step", () => {
    fc.assert(
      fc.property(fc.tuple(lawOfSize(3), kernels(3)), ([law, own]) => {
        const element = randomElement(probabilitySpace(law), [0, 1, 2]);
        const { input, coupled, indicator } = groupingExtension(element, own);
        const table = groupedRepresentation(eventRepresentation(["x"], jointLaw([3], law)), "s", ["x"], own);
        const weights = jointLawOfElements([input, coupled, indicator]).weights;
        expect(largestDifference(weights, table.law.weights)).toBeLessThan(ROUNDING);
      }),
    );
  });

  it("on a single element are its source, and on several minimal ones start from independent sources", () => {
    const none = new Map<string, GroupingKernels>();
    const alone = sSystem(poset(["x"], []), { sources: new Map([["x", [0.25, 0.75]]]), kernels: none });
    expect(alone.whole.law.weights).toEqual([0.25, 0.75]);
    const both = new Map([
      ["x", [0.25, 0.75]],
      ["y", [0.5, 0.5]],
    ]);
    const two = sSystem(poset(["x", "y"], []), { sources: both, kernels: none });
    expect(two.whole.law.weights).toEqual([0.125, 0.125, 0.375, 0.375]);
    expect(() => printedSSystem(poset(["x", "y"], []), { sources: both, kernels: none })).toThrow(/y is built 0 times/);
  });

  it("on the pentagon work by a topological order and are refused as printed", () => {
    const order = poset(
      ["0", "a", "b", "c", "d"],
      [
        ["0", "a"],
        ["a", "b"],
        ["b", "d"],
        ["0", "c"],
        ["c", "d"],
      ],
    );
    const flat = (from: number): GroupingKernels => ({
      indicator: markovKernel(Array.from({ length: from }, () => [0.5, 0.5])),
      coupled: markovKernel(Array.from({ length: 2 * from }, () => [0.25, 0.75])),
    });
    const own = {
      sources: new Map([["0", [0.5, 0.5]]]),
      kernels: new Map(Object.entries({ a: flat(2), b: flat(4), c: flat(2), d: flat(16) })),
    };
    expect(sSystem(order, own).whole.names).toHaveLength(9);
    expect(lawOfNamed(sSystem(order, own).whole, ["d.coupled"]).weights).toEqual([0.25, 0.75]);
    expect(() => printedSSystem(order, own)).toThrow(/d is built before its inputs/);
  });
});
