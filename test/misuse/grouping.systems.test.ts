import { describe, expect, it } from "vitest";
import * as surface from "../../src/grouping.js";
import { type Cases, hasNaN, misuses } from "./misuse.js";

const events = surface.partition([[0, 1], [2]]);
const space = surface.probabilitySpace([0.25, 0.25, 0.5], { events });
const element = surface.randomElement(space, [0, 0, 1], { states: 2 });
const kernel = surface.markovKernel([
  [0.5, 0.5],
  [0.25, 0.75],
]);
const wide = surface.markovKernel([
  [0.5, 0.5],
  [0.25, 0.75],
  [1, 0],
  [0, 1],
]);
const kernels = { indicator: kernel, coupled: wide };
const extended = surface.conditioningExtension(element, kernel);
const joint = surface.jointLaw([2, 2], [0.1, 0.2, 0.3, 0.4]);
const pairs = [
  [0.3, 0.1],
  [0.1, 0.5],
];
const readings = [
  [1, 0],
  [1, 0],
  [0, 2],
];
const collection = surface.measurementCollection(space, readings);
const order = surface.poset(["0", "a"], [["0", "a"]]);
const source = surface.eventRepresentation(["0"], surface.jointLaw([2], [0.5, 0.5]));
const grouped = surface.groupedRepresentation(source, "a", ["0"], kernels);
const parts = { sources: new Map([["0", [0.5, 0.5]]]), kernels: new Map([["a", kernels]]) };

const cases: Cases = {
  commonRefinement: [events, surface.discretePartition(3)],
  composeKernels: [kernel, kernel],
  conditionalLaw: [joint, [0], [1]],
  conditionalMutualInformation: [joint, [0], [1], []],
  conditioningExtension: [element, kernel],
  copyOf: [extended, element],
  coupling: [[0.4, 0.6], [0.4, 0.6], pairs],
  dependence: [joint, [0], [1], []],
  deterministicKernel: [[0, 1], { to: 2 }],
  discretePartition: [3],
  eventRepresentation: [["x", "y"], joint],
  extension: [space, space, [0, 1, 2]],
  fibreProduct: [source, grouped],
  generatedPartition: [3, [[0, 1], [2]]],
  groupedRepresentation: [source, "a", ["0"], kernels],
  groupingExtension: [element, kernels, { mixture: surface.groupingExtension(element, kernels).mixture }],
  imageProbability: [collection, [0, 1]],
  independentCoupling: [
    [0.4, 0.6],
    [0.4, 0.6],
  ],
  isEvent: [events, [0, 1]],
  isGraded: [order],
  isMeasurable: [space, [0, 0, 1], surface.discretePartition(2)],
  jointLaw: [
    [2, 2],
    [0.1, 0.2, 0.3, 0.4],
  ],
  jointLawOfElements: [[element, element]],
  jointThrough: [[0.5, 0.5], kernel],
  lawOf: [element],
  lawOfNamed: [grouped, ["0", "a.coupled"]],
  leastElement: [order],
  marginalLaw: [joint, [1]],
  markovKernel: [
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
    { domain: surface.partition([[0, 1]]), name: "Q" },
  ],
  maximalCoupling: [
    [0.4, 0.6],
    [0.5, 0.5],
  ],
  maximalElements: [order],
  measurementCollection: [space, readings],
  minimalElements: [order],
  mismatch: [surface.coupling([0.4, 0.6], [0.4, 0.6], pairs)],
  partition: [[[0, 1], [2]]],
  plainProduct: [source, grouped],
  poset: [["0", "a"], [["0", "a"]]],
  posterior: [[0.5, 0.5], kernel],
  predecessors: [order, "a"],
  printedPredecessors: [order, "a"],
  printedSSystem: [order, parts],
  printedSweeps: [order],
  probabilityOf: [space, [0, 1]],
  probabilitySpace: [[0.25, 0.25, 0.5], { events }],
  productKernel: [kernel, kernel],
  randomElement: [space, [0, 0, 1], { states: 2, codomain: surface.discretePartition(2) }],
  ranks: [order],
  refines: [surface.discretePartition(3), events],
  sSystem: [order, parts],
  splitLaws: [kernel, [0.5, 0.5], kernel],
  splittingExtension: [
    element,
    [0.5, 0.5],
    surface.markovKernel([
      [0.25, 0.75],
      [0.75, 0.25],
    ]),
  ],
  successors: [order, "0"],
  supportOf: [collection, [0, 1]],
  throughKernel: [[0.5, 0.5], kernel],
  topologicalOrder: [order],
  totalVariation: [
    [0.4, 0.6],
    [0.5, 0.5],
  ],
  transported: [element, [1, 0], { states: 2 }],
  transportMap: [
    surface.coupling(
      [0.4, 0.6],
      [0.4, 0.6],
      [
        [0.4, 0],
        [0, 0.6],
      ],
    ),
  ],
};

describe("misuse of finite probability and S-Systems", () => {
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
    ["atoms that overlap", "partition", [[[0, 1], [1]]], /blocks\[1\] = point [12]/],
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
    ["a law that does not split", "splittingExtension", [element, [1, 0], wide], /kernel = 4|element/],
    [
      "another law",
      "splittingExtension",
      [
        element,
        [1, 0],
        kernel.rows.length === 2
          ? surface.markovKernel([
              [1, 0],
              [0, 1],
            ])
          : kernel,
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
    ["equal names", "poset", [["a", "a"], []], /elements\[[01]\] = "a"/],
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
