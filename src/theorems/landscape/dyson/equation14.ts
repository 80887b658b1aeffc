import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, doubled, shifted } from "../ways/complexRows.js";
import { plainSolution } from "../ways/plainSolution.js";
import { energy, eta, literalImage, randomVariances, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

/** Of this and of what rests on it. */
export const parameters = { N: size(1, 4, "Size N of the matrices."), E: energy, eta, seed } as const;

interface Point {
  readonly N: number;
  readonly E: number;
  readonly eta: number;
  readonly seed: number;
}

/** A = 0, by averaged steps. */
export function centred({ N, E, eta: y, seed: from }: Point): ComplexRows {
  const variances = randomVariances(from, N);
  const zero = variances.map((row) => row.map(() => 0));
  return plainSolution((R) => literalImage(variances, R), { re: zero, im: zero }, [E, y]);
}

export const equation14 = theorem({
  id: "landscape/equation-14",
  kind: "formula",
  title: "Where Im G > 0 the matrix z + S[G] is invertible, its inverse at most 1/Im z: then G = -(z + S[G])^(-1).",
  notation: { y: "Im z", s: "least singular value of z + S[G]" },
  parameters,
  assumptions: [],
  claim: compare("LessEqual", symbol("y"), symbol("s")),
  source: paper("eq. (14)"),
  uses: ["landscape/equation-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "Im z", evaluate: ({ eta: y }) => y },
      right: {
        name: "the least singular value of z + S[G]",
        evaluate: (point) => {
          const { N, E, eta: y, seed: from } = point;
          const whole = shifted(literalImage(randomVariances(from, N), centred(point)), [E, y]);
          return singularValues(doubled(whole).to2DArray()).at(-1)!;
        },
      },
      tolerance: rounding,
      cases: { count: 100, why: "an iteration takes a hundred steps" },
    },
  ],
});
