import { multiply, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { alignmentCoefficients } from "../../../theory/alignment/criticalPoints/alignmentCoefficients.js";
import { mixtureCoefficients } from "../../../theory/alignment/network/mixtureCoefficients.js";
import { nodeRows, type ReluNetwork } from "../../../theory/alignment/network/reluNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes } from "../ways/parameters.js";
import { type NetworkSizes, randomPair } from "../ways/randomObjects.js";
import { rounding } from "./settings.js";

const withoutConstant = (rows: readonly (readonly number[])[]) => rows.slice(0, -1).flatMap((row) => row.slice(0, -1));

const gated = {
  name: "A_1 and B_1 at a random input, by the recursion of Lemma 1",
  evaluate: (sizes: NetworkSizes) => {
    const { teacher, student, x } = randomPair(sizes);
    const { A, B } = mixtureCoefficients(teacher, student, x).layers[0]!;
    return [...withoutConstant(A), ...withoutConstant(B)];
  },
};

/** Rows are the fan-outs of the hidden nodes: W_2 without the biases. */
const twoLayer = (network: ReluNetwork) => ({ W: nodeRows(network, 1), V: network.layers[1]!.slice(0, -1) });

export const twoLayerFanOut = theorem({
  id: "alignment/two-layer-fan-out",
  kind: "formula",
  title: "With two layers V_1 = W_2^T at every input, so that alpha_kj = v_k.v*_j and beta_kq = v_k.v_q are constants.",
  notation: { V_1: "C x n_1, its columns the fan-outs v_k", W2: "the transpose of W_2", W1: "the transpose of W_1" },
  parameters: { ...networkSizes, L: { ...networkSizes.L, min: 2, max: 2 } },
  assumptions: [],
  claim: equation(symbol("V_1"), symbol("W2")),
  source: paper("sec. 9.9"),
  uses: ["alignment/equation-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: gated,
      right: {
        name: "inner products of fan-outs",
        evaluate: (sizes) => {
          const { teacher, student } = randomPair(sizes);
          const { alpha, beta } = alignmentCoefficients(twoLayer(teacher), twoLayer(student));
          return [...alpha.flat(), ...beta.flat()];
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("V_1"), symbol("W1")),
    says: "V_1 = W_1^T is C x n_1 only by chance, and wrong then: the fan-outs are in the layer above, W_2.",
    damaged: false,
    refutation: {
      kind: "point",
      // d + 1 = m = n, so that the printed matrices have the shapes of A_1 and B_1
      at: { d: 2, L: 2, m: 3, n: 3, C: 3, seed: 1 },
      left: gated,
      right: {
        name: "V_1^T V*_1 and V_1^T V_1 with W_1^T in place of V_1",
        evaluate: (sizes) => {
          const { teacher, student } = randomPair(sizes);
          const [own, other] = [student.layers[0]!, teacher.layers[0]!];
          return [...multiply(own, transpose(other)).flat(), ...multiply(own, transpose(own)).flat()];
        },
      },
      tolerance: rounding,
    },
  },
});
