import { domainError } from "../../../numeric/domain.js";
import { over, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

const centred = (x: readonly number[]) => {
  const mean = x.reduce((sum, entry) => sum + entry, 0) / x.length;
  return x.map((entry) => entry - mean);
};

/** N(x) = sqrt(B) x/|x|. */
function normalised(x: readonly number[]): number[] {
  const norm = Math.hypot(...x);
  if (!(norm > 1e-2)) throw domainError("x", norm, "a vector that is not constant", "0 has no direction.");
  return x.map((entry) => (Math.sqrt(x.length) * entry) / norm);
}

export const definitionB40 = theorem({
  id: "batchnorm/definition-b-40",
  kind: "definition",
  title:
    "N(x) = sqrt(B) x/|x| divides by the standard deviation; batch norm is phi after N after the subtraction of the mean.",
  notation: { N_j: "a coordinate of N(x)", x_j: "a coordinate of x", norm: "|x|" },
  parameters: {
    B: { set: "integer", min: 2, max: 64, doc: "Batch size B." },
    x: { set: "vector", length: "B", min: -3, max: 3, doc: "A neuron's pre-activations over the batch." },
    t: { set: "real", min: 0.01, max: 100, doc: "Scale, which N forgets." },
    phi: { set: "activation", class: "kinked", doc: "Activation." },
  },
  assumptions: [],
  claim: equation(symbol("N_j"), over(times(root("B"), "x_j"), "norm")),
  source: paper("Definition B.40"),
  uses: ["batchnorm/definition-b-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "phi(N(G t x)) and the mean square of N",
        evaluate: ({ B, x, t, phi }) => {
          const values = normalised(centred(x).map((entry) => (t * entry) / Math.min(1, t)));
          return [...values.map(phi.value), values.reduce((sum, entry) => sum + entry * entry, 0) / B];
        },
      },
      right: {
        name: "phi((x - mean)/deviation) with the two-pass standard deviation, and 1",
        evaluate: ({ B, x, phi }) => {
          const rest = centred(x);
          const deviation = Math.sqrt(rest.reduce((sum, entry) => sum + entry * entry, 0) / B);
          return [...rest.map((entry) => phi.value(entry / deviation)), 1];
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of x over a norm of at least 1e-2, times slopes up to 5" },
    },
  ],
});
