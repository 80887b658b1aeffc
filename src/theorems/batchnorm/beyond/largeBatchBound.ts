import { activation } from "../../../symbolic/activation/create.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { gaussianRate } from "../ways/gaussianLine.js";

const claim = compare("GreaterEqual", symbol("lambda_inf"), integer(1));

export const largeBatchBound = theorem({
  id: "batchnorm/large-batch-bound",
  kind: "corollary",
  title: "The large-batch rate is at least 1, by the Gaussian Poincare inequality, and 1 only for affine activations",
  notation: { lambda_inf: "E phi'(z)^2/Var phi(z), z a standard normal" },
  parameters: {
    phi: { set: "activation", class: "any", doc: "activation" },
    slope: { set: "real", min: 0.01, max: 100, doc: "of an affine function" },
    shift: { set: "real", min: -10, max: 10, doc: "of an affine function" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9; the limit is ours" }],
  uses: ["batchnorm/large-batch-limit"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "1", evaluate: () => 1 },
      right: {
        name: "the rate at an infinite batch",
        evaluate: ({ phi }) => batchNorm({ activation: phi, batch: Infinity }).rate,
      },
      tolerance: { unit: "abs", limit: 1e-14, why: "affine functions attain it, up to rounding" },
    },
    {
      kind: "routes",
      left: { name: "1", evaluate: () => 1 },
      right: {
        name: "E phi'^2/Var phi of slope x + shift by quadrature",
        evaluate: ({ slope, shift }) => gaussianRate(activation(`${slope}*x + (${shift})`)),
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "quadrature" },
    },
  ],
});
