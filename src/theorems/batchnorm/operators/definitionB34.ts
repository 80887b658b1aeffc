import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { plus, power } from "../../../symbolic/build.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { centring, doublyCentred, frobenius, fromRows, matrixOf } from "../ways/patterns.js";
import { batch, symmetric } from "./settings.js";

/** |projection of S|^2 on the span of the matrices, by a singular value decomposition: no formula of the spaces. */
function squareOnSpan(matrices: readonly Matrix[], target: Matrix): readonly [number, number] {
  const columns = new Matrix(matrices.map((matrix) => matrix.to1DArray())).transpose();
  const decomposition = new SingularValueDecomposition(columns, { autoTranspose: true });
  const rank = decomposition.diagonal.filter((value) => value > 1e-9).length;
  const along = decomposition.leftSingularVectors.transpose().mmul(Matrix.columnVector(target.to1DArray()));
  let square = 0;
  for (let k = 0; k < rank; k++) square += along.get(k, 0) ** 2;
  return [rank, square];
}

/** G D G with D = e_i e_i^T - e_1 e_1^T. */
const onL = (B: number) =>
  Array.from({ length: B - 1 }, (_, i) =>
    doublyCentred(matrixOf(B, (k, l) => (k !== l ? 0 : k === i + 1 ? 1 : k === 0 ? -1 : 0))),
  );

/** All cycles i-j-k-l with edges 1, -1, 1, -1. */
function onM(B: number): Matrix[] {
  const cycles: Matrix[] = [];
  for (let i = 0; i < B; i++) {
    for (let j = i + 1; j < B; j++) {
      for (let k = j + 1; k < B; k++) {
        for (let l = k + 1; l < B; l++)
          for (const order of [
            [i, j, k, l],
            [i, k, j, l],
          ])
            cycles.push(cycleOn(B, order));
      }
    }
  }
  return cycles;
}

function cycleOn(B: number, order: readonly number[]): Matrix {
  const matrix = Matrix.zeros(B, B);
  order.forEach((from, place) => {
    const to = order[(place + 1) % 4]!;
    matrix.set(from, to, place % 2 === 0 ? 1 : -1);
    matrix.set(to, from, place % 2 === 0 ? 1 : -1);
  });
  return matrix;
}

export const definitionB34 = theorem({
  id: "batchnorm/definition-b-34",
  kind: "definition",
  title:
    "L = { G D G : D diagonal, tr D = 0 } has dimension B-1, M = { S in H^G without diagonal } has B(B-3)/2, and H^G is the orthogonal sum of span(G), L and M.",
  notation: {
    norm: "|G S G| (Frobenius)",
    g: "norm of the part along G",
    l: "norm of the part in L",
    m: "norm of the part in M",
  },
  parameters: { B: { ...batch, max: 7 }, S: symmetric },
  assumptions: [],
  claim: equation(power("norm", 2), plus(power("g", 2), power("l", 2), power("m", 2))),
  source: paper("Definition B.34"),
  uses: ["batchnorm/definition-b-33"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "ranks of the spanning matrices, and squares of the projections on their spans, by singular values",
        evaluate: ({ B, S }) => {
          const target = doublyCentred(fromRows(S));
          const [l, m] = [squareOnSpan(onL(B), target), squareOnSpan(onM(B), target)];
          return [l[0], m[0], frobenius(target, centring(B)) ** 2 / (B - 1) + l[1] + m[1]];
        },
      },
      right: {
        name: "B-1, B(B-3)/2 and |G S G|^2 entry by entry",
        evaluate: ({ B, S }) => {
          const target = doublyCentred(fromRows(S));
          return [B - 1, (B * (B - 3)) / 2, frobenius(target, target)];
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "singular vectors of matrices with up to 70 columns, to 1e-13 each",
      },
      cases: { count: 60, why: "a singular value decomposition a point; four batch sizes" },
    },
  ],
});
