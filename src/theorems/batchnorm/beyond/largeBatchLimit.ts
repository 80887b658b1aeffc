import type { Activation } from "../../../symbolic/activation/activation.js";
import { activation } from "../../../symbolic/activation/create.js";
import { over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { gaussianRate, singularOr } from "../ways/gaussianLine.js";
import { exactly } from "../ways/proofNamed.js";

const claim = equation(symbol("lambda_inf"), over(symbol("e"), symbol("V")));
const digits: readonly (readonly [string, string])[] = [
  ["relu", "1.4669422069"],
  ["leaky_relu(0.01)", "1.4533707611"],
  ["leaky_relu(0.2)", "1.2436001335"],
  ["tanh", "1.1778072323"],
  ["erf", "1.2257000038"],
  ["sigmoid", "1.0335923900"],
  ["gelu", "1.3188449709"],
  ["silu", "1.2120811148"],
  ["softplus", "1.0805280525"],
  ["elu", "1.0790134555"],
];

export const largeBatchLimit = theorem({
  id: "batchnorm/large-batch-limit",
  kind: "theorem",
  title: "At large batches the explosion rate is E phi'^2 over the variance of phi",
  notation: {
    lambda_inf: "the limit of the explosion rate for B -> infinity",
    e: "E phi'(z)^2, z a standard normal",
    V: "Var phi(z)",
  },
  parameters: { phi: { set: "activation", class: "any", doc: "activation" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 8, second sentence; for any activation it is ours" }],
  uses: ["batchnorm/theorem-7", "batchnorm/theorem-9"],
  proof: { kind: "open", reason: "For any phi: two samples become independent normals. Steps for two families." },
  checks: [
    {
      ...exactly("large-batch-homogeneous", "large-batch-cubic", "large-batch-relu"),
      because: "they are the limits of homogeneous and of cubic activations, and of the ReLU",
    },
    {
      kind: "routes",
      left: {
        name: "the rate at a batch of 1e8, to which the term of order 1/B is added",
        evaluate({ phi }) {
          const [near, far] = [1e6, 1e8].map((batch) => batchNorm({ activation: phi, batch }).rate);
          const slope = (near!.value - far!.value) / (1e-6 - 1e-8);
          return { ...far!, value: far!.value - slope * 1e-8, error: far!.error + 0.02 * near!.error };
        },
      },
      right: { name: "both means by quadrature on panels", evaluate: ({ phi }) => singularOr(phi, gaussianRate) },
      tolerance: { unit: "rel", limit: 1e-8, why: "terms of order 1/B^2, and nearly constant phi" },
    },
    ...digits.map(([text, value]) => ({
      kind: "reference" as const,
      at: { phi: activation(text) },
      value,
      origin: "derived elsewhere to ten decimals: E phi'^2/Var phi",
      way: {
        name: "both means by quadrature on panels",
        evaluate: ({ phi }: { readonly phi: Activation }) => gaussianRate(phi),
      },
      tolerance: { unit: "abs" as const, limit: 1e-12, why: "quadrature; the reference has ten decimals" },
    })),
  ],
});
