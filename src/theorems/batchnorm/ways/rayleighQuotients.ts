import { Matrix } from "ml-matrix";

/** The Rayleigh quotients of an operator on G, on L and on M, one matrix of each part: no eigenproblem. */
export function rayleighQuotients(operator: Matrix, batch: number): { G: number; L: number; M: number } {
  const centring = (i: number, j: number) => (i === j ? 1 : 0) - 1 / batch;
  const inG = (i: number, j: number) => centring(i, j);
  const inL = (i: number, j: number) => centring(i, 0) * centring(0, j) - centring(i, j) / batch;
  // Zero diagonal, zero row sums: the 4-cycle 0 -> 1 -> 2 -> 3 with alternating signs.
  const inM = (i: number, j: number) => (i < 4 && j < 4 && (i + j) % 2 === 1 ? ((i + j) % 4 === 1 ? 1 : -1) : 0);
  const quotient = (entry: (i: number, j: number) => number) => {
    const vec = Matrix.columnVector(
      Array.from({ length: batch * batch }, (_, k) => entry(Math.floor(k / batch), k % batch)),
    );
    return vec.transpose().mmul(operator).mmul(vec).get(0, 0) / vec.dot(vec);
  };
  return { G: quotient(inG), L: quotient(inL), M: quotient(inM) };
}
