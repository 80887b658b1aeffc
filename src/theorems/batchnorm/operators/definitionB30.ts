import { symbol } from "../../../symbolic/expression.js";
import { liftDense } from "../../../symbolic/operators/liftDense.js";
import { orbits } from "../../../symbolic/operators/orbit.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor, type Coefficients, tensorEntry } from "../ways/orbitTensor.js";
import { entriesOf, fromRows, orderOf, permuted } from "../ways/patterns.js";
import { batch, coefficients, keys, rounding, symmetric } from "./settings.js";

/** The B^2 x B^2 matrix of [kl|ij], row-major. */
function flat(t: Coefficients, B: number): Float64Array {
  const out = new Float64Array(B ** 4);
  let at = 0;
  for (let k = 0; k < B; k++) {
    for (let l = 0; l < B; l++) {
      for (let i = 0; i < B; i++) for (let j = 0; j < B; j++) out[at++] = tensorEntry(t, k, l, i, j);
    }
  }
  return out;
}

export const definitionB30 = theorem({
  id: "batchnorm/definition-b-30",
  kind: "definition",
  title:
    "An operator is ultrasymmetric when [kl|ij] = T{e_i e_j^T}_kl is unchanged by renaming the samples and by [kl|ij] -> [lk|ji]: it then commutes with permutations.",
  notation: {
    T_1: "T{P S P^T}, T of the renamed matrix",
    T_2: "P T{S} P^T, the image renamed",
    P: "the permutation that sorts `keys`",
  },
  parameters: { B: batch, t: coefficients, S: symmetric, keys },
  assumptions: [],
  claim: equation(symbol("T_1"), symbol("T_2")),
  source: paper("Definition B.30"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "T{P S P^T} of the dense array",
        evaluate: ({ t, S, keys: order }) => entriesOf(applyTensor(t, permuted(fromRows(S), orderOf(order)))),
      },
      right: {
        name: "P T{S} P^T of the dense array",
        evaluate: ({ t, S, keys: order }) => entriesOf(permuted(applyTensor(t, fromRows(S)), orderOf(order))),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the coefficients that liftDense reads off the B^2 x B^2 matrix",
        evaluate: ({ B, t }) => {
          const lifted = liftDense(flat(t, B), B, 0);
          return lifted.kind === "ultrasymmetric" ? orbits.map((orbit) => lifted.operator[orbit]) : [];
        },
      },
      right: { name: "the coefficients that it was made of", evaluate: ({ t }) => t },
      tolerance: { unit: "abs", limit: 0, why: "nothing is computed: numbers are copied and compared" },
    },
  ],
});
