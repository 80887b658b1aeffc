import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { eventGradient, type FactorisedOrder } from "../../../theory/ladder/disentanglement/factorisedLayer.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed } from "./settings.js";

interface Point {
  readonly m: number;
  readonly n: number;
  readonly epsilon: number;
  readonly seed: number;
}

/** G~ at the linear layer's output of a random layer over m events; no factors. */
function gradientAt({ m, n, epsilon, seed: key }: Point, order: FactorisedOrder): readonly (readonly number[])[] {
  const stream = new GaussianStream({ seed: key, sample: 0, draw: 0 });
  const matrix = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.next()));
  const shares = Array.from({ length: m }, () => -Math.log(stream.uniform()));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const layer = {
    features: matrix(m, 3),
    probabilities: shares.map((share) => share / total),
    target: matrix(m, n),
    order,
    epsilon,
  };
  return eventGradient(layer, matrix(3, n)).gradient;
}

const sums = (G: readonly (readonly number[])[]) => G[0]!.map((_, j) => G.reduce((sum, row) => sum + row[j]!, 0));

export const centredGradient = theorem({
  id: "ladder/centred-gradient",
  kind: "proposition",
  title:
    "Batch norm directly after a linear layer centres the gradient there, 1^T G~ = 0, with or without a ReLU behind; batch norm behind the ReLU does not.",
  notation: { S_j: "sum over the events of column j of G~ at the linear layer's output" },
  parameters: {
    order: { set: "choice", of: ["lin-bn", "lin-bn-relu"], doc: "What follows the linear layer." },
    m: { set: "integer", min: 3, max: 12, doc: "Events." },
    n: { set: "integer", min: 1, max: 3, doc: "Nodes." },
    epsilon: { set: "real", min: 0.001, max: 1, doc: "Epsilon of batch norm." },
    seed,
  },
  assumptions: [],
  claim: equation(symbol("S_j"), integer(0)),
  source: paper("Section 5.2, after Theorem 9"),
  uses: ["ladder/equation-12", "ladder/equation-78"],
  proof: { kind: "open", reason: "J 1 = 0 and J is self-adjoint; a gate between the two changes the sum." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "1 plus the sums of G~ by back-propagation over the events",
        evaluate: ({ order, ...point }) => sums(gradientAt(point, order)).map((sum) => 1 + sum),
      },
      right: { name: "ones", evaluate: ({ n }) => new Array<number>(n).fill(1) },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding of numbers of order 10 over s, which is at least 0.03" },
    },
  ],
  printed: {
    claim: equation(symbol("R_j"), integer(0)),
    says: "'Centred gradient is guaranteed if we insert Batch Norm after linear layers': it must come directly after them. Behind the ReLU, as in Section 7.5.1, the gate is applied last and R_j, the sum there, is not 0.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { order: "lin-bn", m: 6, n: 1, epsilon: 0.01, seed: 1 },
      left: {
        name: "the sum of G~ for linear, ReLU, batch norm",
        evaluate: ({ order: _, ...point }) => sums(gradientAt(point, "lin-relu-bn")),
      },
      right: { name: "zero", evaluate: ({ n }) => new Array<number>(n).fill(0) },
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding" },
    },
  },
});
