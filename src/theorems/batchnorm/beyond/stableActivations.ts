import { activation } from "../../../symbolic/activation/create.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { forwardOnL } from "../ways/forwardFactors.js";

const claim = compare("Less", symbol("kappa"), integer(1));
const names = [
  "relu",
  "leaky_relu(0.2)",
  "tanh",
  "erf",
  "sigmoid",
  "elu(1)",
  "selu",
  "sin",
  "abs",
  "hardtanh",
] as const;

export const stableActivations = theorem({
  id: "batchnorm/stable-activations",
  kind: "remark",
  title: "ReLU, tanh and eight others keep the symmetric fixed point at every batch size looked at",
  notation: { kappa: "the largest forward eigenvalue" },
  parameters: {
    phi: { set: "choice", of: names, doc: "activation" },
    B: { set: "integer", min: 4, max: 4096, doc: "batch size" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 3.1; the list is ours" }],
  uses: [],
  proof: { kind: "open", reason: "Seen at the batch sizes computed." },
  checks: [
    {
      kind: "routes",
      relation: "Less",
      left: {
        name: "the largest forward eigenvalue",
        evaluate: ({ phi, B }) => batchNorm({ activation: phi, batch: B }).stability.forwardMax,
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
    {
      kind: "routes",
      left: {
        name: "the forward eigenvalue on L",
        evaluate: ({ phi, B }) => batchNorm({ activation: phi, batch: B }).forward.L!,
      },
      right: {
        name: "its Rayleigh quotient by a product rule over two samples",
        evaluate: ({ phi, B }) => forwardOnL(activation(phi), B),
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "panels resolve phi'^2 to 1e-10" },
      cases: { count: 60, why: "a product rule takes 10 ms" },
    },
  ],
});
