import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigenvalues } from "../../../../src/numeric/linearAlgebra/symmetricEigenvalues.js";
import { riskSecondDerivatives } from "../../../../src/theorems/landscape/ways/hyperDual.js";
import { equation5Matrix } from "../../../../src/theorems/landscape/ways/kronecker.js";
import { hessianFacts, signCounts } from "../../../../src/theory/landscape/hessian/hessianFacts.js";
import { hessianSpectrum } from "../../../../src/theory/landscape/hessian/hessianSpectrum.js";
import { networkRisk } from "../../../../src/theory/landscape/hessian/networkRisk.js";
import { type LossName, pointLoss } from "../../../../src/theory/landscape/hessian/pointLoss.js";
import { randomRiskProblem } from "../../../../src/theory/landscape/hessian/randomRiskProblem.js";
import {
  hessianOperator,
  hessianVectorProduct,
  outputHessian,
  riskHessian,
} from "../../../../src/theory/landscape/hessian/riskHessian.js";
import type { RiskProblem } from "../../../../src/theory/landscape/hessian/riskProblem.js";

/** T from the bare weights, theta in the order vec W_1, ..., alpha. */
function plainRisk(problem: RiskProblem, theta: readonly number[], phi: (z: number) => number): number {
  const loss = {
    hinge: (T: number, y: number) => Math.max(0, 1 - y * T),
    abs: (T: number, y: number) => Math.abs(T - y),
  };
  const smooth = {
    squared: (T: number, y: number) => (T - y) ** 2 / 2,
    logistic: (T: number, y: number) => Math.log(1 + Math.exp(-y * T)),
  };
  const own = { ...loss, ...smooth }[problem.loss];
  let sum = 0;
  for (const [s, x] of problem.X.entries()) {
    let [signal, offset]: [readonly number[], number] = [x, 0];
    for (const layer of problem.W) {
      const [below, width]: [number, number] = [layer.length, layer[0]!.length];
      const at = offset;
      const now = signal;
      signal = Array.from({ length: width }, (_, j) =>
        phi(now.reduce((total, value, i) => total + value * theta[at + j * below + i]!, 0)),
      );
      offset += below * width;
    }
    const last = offset;
    sum += own(
      signal.reduce((total, value, i) => total + value * theta[last + i]!, 0),
      problem.y[s]!,
    );
  }
  return sum / problem.X.length;
}

const thetaOf = ({ W, alpha }: RiskProblem): number[] => [
  ...W.flatMap((layer) => layer[0]!.flatMap((_, j) => layer.map((row) => row[j]!))),
  ...alpha,
];

const smooth = { tanh: Math.tanh, softplus: (z: number) => Math.log1p(Math.exp(z)), sin: Math.sin } as const;
const sizes = fc.record({
  inputs: fc.integer({ min: 1, max: 4 }),
  hidden: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 3 }),
  samples: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 0, max: 1e9 }),
});

