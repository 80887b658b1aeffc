import { describe, expect, it } from "vitest";
import * as surface from "../../src/gating.js";
import { type Cases, hasNaN, misuses } from "./misuse.js";

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

/** Networks, paths and kernels; regions have a file of their own. */
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
};

describe("misuse of networks, paths and kernels", () => {
  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});
