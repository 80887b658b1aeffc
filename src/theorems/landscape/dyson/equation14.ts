import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { literalSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, combination, doubled, listed, shifted } from "../ways/complexRows.js";
import { plainSolution } from "../ways/plainSolution.js";
import { energy, eta, literalImage, randomVariances, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

const parameters = { N: size(1, 4, "Size N of the matrices."), E: energy, eta, seed } as const;

interface Point {
  readonly N: number;
  readonly E: number;
  readonly eta: number;
  readonly seed: number;
}

/** A = 0, by averaged steps. */
function centred({ N, E, eta: y, seed: from }: Point): ComplexRows {
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

export const lemmaF2 = theorem({
  id: "landscape/lemma-f-2",
  kind: "lemma",
  title: "With A = 0 the solutions at z and at -z* are related by M' = -M*.",
  notation: { M: "entries of the solution at -z*, by Newton's method", m: "entries of -M(z)*, by averaged steps" },
  parameters,
  assumptions: [],
  claim: equation(symbol("M"), symbol("m")),
  source: paper("Lemma F.2"),
  uses: ["landscape/equation-14", "landscape/theorem-f-1-unique"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the solver at -E + i eta",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const found = solveDyson(dysonEquation(literalSelfEnergy(randomVariances(from, N))), -E, { eta: y });
          return listed(found.G!);
        },
      },
      right: {
        name: "-M* from averaged steps at E + i eta",
        evaluate: (point) => {
          const { re, im } = centred(point);
          const across = (rows: ComplexRows["re"]) => rows.map((_, i) => rows.map((row) => row[i]!));
          const transposed = { re: across(re), im: across(im) };
          return listed({ re: combination(-1, transposed, 0, transposed).re, im: transposed.im });
        },
      },
      tolerance: rounding,
      cases: { count: 100, why: "an iteration takes a hundred steps" },
    },
  ],
});
