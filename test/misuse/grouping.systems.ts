/** What functions of theoria/grouping take, for tests that misuse them. */
import * as surface from "../../src/grouping.js";
import type { Cases } from "./misuse.js";

const events = surface.partition([[0, 1], [2]]);
export const space = surface.probabilitySpace([0.25, 0.25, 0.5], { events });
export const element = surface.randomElement(space, [0, 0, 1], { states: 2 });
const kernel = surface.markovKernel([
  [0.5, 0.5],
  [0.25, 0.75],
]);
export const wide = surface.markovKernel([
  [0.5, 0.5],
  [0.25, 0.75],
  [1, 0],
  [0, 1],
]);
export const kernels = { indicator: kernel, coupled: wide };
export const extended = surface.conditioningExtension(element, kernel);
export const joint = surface.jointLaw([2, 2], [0.1, 0.2, 0.3, 0.4]);
export const pairs = [
  [0.3, 0.1],
  [0.1, 0.5],
];
const readings = [
  [1, 0],
  [1, 0],
  [0, 2],
];
const collection = surface.measurementCollection(space, readings);
export const order = surface.poset(["0", "a"], [["0", "a"]]);
export const source = surface.eventRepresentation(["0"], surface.jointLaw([2], [0.5, 0.5]));
const grouped = surface.groupedRepresentation(source, "a", ["0"], kernels);
export const parts = { sources: new Map([["0", [0.5, 0.5]]]), kernels: new Map([["a", kernels]]) };

export const cases: Cases = {
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
