/** The matrix Dyson equation: self-energies, solutions and spectra. */
import { describe, expect, it } from "vitest";
import * as surface from "../../src/landscape.js";
import { type Cases, misuses } from "./misuse.js";

const profile = [
  [1, 0.2],
  [0.2, 0.5],
];
const samples = [
  profile,
  [
    [0, 1],
    [1, 2],
  ],
  [
    [-1, 0.3],
    [0.3, 0.1],
  ],
];
const kraus = surface.kroneckerSelfEnergy([profile]);
const equation = surface.dysonEquation(kraus, { mean: samples[1]! });
const vector = surface.dysonEquation(surface.profileSelfEnergy(profile), { mean: [0.5, -0.5] });

const cases: Cases = {
  applySelfEnergy: [kraus, profile],
  chiralSelfEnergy: [0.5],
  chiralSpectrum: [0.5],
  deformedEdges: [[1, -1], { weights: [0.5, 0.5], variance: 1 }],
  deformedEquation: [[1, -1], { weights: [0.5, 0.5], variance: 1 }],
  dysonAtom: [vector, 0],
  dysonDensity: [vector, [0.1, 0.2], { eta: 0.1, tolerance: 1e-12, maxIterations: 200, method: "newton" }],
  dysonEquation: [kraus, { mean: samples[1] }],
  dysonMoments: [equation, 4],
  dysonSweep: [vector, { eta: 0.1 }],
  empiricalEquation: [samples],
  kroneckerSelfEnergy: [[profile, samples[1]]],
  literalSelfEnergy: [profile],
  profileSelfEnergy: [profile, [0.3, 0.7]],
  scalarSelfEnergy: [1, [0.5, 0.5]],
  separableSelfEnergy: [profile],
  solveDyson: [equation, 0.3, { eta: 0.1, method: "anderson" }],
  spectralDistribution: [vector, { tolerance: 1e-4 }],
  stieltjesInversion: [(x: number, y: number) => [-x / (x * x + y * y), y / (x * x + y * y)], 0.3, { eta: 0.1 }],
  supportBound: [equation],
  wignerSelfEnergy: [3, {}],
  wishartDensity: [0.5, [1, 2], { variances: [1, 2], fractions: [0.5, 0.5] }],
};

const call = (name: string) => (surface as unknown as Record<string, (...values: never[]) => unknown>)[name]!;

describe("what does not belong there is a TheoryError, or is answered without NaN", () => {
  it.each(Object.entries(cases))("%s", (name, values) => {
    expect(misuses(call(name), values)).toEqual([]);
    expect(() => call(name)(...(values as never[]))).not.toThrow();
  });
});
