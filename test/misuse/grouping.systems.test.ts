import { describe, expect, it } from "vitest";
import * as surface from "../../src/grouping.js";
import { cases as geometry } from "./grouping.geometry.js";
import {
  cases,
  element,
  extended,
  joint,
  kernels,
  order,
  pairs,
  parts,
  source,
  space,
  wide,
} from "./grouping.systems.js";
import { functionsOf, hasNaN, misuses } from "./misuse.js";

describe("misuse of finite probability and S-Systems", () => {
  it("is tried on every function, with that of activations and geometry", () => {
    expect([...Object.keys(cases), ...Object.keys(geometry)].sort()).toEqual([...functionsOf(surface)].sort());
  });

  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});

describe("what is misused is named", () => {
  const call = surface as unknown as Record<string, (...given: unknown[]) => unknown>;
  const many = Array.from({ length: 300 }, (_, i) => String(i));

  it.each([
    ["weights of another sum", "probabilitySpace", [[0.5, 0.6]], /weights = a list with sum 1\.1/],
    ["a negative weight", "probabilitySpace", [[1.5, -0.5]], /weights\[1\] = -0\.5/],
    ["no points", "probabilitySpace", [[]], /weights/],
    ["atoms that overlap", "partition", [[[0, 1], [1]]], /blocks\[1\] = point 1/],
    ["a map that tears an atom apart", "randomElement", [space, [0, 1, 1]], /values 0 and 1 at the points 0 and 1/],
    [
      "a row that does not normalise",
      "markovKernel",
      [
        [
          [0.5, 0.5],
          [0.5, 0.4],
        ],
        { name: "Q" },
      ],
      /Q\[1\] = a list with sum 0\.9/,
    ],
    ["ragged rows", "markovKernel", [[[1], [0.5, 0.5]]], /rows\[1\]\.length = 2/],
    [
      "a kernel that is not measurable",
      "markovKernel",
      [
        [
          [1, 0],
          [0, 1],
        ],
        { domain: surface.partition([[0, 1]]) },
      ],
      /rows\[1\].*row of 0/,
    ],
    ["a coupling of other laws", "coupling", [[0.5, 0.5], [0.4, 0.6], pairs], /joint = .*first marginal/],
    ["a kernel with more rows than the law", "splittingExtension", [element, [1, 0], wide], /kernel = 4 rows/],
    [
      "a law that does not split",
      "splittingExtension",
      [
        element,
        [1, 0],
        surface.markovKernel([
          [1, 0],
          [0, 1],
        ]),
      ],
      /element = probability 0\.5 of state 0.*sum_t nu/,
    ],
    ["an event that is none", "probabilityOf", [space, [0]], /event = \{0\}.*union of atoms/],
    ["an extension of another law", "extension", [space, space, [2, 2, 2]], /projection = probability 0 of state 0/],
    [
      "elements of two spaces",
      "jointLawOfElements",
      [[element, extended.original]],
      /elements\[1\] = a map on another space/,
    ],
    ["a variable on both sides", "conditionalLaw", [joint, [0], [0]], /Z = \[0\]/],
    [
      "a mixture of fewer rows",
      "groupingExtension",
      [element, kernels, { mixture: surface.markovKernel([[0.5, 0.5]]) }],
      /mixture = 1 rows/,
    ],
    [
      "a cycle",
      "poset",
      [
        ["a", "b", "c"],
        [
          ["a", "b"],
          ["b", "c"],
          ["c", "a"],
        ],
      ],
      /lessThan = the cycle a < b < c < a/,
    ],
    ["a loop", "poset", [["a"], [["a", "a"]]], /the cycle a < a/],
    ["equal names", "poset", [["a", "a"], []], /elements\[0\] = "a"/],
    ["an unknown name", "poset", [["a"], [["a", "z"]]], /lessThan\[0\] = "z"/],
    ["too many elements", "poset", [many, []], /300 elements.*at most 256/],
    [
      "an order that the printed algorithm cannot follow",
      "printedSSystem",
      [
        surface.poset(
          ["0", "1", "a"],
          [
            ["0", "a"],
            ["1", "a"],
          ],
        ),
        { sources: new Map(), kernels: new Map() },
      ],
      /a is built before its inputs/,
    ],
    ["no kernels", "sSystem", [order, { sources: parts.sources, kernels: new Map() }], /kernels\.get\(a\) = missing/],
    ["no source", "sSystem", [order, { sources: new Map(), kernels: parts.kernels }], /sources\.get\(0\) = missing/],
    [
      "kernels that do not fit",
      "groupedRepresentation",
      [source, "a", [], kernels],
      /kernels of a\.indicator = 2 rows.*1 rows/,
    ],
    [
      "shared elements of two laws",
      "fibreProduct",
      [source, surface.eventRepresentation(["0"], surface.jointLaw([2], [0.4, 0.6]))],
      /second = probability 0\.4/,
    ],
    ["a table of 2^21 states", "jointLaw", [[2 ** 21], []], /at most 1048576/],
  ] as const)("%s", (_, name, given, message) => {
    expect(() => call[name]!(...given)).toThrow(message);
  });
});
