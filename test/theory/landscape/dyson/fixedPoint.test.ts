import { expect, test } from "vitest";
import {
  chiralSelfEnergy,
  type DysonEquation,
  deformedEquation,
  dysonEquation,
  kroneckerSelfEnergy,
  profileSelfEnergy,
  scalarSelfEnergy,
  supportBound,
} from "../../../../src/landscape.js";
import { complexArray } from "../../../../src/numeric/linearAlgebra/complexMatrices.js";
import { andersonIteration } from "../../../../src/theory/landscape/dyson/solver/fixedPoint.js";
import { problemOf } from "../../../../src/theory/landscape/dyson/solver/problemOf.js";
import { randomSymmetric } from "./ensembles.js";

const equations: readonly (readonly [string, DysonEquation])[] = [
  ["the semicircle", dysonEquation(scalarSelfEnergy(1))],
  [
    "a profile",
    dysonEquation(
      profileSelfEnergy(
        [
          [1, 0.2],
          [0.2, 0.5],
        ],
        [0.3, 0.7],
      ),
    ),
  ],
  ["a matrix plus a semicircle", deformedEquation([1.5, -1.5])],
  ["chiral blocks", dysonEquation(chiralSelfEnergy(0.5))],
  ["Kronecker", dysonEquation(kroneckerSelfEnergy([randomSymmetric(3, 1), randomSymmetric(3, 2)]))],
];

// without the refusal of steps that leave Im G > 0, 4 to 12 of a hundred energies end at another root of the equation
test.each(equations)("Anderson's method alone finds the root with Im G > 0: %s", (_, equation) => {
  const problem = problemOf(equation);
  const { low, high } = supportBound(equation);
  for (const eta of [0.1, 0.01, 1e-3, 1e-4]) {
    for (let k = 0; k < 100; k++) {
      const G = complexArray(problem.length);
      problem.multipleOfIdentity(0, 1, G);
      const energy = low + ((high - low) * (k + 0.5)) / 100;
      const { residual } = andersonIteration(problem, energy, eta, G, { tolerance: 1e-12, maxSteps: 2000 });
      expect(residual).toBeLessThanOrEqual(1e-12);
      expect(problem.isPositive(G, 0)).toBe(true);
    }
  }
});
