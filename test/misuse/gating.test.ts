import { describe, expect, it } from "vitest";
import * as surface from "../../src/gating.js";
import { type Cases, functionsOf, hasNaN, misuses } from "./misuse.js";

const W = [
  [
    [1, 0.5],
    [0.3, -1],
  ],
  [
    [1, -0.2],
    [0.4, 0.6],
  ],
];
const U = [...W, [[1, -1]]];
const b = [
  [0.1, 0.2],
  [0.3, -0.1],
];
const c = [...b, [0.5]];
const soft = surface.gatedNetwork("dlgn", { W, U, b, c }, { beta: 2 });
const steps = surface.gatedNetwork("dlgn-pwc", { W, U });
const x = [0.5, -0.2];
const points = [x, [1, 0.3]];
const kernel = [
  [2, 1],
  [1, 3],
];

const weights = [
  [
    [1, 2],
    [-1, 1],
  ],
  [
    [1, 1],
    [2, -1],
  ],
];
const biases = [
  [0.5, 0],
  [0, 0.25],
];
const path = [0, 1];
const line = [[[1], [-1]], [[1, 1]]];

const layer = { inputs: 2, nodes: 1, weights: new Float32Array([1, 2]), bias: new Float32Array([0.5]) };
const top = { inputs: 1, nodes: 1, weights: new Float32Array([1]), bias: new Float32Array([0]) };
const network = { architecture: surface.convolutional5, model: "dlgn", outputs: 10, beta: 4 };

const cases: Cases = {
  activeArcs: [steps],
  activeNeurons: [soft, x],
  enumeratedOverlap: [soft, x, [1, 0.3]],
  enumeratedPathSums: [soft, x],
  gatedForward: [soft, x],
  gatedNetwork: ["dlgn", { W, U, b, c }, { beta: 2, atZero: "open" }],
  gateNormals: [soft],
  kernelRegression: [kernel, [[1], [2]], { ridge: 0.1, cross: [[1, 0.5]] }],
  layerPathSums: [soft, x, 1],
  log10PathMasses: [soft, points],
  meanKernels: [steps, points, [1, 0.5, 2]],
  normalAngles: [soft, x, { layer: 1 }],
  outputsAt: [soft, points],
  overlapKernel: [soft, points],
  pathExpert: [soft, [0, 1], x],
  pathExperts: [soft, x],
  pathMass: [soft, x],
  pathSums: [soft, x],
  randomGatedNetwork: ["dlgn", [2, 3, 1], { seed: 1, scale: 1, biases: 0.5, beta: 2, atZero: "closed" }],
  strongestPath: [soft, x, { output: 0 }],
  tangentDiagonal: [soft, points, { parameters: "W", output: 0 }],
  tangentKernel: [soft, points, { parameters: "U", output: 0 }],
  totalPaths: [soft],
  traceNormalised: [kernel],
  activeIntervals: [line, [0, 0], { biases: [[0, 1], [0]], interval: [-1, 2] }],
  coneCount: [weights],
  pathHalfSpaces: [weights, path, { biases }],
  pathPolygon: [weights, path, { biases, box: [-1, 1] }],
  pathRegion: [weights, path, { biases, box: [-1, 1] }],
  patternCells: [weights, { biases, box: [-1, 1], gates: "relu" }],
  planeRegions: [weights, { biases, box: [-1, 1] }],
  regionCounts: [2, 3],
  reluPathRegion: [weights, path, { biases, box: [-1, 1] }],
  circle: [{ points: 4, frequencies: "swapped" }],
  circleSettings: ["dlgn", { beta: 4, fixed: false, epochs: 3, checkpoints: [0, 3] }],
  multiplyAdds: [network, { channels: 3, height: 8, width: 8 }],
  weightMatrices: [{ W: [layer], U: [layer, top] }],
};

/** They train, and take their time: what they refuse is in test/simulation/gating. */
const slow = ["gatedOutputs", "trainConvolutional", "trainGated"];

describe("misuse of theoria/gating", () => {
  it("is tried on every function", () => {
    expect([...slow, ...Object.keys(cases)].sort()).toEqual([...functionsOf(surface)].sort());
  });

  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});
