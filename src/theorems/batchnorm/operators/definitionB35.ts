import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { differencePattern, doublyCentred, permuted } from "../ways/patterns.js";
import { batch } from "./settings.js";

/** L(a, b) with samples i and j in the places of 1 and 2. */
function onPair(B: number, a: number, b: number, i: number, j: number): Matrix {
  const order = Array.from({ length: B }, (_, k) => k).filter((k) => k !== i && k !== j);
  const places = new Array<number>(B);
  [i, j, ...order].forEach((sample, place) => {
    places[sample] = place;
  });
  return permuted(differencePattern(B, a, b), places);
}

export const definitionB35 = theorem({
  id: "batchnorm/definition-b-35",
  kind: "definition",
  title: "The matrices L(B-2, 1), renamed in every way, span L: B-1 dimensions, all with zero row sums.",
  notation: { dim: "the dimension of the span of all P L(B-2, 1) P^T" },
  parameters: { B: { ...batch, max: 12 } },
  assumptions: [],
  claim: equation(symbol("dim"), minus("B", 1)),
  source: paper("Definition B.35"),
  uses: ["batchnorm/definition-b-34"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "singular values of all L-shaped matrices above 1e-9, and how far G moves them",
        evaluate: ({ B }) => {
          const all: Matrix[] = [];
          for (let i = 0; i < B; i++) for (let j = 0; j < i; j++) all.push(onPair(B, B - 2, 1, i, j));
          const columns = new Matrix(all.map((matrix) => matrix.to1DArray())).transpose();
          const { diagonal } = new SingularValueDecomposition(columns, { autoTranspose: true });
          const moved = Math.max(...all.map((matrix) => doublyCentred(matrix).sub(matrix).norm()));
          return [diagonal.filter((value) => value > 1e-9).length, moved];
        },
      },
      right: { name: "B-1, and zero", evaluate: ({ B }) => [B - 1, 0] },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding of B-2 = 10 terms of order 10" },
      cases: { count: 20, why: "nine batch sizes are all that differ" },
    },
  ],
});
