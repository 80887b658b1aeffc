import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { literalSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, combination, inverse, listed, realRows, shifted } from "../ways/complexRows.js";
import { energy, eta, literalImage, randomSymmetric, randomVariances, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

/** Of this and of what rests on it. */
export const parameters = { N: size(1, 4, "Size N of the matrices."), E: energy, eta, seed } as const;

interface Point {
  readonly N: number;
  readonly E: number;
  readonly eta: number;
  readonly seed: number;
}

/** By the solver. */
export function solved({ N, E, eta: y, seed: from }: Point): ComplexRows {
  const equationOf = dysonEquation(literalSelfEnergy(randomVariances(from, N)), { mean: randomSymmetric(from, 0, N) });
  return solveDyson(equationOf, E, { eta: y }).G!;
}

export const equation9 = theorem({
  id: "landscape/equation-9",
  kind: "definition",
  title:
    "The matrix Dyson equation I + (z - A + S[G]) G = 0 with Im G > 0 is what a solution of the solver satisfies, entry by entry.",
  notation: {
    G: "entries of the solution",
    F: "entries of -(z - A + S[G])^(-1), S[G] = E[W G W]/N summed over its entries",
  },
  parameters,
  assumptions: [],
  claim: equation(symbol("G"), symbol("F")),
  source: paper("eq. (9)"),
  uses: ["landscape/equation-8", "landscape/equation-10"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the solver", evaluate: (point) => listed(solved(point)) },
      right: {
        name: "the right side at that G",
        evaluate: (point) => {
          const { N, E, eta: y, seed: from } = point;
          const G = solved(point);
          const image = literalImage(randomVariances(from, N), G);
          const whole = shifted(combination(1, image, -1, realRows(randomSymmetric(from, 0, N))), [E, y]);
          return listed(inverse(whole)).map((entry) => -entry);
        },
      },
      tolerance: rounding,
    },
  ],
});
