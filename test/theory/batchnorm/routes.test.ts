import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeProblem, type Problem } from "../../../src/theory/batchnorm/problem.js";
import type { Quantity, Route } from "../../../src/theory/batchnorm/route.js";
import { closedForm } from "../../../src/theory/batchnorm/routes/closedForm/closedForm.js";
import { gegenbauer } from "../../../src/theory/batchnorm/routes/gegenbauer/gegenbauer.js";
import { polynomial } from "../../../src/theory/batchnorm/routes/polynomial/polynomial.js";
import { quadrature } from "../../../src/theory/batchnorm/routes/quadrature/quadrature.js";
import { homogeneous, kinked, polynomials, smooth } from "../../../src/verification/arbitraries/activationTexts.js";
import { batches } from "../../../src/verification/arbitraries/batches.js";

const TOLERANCE = 1e-11;

/** Two routes agree when their difference is within the sum of the errors they report. */
function expectAgreement(problem: Problem, one: Route, other: Route, trust = 1): void {
  const first = one.solve(problem, "spectrum", TOLERANCE).quantities;
  const second = other.solve(problem, "spectrum", TOLERANCE).quantities;
  for (const name of Object.keys(first) as Quantity[]) {
    const [a, b] = [first[name]!, second[name]];
    if (b === undefined || a.value === b.value) continue;
    const label = `${name} of ${problem.psi.text} at B = ${problem.batch}: ${one.name} ${a.value} +- ${a.error}, ${other.name} ${b.value} +- ${b.error}`;
    expect(
      Number.isNaN(a.value) || Number.isNaN(b.value) || Number.isNaN(a.error) || Number.isNaN(b.error),
      label,
    ).toBe(false);
    expect(Math.abs(a.value - b.value), label).toBeLessThanOrEqual(trust * (a.error + b.error));
  }
}

function property(activations: fc.Arbitrary<string>, one: Route, other: Route, least = 4) {
  return fc.property(activations, batches, (activation, batch) => {
    const problem = makeProblem({ activation, batch: Math.max(batch, least) });
    fc.pre(one.refusal(problem) === null && other.refusal(problem) === null);
    expectAgreement(problem, one, other);
  });
}

describe("two routes that share nothing agree within the errors they report", () => {
  it("smooth: Gegenbauer pairing and product quadrature", () => {
    fc.assert(property(smooth, gegenbauer, quadrature), { numRuns: 60 });
  });

  it("polynomials: exact sums and Gegenbauer pairing", () => {
    fc.assert(property(polynomials, polynomial, gegenbauer), { numRuns: 60 });
  });

  it("homogeneous: closed form and product quadrature", () => {
    fc.assert(property(homogeneous, closedForm, quadrature), { numRuns: 40 });
  });

  it("homogeneous: closed form and Gegenbauer pairing", () => {
    fc.assert(property(homogeneous, closedForm, gegenbauer, 16), { numRuns: 40 });
  });

  it("a slow power whose resolutions come close to each other by accident", () => {
    for (const power of [0.54, 0.55, 0.58, 0.6])
      expectAgreement(
        makeProblem({ activation: `1.7*relu(x)^${power} + 1.9*relu(-x)^${power}`, batch: 16 }),
        closedForm,
        gegenbauer,
      );
  });

  it("kinks anywhere: Gegenbauer pairing and product quadrature", () => {
    fc.assert(property(kinked, gegenbauer, quadrature, 12), { numRuns: 40 });
  });

  it("an infinite batch", () => {
    const infinite = fc.oneof(smooth, kinked).map((activation) => makeProblem({ activation, batch: Infinity }));
    fc.assert(
      fc.property(infinite, (problem) => expectAgreement(problem, gegenbauer, quadrature)),
      { numRuns: 40 },
    );
  });

  it("with epsilon, gamma, beta and weight variance", () => {
    const networks = fc.record({
      activation: fc.oneof(smooth, kinked),
      batch: fc.constantFrom(16, 17, 64, 1000, 1e6, Infinity),
      epsilon: fc.constantFrom(1e-8, 1e-5, 1e-2, 0.3),
      gamma: fc.constantFrom(1, 0.5, 2, -1),
      beta: fc.constantFrom(0, 0.3, -1),
      weightVariance: fc.constantFrom(1, 2, 0.5),
    });
    fc.assert(
      fc.property(networks, (network) => {
        const problem = makeProblem(network);
        // interpolation in the radius: errors are seen from three resolutions of two rules at once, and hold within a factor of 4
        expectAgreement(problem, gegenbauer, quadrature, 4);
      }),
      { numRuns: 12 },
    );
  });
});
