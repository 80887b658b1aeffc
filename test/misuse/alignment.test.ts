import { describe, expect, it } from "vitest";
import * as surface from "../../src/alignment.js";
import { type Cases, functionsOf, hasNaN, misuses } from "./misuse.js";

const teacher = surface.randomNetwork([2, 2, 1], { seed: 1 });
const student = surface.randomNetwork([2, 3, 1], { seed: 1, sample: 1 });
const layers = [
  [
    [1, 0.5],
    [0.3, -1],
    [0.1, 0.2],
  ],
  [[1], [0.5], [0]],
];
const forward = surface.forwardPass(teacher, [0.5, -0.2]);
const top = surface.backpropagation(teacher, forward, [1]);
const biased = {
  W: [
    [1, 0.2, 0.1],
    [-0.3, 1, 0.2],
  ],
  V: [[1], [-1]],
};
const other = {
  W: [
    [1, 0.4, 0.1],
    [0.3, 1, -0.2],
  ],
  V: [[0.5], [1]],
};
const box = { low: [-1, -1], high: [1, 1] };
const plain = {
  W: [
    [1, 0.2],
    [-0.3, 1],
  ],
  V: [[1], [-1]],
};
const started = {
  W: [
    [0.5, 0.4],
    [0.1, 1],
  ],
  V: [[0.5], [1]],
};
const times = [0, 0.1];
const ode = { tolerance: 1e-6, maxEvals: 500 };
const psi = surface.isotropicProfile;
const growth = { W: plain.W, wStar: [1, 1], a: [1, -0.5], bumps: [0, 0.1] };

const cases: Cases = {
  alignmentCoefficients: [biased, other, surface.polytope(box)],
  alignmentGroups: [biased.W, surface.polytope(box)],
  alignmentSign: [biased.W[0], biased.W[1], surface.polytope(box)],
  angleAt: [1, 1, 0.5, { psi }],
  angularMoment: [1, () => 1 / (2 * Math.PI), { breakpoints: [0.2] }],
  backpropagation: [teacher, forward, [1]],
  batchCriticality: [
    [
      { g: [1], f: [1, 0] },
      { g: [0], f: [1, 1] },
    ],
    1,
    { tolerance: 1e-12 },
  ],
  coefficientPieces: [teacher, student, 1, [0, 0], [1, 1]],
  countRegions: [
    teacher,
    student,
    1,
    [
      [0, 0],
      [1, 1],
    ],
  ],
  criticalPointCertificate: [biased, other, box],
  deepAlignment: [teacher, student, [[0.1, 0.2]]],
  forwardPass: [teacher, [0.5, -0.2]],
  gateKey: [teacher, student, [0.5, -0.2], 1],
  gatedMoment: [[1, 0.2], [0.5, 1], { variance: 1 }],
  growthFlow: [growth, times, { ...ode, method: "ode" }],
  incidenceMatrix: [4, 2],
  incidenceRank: [4, 2],
  interpolatingStudent: [biased, box, { seed: 1, copies: 2, opposite: true, unaligned: 1, silent: 1 }],
  isotropicProfile: [1, Math.PI - 1],
  largestGradients: [biased, other, box],
  leadingTime: [3, 1, 1, { psi }],
  lotkaVolterra: [[1, 0.5], [1, 1], plain.W, times, ode],
  misalignment: [biased.W[0], biased.W[1]],
  mixtureCoefficients: [teacher, student, [0.5, -0.2]],
  networkOutput: [teacher, [0.5, -0.2]],
  noisyRecovery: [biased, other, box],
  noisyRecoveryConstants: [
    { dimension: 2, nodes: 2, radius: 0.5, largestEpsilon: 0.1, delta: 0, reach: 1, epsilon: 0.01, coefficient: 1 },
  ],
  observers: [biased.W, other.W, box],
  polytope: [
    {
      A: [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ],
      b: [1, 1, 1, 1],
    },
  ],
  populationFlow: [started, plain, times, { ...ode, variance: 1, train: "both" }],
  populationGradient: [started, plain, { variance: 1 }],
  populationLoss: [started, plain, { variance: 1 }],
  randomNetwork: [[2, 3, 1], { seed: 1, sample: 0, biases: 0.5 }],
  reluDependence: [biased.W, box],
  reluNetwork: [layers, "layers"],
  simplifiedFlow: [started, plain, times, { ...ode, variance: 1 }],
  smallestSupNorm: [biased.W, [1, null], box, { affine: true }],
  timeToAngle: [3, 1, 1, { psi }],
  weightUpdates: [forward, top],
  winnersTakeAll: [{ W: growth.W, wStar: growth.wStar, a: growth.a }, 0, 0.1, times, ode],
};

describe("misuse of theoria/alignment", () => {
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
  const huge = surface.reluNetwork([
    [[1e90], [0]],
    [[1e90], [0]],
    [[1e90], [0]],
    [[1e90], [0]],
  ]);

  it.each([
    ["no region", "criticalPointCertificate", [biased, other], /region = missing .*\{low, high\} or \{A, b\}/],
    ["a region in words", "criticalPointCertificate", [biased, other, "box [-1,1]^2"], /\{low, high\} or \{A, b\}/],
    ["a teacher without V", "populationLoss", [started, { W: plain.W }], /teacher\.V = missing/],
    ["no student", "populationLoss", [undefined, plain], /student = missing/],
    ["no times", "populationFlow", [started, plain], /times = missing/],
    ["no layers", "reluNetwork", [], /layers = missing/],
    ["no seed", "randomNetwork", [[2, 3, 1]], /options = missing/],
    ["a layer of 1e9 nodes", "randomNetwork", [[1e9, 3, 1], { seed: 1 }], /widths = .*weights/],
    ["layers for networks", "mixtureCoefficients", [layers, layers, [0, 0]], /teacher = a list .*reluNetwork/],
    ["no function psi", "timeToAngle", [3, 1, 1, { psi: "x" }], /psi = "?x"? .*a function/],
    ["an angle in a text", "timeToAngle", ["3", 1, 1], /theta0 = "?3"? .*a finite number/],
    [
      "an unequal length",
      "alignmentSign",
      [
        [1, 0, 1],
        [1, 0],
      ],
      /b\.length = 2/,
    ],
    [
      "NaN in a row",
      "alignmentGroups",
      [
        [
          [Number.NaN, 0, 1],
          [1, 0, 1],
        ],
      ],
      /rows\[0\]\[0\] = NaN/,
    ],
    ["no winner", "winnersTakeAll", [growth, 2, 0.1, times], /winner = 2/],
    ["a magnitude", "populationGradient", [{ W: [[1e308, 1]], V: [[1]] }, plain], /at most 1e\+100/],
    ["an overflow on the way", "mixtureCoefficients", [huge, huge, [1]], /overflows/],
  ])("%s", (_, name, given, message) => {
    expect(() => call[name]!(...given)).toThrow(message);
  });
});
