import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { profileSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { semicircle } from "../ways/closedForms.js";
import { eta, randomShares, randomSymmetric, randomVariances, range, seed, size } from "../ways/randomEquations.js";
import { closedForm, densityAt, energy } from "./settings.js";

/** Averaged steps of -1/m_i = z - a_i + sum_j c_j s_ij m_j. */
function vectorSolution(
  s: readonly (readonly number[])[],
  c: readonly number[],
  a: readonly number[],
  [x, y]: readonly [number, number],
): readonly [number, number] {
  const m = c.map(() => [0, 1] as [number, number]);
  for (let step = 0; step < 400; step++) {
    const sums = m.map((_, i) =>
      [0, 1].map((part) => m.reduce((sum, own, j) => sum + c[j]! * s[i]![j]! * own[part]!, 0)),
    );
    for (const [i, own] of m.entries()) {
      const [u, v] = [x - a[i]! + sums[i]![0]!, y + sums[i]![1]!];
      const square = u * u + v * v;
      own[0] = (own[0] - u / square) / 2;
      own[1] = (own[1] + v / square) / 2;
    }
  }
  return [m.reduce((sum, own, i) => sum + c[i]! * own[0], 0), m.reduce((sum, own, i) => sum + c[i]! * own[1], 0)];
}

/** Symmetric circulant variances: all row sums over n are equal. */
function circulant(from: number, n: number): readonly (readonly number[])[] {
  const row = randomVariances(from, n)[0]!;
  return range(n).map((i) => range(n).map((j) => row[Math.min((i - j + n) % n, (j - i + n) % n)]!));
}

export const varianceProfile = theorem({
  id: "landscape/variance-profile",
  kind: "theorem",
  title:
    "Blocks of independent entries have a solution that is constant on blocks; where all rows have the same variance it is a semicircle.",
  notation: {
    m: "transform at E + i eta by the solver",
    v: "the same of -1/m_i = z - a_i + sum_j c_j s_ij m_j by averaged steps",
  },
  parameters: { n: size(1, 5, "Number of blocks."), E: energy, eta, seed },
  assumptions: [],
  claim: equation(symbol("m"), symbol("v")),
  source: paper("eq. (9), (10)"),
  uses: ["landscape/theorem-f-1-unique"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the solver",
        evaluate: ({ n, E, eta: y, seed: from }) => {
          const mean = randomSymmetric(from, 3, n).map((row) => row[0]!);
          const equationOf = dysonEquation(profileSelfEnergy(randomVariances(from, n), randomShares(from, 2, n)), {
            mean,
          });
          return [...solveDyson(equationOf, E, { eta: y }).trace];
        },
      },
      right: {
        name: "averaged steps on the blocks",
        evaluate: ({ n, E, eta: y, seed: from }) => {
          const mean = randomSymmetric(from, 3, n).map((row) => row[0]!);
          return [...vectorSolution(randomVariances(from, n), randomShares(from, 2, n), mean, [E, y])];
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding, and what 400 steps leave" },
    },
    {
      kind: "routes",
      left: {
        name: "the solver on the axis, for circulant variances",
        evaluate: ({ n, E, seed: from }) => densityAt(dysonEquation(profileSelfEnergy(circulant(from, n))), E),
      },
      right: {
        name: "the semicircle of the variance of a row",
        evaluate: ({ n, E, seed: from }) =>
          semicircle(E, circulant(from, n)[0]!.reduce((sum, entry) => sum + entry, 0) / n),
      },
      tolerance: closedForm,
    },
  ],
});