describe("the Hessian", () => {
  it("of smooth activations and losses is the second difference of the risk, at unequal widths", () => {
    const choices = fc.record({
      loss: fc.constantFrom<LossName>("squared", "logistic"),
      activation: fc.constantFrom("tanh" as const, "softplus" as const, "sin" as const),
    });
    fc.assert(
      fc.property(sizes, choices, fc.nat(), (size, { loss, activation }, pick) => {
        const problem = randomRiskProblem({ ...size, loss, activation });
        const theta = thetaOf(problem);
        const [i, j] = [pick % theta.length, (pick * 7 + 3) % theta.length];
        const h = 1e-3;
        const at = (a: number, b: number) =>
          plainRisk(
            problem,
            theta.map((entry, k) => entry + a * h * Number(k === i) + b * h * Number(k === j)),
            smooth[activation],
          );
        const difference = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * h * h);
        const H = riskHessian(problem);
        // h^2 times fourth derivatives of order 10, and rounding 1e-16/h^2
        const scale = 1 + Math.max(...H.flat().map(Math.abs));
        expect(Math.abs(H[i]![j]! - difference)).toBeLessThan(2e-4 * scale ** 2);
      }),
      { numRuns: 100 },
    );
  });

  it("is symmetric, and its products are the matrix's, for every activation and loss", () => {
    const choices = fc.record({
      loss: fc.constantFrom<LossName>("squared", "logistic", "hinge", "abs"),
      activation: fc.constantFrom("relu", "tanh", "leaky_relu(0.1)", "x^2", "gelu"),
    });
    fc.assert(
      fc.property(sizes, choices, (size, choice) => {
        const problem = randomRiskProblem({ ...size, ...choice });
        const H = riskHessian(problem);
        const v = H.map((_, k) => Math.cos(3 * k + 1));
        const product = hessianVectorProduct(problem, v);
        const norm = Math.max(1e-300, ...H.flat().map(Math.abs));
        // rows of up to 52 entries, and the sums of four samples in another order
        for (const [i, row] of H.entries()) {
          expect(Math.abs(product[i]! - row.reduce((sum, entry, j) => sum + entry * v[j]!, 0))).toBeLessThan(
            1e-12 * norm,
          );
          for (const [j, entry] of row.entries()) expect(entry).toBe(H[j]![i]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("of unequal widths agrees with hyper-dual numbers", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom("relu", "tanh", "x^2"), (size, activation) => {
        const problem = randomRiskProblem({ ...size, loss: "hinge", activation });
        const [H, want] = [riskHessian(problem), riskSecondDerivatives(problem)];
        const norm = Math.max(1, ...want.flat().map(Math.abs));
        // products of up to five factors, summed over the paths in another order
        for (const [i, row] of H.entries()) {
          for (const [j, entry] of row.entries()) expect(Math.abs(entry - want[i]![j]!)).toBeLessThan(1e-12 * norm);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("of no hidden layer is zero for a loss of the class L0, and the inputs' second moment for the squared loss", () => {
    const problem = {
      W: [],
      alpha: [1, 2],
      X: [
        [1, 2],
        [3, -1],
      ],
      y: [0, 0],
      loss: "abs",
    } as const;
    expect(riskHessian(problem).flat()).toEqual([0, 0, 0, 0]);
    expect(riskHessian({ ...problem, loss: "squared" })).toEqual([
      [5, -0.5],
      [-0.5, 2.5],
    ]);
  });

  it("of a dead network is zero, all its eigenvalues too", () => {
    const facts = hessianFacts({ W: [[[-1, -2]]], alpha: [1, 1], X: [[1], [2]], y: [1, -1], loss: "hinge" });
    expect(facts).toMatchObject({
      risk: 1,
      frobenius: 0,
      negative: 0,
      zero: 4,
      positive: 0,
      operatorNorm: 0,
      bound: 0,
    });
  });

  it("counts units and outputs at kinks", () => {
    const at = (W: number, y: number) => networkRisk({ W: [[[W]]], alpha: [1], X: [[1]], y: [y], loss: "abs" }).kinks;
    expect([at(1, 5), at(0, 5), at(1, 1), at(0, 0)]).toEqual([0, 1, 1, 2]);
  });

  it("of the output has zero diagonal blocks for the ReLU, and curvature on them for tanh", () => {
    const problem = randomRiskProblem({ inputs: 3, hidden: [4, 3], samples: 1, seed: 2 });
    const diagonal = (activation: string) => outputHessian({ ...problem, activation }, 0).map((row, i) => row[i]!);
    expect(diagonal("relu").every((entry) => entry === 0)).toBe(true);
    expect(diagonal("tanh").some((entry) => Math.abs(entry) > 1e-3)).toBe(true);
  });

  it("as printed is off by 0.46 of the off-diagonal blocks' norm for tanh, the median of 20 networks", () => {
    const starts = [0, 12, 24, 27];
    const block = (i: number) => starts.findIndex((start) => i < start);
    const errors = Array.from({ length: 20 }, (_, k) => {
      const problem = randomRiskProblem({ inputs: 3, hidden: [4, 3], samples: 1, seed: k + 1, activation: "tanh" });
      const [H, printed] = [outputHessian(problem, 0), equation5Matrix(problem, 0, "squares")];
      let [error, size] = [0, 0];
      for (const [i, row] of H.entries()) {
        for (const [j, entry] of row.entries()) {
          if (block(i) === block(j)) continue;
          error += (entry - printed[i]![j]!) ** 2;
          size += entry ** 2;
        }
      }
      return Math.sqrt(error / size);
    }).sort((a, b) => a - b);
    expect((errors[9]! + errors[10]!) / 2).toBeCloseTo(0.46, 2);
  });
});

describe("facts", () => {
  it("have a norm between the eigenvalues' and below the bound", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom<LossName>("hinge", "abs"), (size, loss) => {
        const facts = hessianFacts(randomRiskProblem({ ...size, loss, labels: "teacher" }));
        expect(facts.operatorNorm).toBeLessThanOrEqual(facts.bound * (1 + 1e-12) + 1e-300);
        expect(facts.trace).toBe(0);
        expect(facts.negative + facts.zero + facts.positive).toBe(facts.parameters);
        expect(facts.negative > 0).toBe(facts.positive > 0);
        if (size.hidden.length === 1) expect(facts.negative).toBe(facts.positive);
      }),
      { numRuns: 60 },
    );
  });

  it("have the same largest sample norm by dense eigenvalues and by Lanczos", () => {
    const problem = randomRiskProblem({ inputs: 6, hidden: [5, 4], samples: 5, seed: 3 });
    const facts = hessianFacts(problem);
    const dense = problem.X.map((_, sample) => {
      const H = outputHessian(problem, sample);
      const eigenvalues = symmetricEigenvalues(Float64Array.from(H.flat()), H.length);
      return Math.max(-eigenvalues[0]!, eigenvalues.at(-1)!);
    });
    expect(facts.parameters).toBeGreaterThan(30);
    expect(Math.abs(facts.largestSampleNorm / Math.max(...dense) - 1)).toBeLessThan(1e-12);
  });

  it("count signs beyond a threshold", () => {
    expect(signCounts([-2, -0.1, 0, 0.1, 3], 0.5)).toEqual({ negative: 1, zero: 3, positive: 1 });
  });
});

it("losses are what they are called, with 0 at kinks, and do not overflow", () => {
  expect(pointLoss("hinge", 1, 1)).toEqual({ value: 0, slope: 0, curvature: 0 });
  expect(pointLoss("hinge", -1, 1)).toEqual({ value: 2, slope: -1, curvature: 0 });
  expect(pointLoss("abs", 3, 3).slope).toBe(0);
  expect(pointLoss("logistic", -1e6, 1)).toEqual({ value: 1e6, slope: -1, curvature: 0 });
  expect(pointLoss("logistic", 0, 1)).toEqual({ value: Math.LN2, slope: -0.5, curvature: 0.25 });
  expect(pointLoss("logistic", 1e10, 1e200)).toEqual({ value: 0, slope: -0, curvature: 0 });
  for (const [name, output, label] of [
    ["squared", 1e200, 0],
    ["hinge", -1e200, 1e200],
    ["abs", -1.7e308, 1.7e308],
    ["logistic", 0, 1e200],
  ] as const) {
    expect(() => pointLoss(name, output, label)).toThrow(/overflows/);
  }
});

describe("random problems", () => {
  const options = { inputs: 3, hidden: [4], samples: 200, seed: 5 };
  it("are functions of their seed", () => {
    expect(randomRiskProblem(options)).toEqual(randomRiskProblem(options));
    expect(randomRiskProblem(options)).not.toEqual(randomRiskProblem({ ...options, seed: 6 }));
  });

  it("have the same inputs for both kinds of labels; a teacher's are a function of the input", () => {
    const [random, taught] = [randomRiskProblem(options), randomRiskProblem({ ...options, labels: "teacher" })];
    expect(random.X).toEqual(taught.X);
    expect(new Set(random.y)).toEqual(new Set([-1, 1]));
    expect(random.y).not.toEqual(taught.y);
  });
});

it("the spectrum from probes agrees with the dense one within its errors", () => {
  const problem = randomRiskProblem({ inputs: 8, hidden: [8, 8], samples: 40, seed: 2, labels: "teacher" });
  const facts = hessianFacts(problem);
  const found = hessianSpectrum(problem, { probes: 24, steps: 60, seed: 3 });
  const within = ({ value, standardError, quadratureError }: typeof found.trace, exact: number) =>
    expect(Math.abs(value - exact)).toBeLessThan(4 * standardError + quadratureError);
  within(found.trace, 0);
  within(found.traceSquare, facts.frobenius ** 2);
  within(found.traceCube, facts.traceCube);
  expect(Math.abs(found.least.value - facts.eigenvalues[0]!)).toBeLessThan(found.least.error + 1e-12);
  expect(Math.abs(found.greatest.value - facts.eigenvalues.at(-1)!)).toBeLessThan(found.greatest.error + 1e-12);
  const counts = signCounts(facts.eigenvalues, found.threshold);
  within(found.negative, counts.negative / facts.parameters);
  within(found.positive, counts.positive / facts.parameters);
  for (const { low, high, share } of found.bins) {
    within(share, facts.eigenvalues.filter((value) => value >= low && value < high).length / facts.parameters);
  }
  expect(hessianOperator(problem).size).toBe(facts.parameters);
});

it("a Hessian that is zero has zeros only, from probes too", () => {
  const dead = { W: [[[-1, -2]]], alpha: [1, 1], X: [[1], [2]], y: [1, -1], loss: "hinge" } as const;
  const { negative, zero, positive, threshold } = hessianSpectrum(dead, { probes: 2, steps: 3 });
  expect([negative.value, zero.value, positive.value, threshold]).toEqual([0, expect.closeTo(1, 14), 0, 0]);
});

it("the spectrum of a multiple of the identity is one bin", () => {
  // (1/3) sum of 3.63 e_i e_i^T
  const X = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? Math.sqrt(3) * 1.1 : 0)));
  const problem = { W: [], alpha: [1, 2, 3], X, y: [1, 1, 1], loss: "squared" } as const;
  const { bins, least, trace } = hessianSpectrum(problem, { probes: 7, steps: 5 });
  expect(bins.filter(({ share }) => share.value > 0.5)).toHaveLength(1);
  expect([least.value, trace.value]).toEqual([expect.closeTo(1.21, 12), expect.closeTo(3.63, 12)]);
});

it("numbers whose cubes overflow are refused, not infinite", () => {
  const W = [[[1e90]], [[1e90]]];
  const huge = { W, alpha: [1e-30], X: [[1e90]], y: [-1], loss: "hinge" } as const;
  expect(() => hessianFacts(huge)).toThrow(/overflows/);
  expect(() => hessianSpectrum(huge, { probes: 2, steps: 3 })).toThrow(/overflows/);
  // T = 1e300, and dT/dW_1 = 1e400
  const steep = {
    W: [[[1e-100]], [[1e100]], [[1e100]], [[1e100]]],
    alpha: [1],
    X: [[1e100]],
    y: [-1],
    loss: "hinge",
  } as const;
  expect(networkRisk({ ...steep, X: [[1]] }).risk / 1e200).toBeCloseTo(1, 12);
  expect(() => networkRisk(steep)).toThrow(/overflows/);
});
