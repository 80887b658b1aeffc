import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { kroneckerSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { semicircle } from "../ways/closedForms.js";
import { type ComplexRows, combination, normalisedTrace, product, type Rows, realRows } from "../ways/complexRows.js";
import { plainSolution } from "../ways/plainSolution.js";
import { eta, randomSymmetric, range, seed, size, streamOf } from "../ways/randomEquations.js";
import { closedForm, densityAt, energy } from "./settings.js";

/** diag(values) in a basis turned in the plane of coordinates 0 and 1, and then of 1 and 2, .. */
function turned(values: readonly number[], angles: readonly number[]): Rows {
  let matrix = values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
  for (const [k, t] of angles.entries()) {
    const [c, s] = [Math.cos(t), Math.sin(t)];
    const rotation = values.map((_, i) =>
      values.map((__, j) =>
        i === j ? (i === k || i === k + 1 ? c : 1) : i === k && j === k + 1 ? -s : i === k + 1 && j === k ? s : 0,
      ),
    );
    const left = product(realRows(rotation), realRows(matrix));
    const transposed = rotation.map((_, i) => rotation.map((row) => row[i]!));
    const { re } = product(left, realRows(transposed));
    matrix = re.map((row, i) => row.map((entry, j) => (entry + re[j]![i]!) / 2));
  }
  return matrix;
}

/** Commuting A_0, A_1, A_2: their eigenvalues and the angles of their common basis. */
function commuting(from: number, d: number) {
  const stream = streamOf(from, 6);
  const draw = (count: number) => range(count).map(() => stream.next());
  return { values: [draw(d), draw(d), draw(d)] as const, angles: draw(d - 1) };
}

export const kroneckerEnsemble = theorem({
  id: "landscape/kronecker-ensemble",
  kind: "theorem",
  title:
    "A_0 (x) I + sum_k A_k (x) X_k has S[R] = sum_k A_k R A_k; matrices A_k that commute make it a mean of semicircles, one for each common eigenvector.",
  notation: { m: "transform at E + i eta by the solver", v: "the same by averaged steps on d x d matrices" },
  parameters: { d: size(1, 3, "Size d of the A_k."), E: energy, eta, seed },
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
        evaluate: ({ d, E, eta: y, seed: from }) => {
          const [A0, A1, A2] = [0, 1, 2].map((draw) => randomSymmetric(from, draw, d)) as [Rows, Rows, Rows];
          return [...solveDyson(dysonEquation(kroneckerSelfEnergy([A1, A2]), { mean: A0 }), E, { eta: y }).trace];
        },
      },
      right: {
        name: "averaged steps",
        evaluate: ({ d, E, eta: y, seed: from }) => {
          const [A0, A1, A2] = [0, 1, 2].map((draw) => realRows(randomSymmetric(from, draw, d))) as [
            ComplexRows,
            ComplexRows,
            ComplexRows,
          ];
          const S = (R: ComplexRows) => combination(1, product(product(A1, R), A1), 1, product(product(A2, R), A2));
          return [...normalisedTrace(plainSolution(S, A0, [E, y]))];
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "rounding, and the last step of an iteration that halves its error",
      },
      cases: { count: 60, why: "an iteration takes a hundred steps or more" },
    },
    {
      kind: "routes",
      left: {
        name: "the solver on the axis, for matrices that commute",
        evaluate: ({ d, E, seed: from }) => {
          const { values, angles } = commuting(from, d);
          const [A0, A1, A2] = values.map((list) => turned(list, angles)) as [Rows, Rows, Rows];
          return densityAt(dysonEquation(kroneckerSelfEnergy([A1, A2]), { mean: A0 }), E);
        },
      },
      right: {
        name: "the mean of d semicircles",
        evaluate: ({ d, E, seed: from }) => {
          const [centres, first, second] = commuting(from, d).values;
          return range(d).reduce(
            (sum, i) => sum + semicircle(E - centres[i]!, first[i]! ** 2 + second[i]! ** 2) / d,
            0,
          );
        },
      },
      tolerance: closedForm,
    },
  ],
});
