import { describe, expect, it } from "vitest";
import * as surface from "../../src/ladder.js";
import { type Cases, functionsOf, hasNaN, misuses } from "./misuse.js";

const ladder = surface.ladderFromAtoms(
  [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  [0.1, 0.2, 0.3, 0.4],
  [
    { id: "a", pixels: [0], labels: "content" },
    { id: "b", pixels: [1], labels: "content" },
    { id: "both", pixels: [0, 1], children: ["a", "b"], labels: (_, [a, b]) => Number(a === b) },
  ],
);
const region = (id: string) => surface.regionOf(ladder, id);
const nodes = [
  { kind: "input", id: "i", region: "a", raw: [0.5, 1], gate: "relu" },
  { kind: "input", id: "k", region: "b", raw: [1, -1], gate: "linear" },
  {
    kind: "inner",
    id: "o",
    region: "both",
    inputs: [
      { node: "i", weight: 1 },
      { node: "k", weight: 0.5 },
    ],
    gate: "relu",
  },
] as const;
const network = surface.locallyConnectedNetwork(ladder, nodes);
const targets = { o: [1, 0, 0, 1] };
const activity = surface.forwardPass(network);
const gradient = surface.backwardPass(network, activity, targets);
const grouping = { of: [0, 0, 1, 1], count: 2 };
const P = [
  [0.9, 0.1],
  [0.2, 0.8],
];
const factorised = surface.randomFactorisedLadder([1, 1], { seed: 1 });
const child = { tables: factorised.tables, activations: factorised.activations, sizes: factorised.sizes };
const F = [
  [1, 3],
  [1, 4],
  [2, 3],
  [2, 4],
];
const data = {
  X: [
    [1, 0.5],
    [0.2, 1],
    [-1, 0.3],
    [0.4, -1],
  ],
  V: [[1], [0.5]],
  Y: [[1], [0], [0.5], [1]],
};
const layer = { order: "lin-bn-relu", epsilon: 0.1, c1: 1, c0: 0 };
const images = [
  [
    [0, 1],
    [1, 0],
  ],
  [
    [1, 1],
    [0, 0],
  ],
];
const levels = [{ side: 1, stride: 1, clusters: 2 }];

const cases: Cases = {
  backwardGradient: [
    { ...child, weights: factorised.weights },
    { marginals: factorised.marginals, gradients: factorised.gradients },
  ],
  backwardPass: [network, activity, targets],
  batchNormBackward: [[1, 2, 4], [1, 0, 0.5], { c1: 1, c0: 0, epsilon: 0.1 }],
  batchNormJacobian: [[1, 2, 4], { c1: 1, epsilon: 0.1 }],
  batchNormProjection: [[1, 2, 4], { c1: 1 }],
  broadnessViolation: [ladder, region("both"), region("a")],
  byContent: [region("a")],
  byEvent: [region("a")],
  conditionalCovariances: [ladder, [1, 2, 3, 4], [1, 0, 1, 2], grouping],
  conditionalMeans: [ladder, [1, 2, 3, 4], grouping],
  conditionalTable: [ladder, region("both"), region("a")],
  disentangledActivation: [F, { sizes: [2, 2], tolerance: 1e-9 }],
  disentangledForward: [[{ ...child, weights: factorised.weights }]],
  disentangledGradient: [
    F,
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
    { tolerance: 1e-9 },
  ],
  disentanglingCoefficients: [[P], [[0.5, 0.5]], 0],
  eventGradient: [ladder, [1, 2, 3, 4], region("both")],
  expressibility: [[2, 3]],
  familyPairs: [ladder],
  focusViolation: [ladder, region("both"), region("a")],
  forwardPass: [network],
  hullVertices: [P, { tolerance: 0 }],
  kronecker: [[P, P]],
  ladderBatchNorm: [[0.5, 0.5], [1, 2], { c1: 1, c0: 0, epsilon: 0.1, variances: [0, 0.1] }],
  ladderBatchNormBackward: [
    [0.5, 0.5],
    [1, 2],
    [1, 0],
    { c1: 1, c0: 0, epsilon: 0.1, variances: [0, 0.1], covariances: [0, 0.1] },
  ],
  ladderFromAtoms: [
    [
      [0, 0],
      [0, 1],
      [1, 0],
    ],
    [0.25, 0.25, 0.5],
    [
      { id: "a", pixels: [0], labels: [0, 0, 1] },
      { id: "both", pixels: [0, 1], children: ["a"], labels: ([x, y]: number[]) => x! + y! },
    ],
    { nesting: "content" },
  ],
  ladderFromImages: [images, [0, 1], { levels, seed: 1, greys: 2, nesting: "content" }],
  ladderFromTables: [
    [
      { id: "top", parents: [], table: [[0.5, 0.5]] },
      { id: "leaf", parents: ["top"], table: P, contents: P },
    ],
    { nesting: "stochastic" },
  ],
  leafRegions: [ladder],
  locallyConnectedNetwork: [ladder, nodes],
  marginalBackward: [network, activity, targets],
  marginalGradient: [ladder, [1, 2, 3, 4], region("a")],
  matrixForm: [
    [
      { id: "leaf", activation: P },
      { id: "top", gradient: [[1], [0.5]], prior: [0.5, 0.5], gate: [[1], [1]] },
    ],
    [{ parent: "top", child: "leaf", table: P, weights: [[1], [0.5]] }],
  ],
  matrixFormOf: [network, targets],
  minimalLinearLoss: [P, { relativeTolerance: 1e-10 }],
  priorsOf: [ladder, region("both")],
  productVertices: [P, P, { tolerance: 0 }],
  randomFactorisedLadder: [[1, 1], { seed: 1, sample: 0, centred: true, events: 2 }],
  randomLadder: [{ seed: 1, class: "deterministic", pixels: 2, values: 2, levels: 2, events: 2, zeros: 0.1 }],
  randomNetwork: [ladder, { seed: 1, width: 2, signs: "any" }],
  randomTargets: [network, { seed: 1, of: "event" }],
  recursedGradient: [ladder, [1, 2, 3, 4], region("both"), region("a")],
  reformulation: [network, targets, { steps: "one", tolerance: 1e-9 }],
  regionOf: [ladder, "a"],
  reluLossBound: [P, { tolerance: 0 }],
  reluSingularity: [7, { samples: 10, seed: 1 }],
  rowEnergy: [data, P, { ...layer, learningRate: 0.1 }],
  rowEnergyFlow: [data, P, [0, 0.1], { ...layer, tolerance: 1e-6, maxEvals: 500 }],
  separableUpdate: [child, { marginals: factorised.marginals, gradients: factorised.gradients }, { tolerance: 1e-9 }],
  separableWeights: [P, [1, 1], { tolerance: 1e-9 }],
  separators: [[P, P]],
  spuriousUpdates: [{ epsilon: 0.1, prior: 0.5 }, [0, 1], [0, 1]],
  supportComponents: [ladder, region("both"), region("a")],
  teacherTarget: [
    { ...child, marginals: factorised.marginals },
    factorised.weights,
    { order: "lin-bn", epsilon: 0.01 },
  ],
  topRegions: [ladder],
  trainFactorised: [
    { ...child, marginals: factorised.marginals, target: factorised.target },
    P,
    { order: "lin-bn", learningRate: 0.1, steps: 2, epsilon: 0.01 },
  ],
  weightUpdates: [network, activity, gradient],
};

describe("misuse of theoria/ladder", () => {
  it("is tried on every function", () => {
    expect(Object.keys(cases).sort()).toEqual([...functionsOf(surface)].sort());
  });

  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});

describe("what is misused is named", () => {
  const call = surface as unknown as Record<string, (...given: unknown[]) => unknown>;

  it.each([
    ["a region by its name", "conditionalTable", [ladder, "both", "a"], /region = "?both"? .*regionOf\(ladder, name\)/],
    ["no weights", "ladderFromAtoms", [[[0], [1]]], /weights = missing/],
    [
      "no specs",
      "ladderFromAtoms",
      [
        [[0], [1]],
        [0.5, 0.5],
      ],
      /regions = missing/,
    ],
    ["no labels", "ladderFromAtoms", [[[0]], [1], [{ id: "a", pixels: [0] }]], /regions\[0\]\.labels = missing/],
    ["a region without a name", "ladderFromAtoms", [[[0]], [1], [{ id: 7, pixels: [0], labels: [0] }]], /\.id = 7/],
    [
      "a misspelt gate",
      "locallyConnectedNetwork",
      [ladder, [{ ...nodes[0], gate: "rleu" }]],
      /gate = "?rleu"? .*relu, linear/,
    ],
    ["no options", "rowEnergy", [data, P], /options = missing/],
    ["one size for all", "disentangledActivation", [F, { sizes: 2 }], /sizes = 2 .*a list/],
    ["no sizes", "separableWeights", [P], /sizes = missing/],
    ["a text for matrices", "kronecker", ["x"], /factors = "?x"? .*a list/],
    ["a ladder that no builder made", "topRegions", [{ ...ladder }], /not a copy/],
  ])("%s", (_, name, given, message) => {
    expect(() => call[name]!(...given)).toThrow(message);
  });
});
