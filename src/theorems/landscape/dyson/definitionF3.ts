import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { inverse, type Rows, realRows, shifted } from "../ways/complexRows.js";
import { randomSymmetric, range, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

const NODES = 160;

const largestRow = (H: Rows): number =>
  Math.max(...H.map((row) => row.reduce((sum, entry) => sum + Math.abs(entry), 0)));

/** H over its largest row sum: eigenvalues in [-1, 1]. */
function scaled(from: number, N: number): Rows {
  const H = randomSymmetric(from, 0, N);
  const scale = largestRow(H);
  return H.map((row) => row.map((entry) => entry / scale));
}

export const definitionF3 = theorem({
  id: "landscape/definition-f-3",
  kind: "definition",
  title:
    "A function of a matrix is the contour integral of f(z) (z - T)^(-1)/(2 pi i) around its spectrum: f acts on the eigenvalues.",
  notation: {
    C: "entries of the integral around the circle |z| = 2, f = exp",
    F: "entries of sum_i f(lambda_i) v_i v_i^T",
  },
  parameters: { N: size(1, 5, "Size N of the matrix."), seed },
  assumptions: [],
  claim: equation(symbol("C"), symbol("F")),
  source: paper("Definition F.3, eq. (6)"),
  uses: ["landscape/definition-f-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the trapezoid rule on the circle",
        evaluate: ({ N, seed: from }) => {
          const T = scaled(from, N);
          const negative = realRows(T.map((row) => row.map((entry) => -entry)));
          const sum = new Array<number>(N * N).fill(0);
          for (const k of range(NODES)) {
            const t = (2 * Math.PI * (k + 0.5)) / NODES;
            const [x, y] = [2 * Math.cos(t), 2 * Math.sin(t)];
            const { re, im } = inverse(shifted(negative, [x, y]));
            // exp(z) z, with dz = i z dt
            const size = Math.exp(x);
            const [u, v] = [size * (Math.cos(y) * x - Math.sin(y) * y), size * (Math.cos(y) * y + Math.sin(y) * x)];
            for (const at of sum.keys()) {
              const [i, j] = [Math.floor(at / N), at % N];
              sum[at]! += (u * re[i]![j]! - v * im[i]![j]!) / NODES;
            }
          }
          return sum;
        },
      },
      right: {
        name: "eigenvectors",
        evaluate: ({ N, seed: from }) => {
          const matrix = new Matrix(scaled(from, N).map((row) => [...row]));
          const { realEigenvalues, eigenvectorMatrix: V } = new EigenvalueDecomposition(matrix, {
            assumeSymmetric: true,
          });
          return range(N * N).map((at) => {
            const [i, j] = [Math.floor(at / N), at % N];
            return realEigenvalues.reduce((sum, lambda, k) => sum + V.get(i, k) * V.get(j, k) * Math.exp(lambda), 0);
          });
        },
      },
      tolerance: rounding,
      cases: { count: 60, why: "a point is 160 inverses" },
    },
  ],
});
