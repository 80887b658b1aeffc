import { activation } from "../../../symbolic/activation/create.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { explosion, logarithm } from "../ways/networks.js";
import { rateByEllipse } from "../ways/pairMoments.js";

const names = ["tanh", "gelu", "softplus", "sin", "elu"] as const;
const claim = equation(symbol("lambda_1"), symbol("lambda_2"));

export const affineNormalisation = theorem({
  id: "batchnorm/affine-normalisation",
  kind: "remark",
  title: "Scale and shift after the normalisation are part of the activation",
  notation: {
    lambda_1: "the explosion rate of phi behind gamma and beta",
    lambda_2: "that of x -> phi(gamma x + beta) behind a plain normalisation",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 100_000, doc: "batch size" },
    phi: { set: "choice", of: names, doc: "activation" },
    gamma: { set: "real", min: 0.2, max: 2, doc: "scale" },
    beta: { set: "real", min: -2, max: 2, doc: "shift" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 2; Fig. 4" }],
  uses: ["batchnorm/theorem-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the rate with gamma and beta as options",
        evaluate: ({ B, phi, gamma, beta }) => batchNorm({ activation: phi, batch: B, gamma, beta }).rate,
      },
      right: {
        name: "Theorem 7's integral for phi(gamma x + beta) by a product rule",
        evaluate: ({ B, phi, gamma, beta }) => rateByEllipse(activation(`${phi}(${gamma}*x + (${beta}))`), B),
      },
      tolerance: { unit: "rel", limit: 1e-8, why: "panels resolve phi'^2 to 1e-10" },
      cases: { count: 100, why: "a product rule takes 10 ms where kinks cut it" },
    },
    {
      kind: "simulation",
      name: "growth of the squared gradient a layer with gamma and beta, E log",
      at: [
        { B: 8, phi: "tanh", gamma: 1.5, beta: 0.5 },
        { B: 8, phi: "elu", gamma: 0.7, beta: -0.5 },
      ],
      experiment: ({ B, phi, gamma, beta }) =>
        explosion({ activation: activation(phi), batch: B, depth: 13, gamma, beta }),
      predict: ({ B, phi, gamma, beta }) => logarithm(batchNorm({ activation: phi, batch: B, gamma, beta }).rate),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.006,
      budget: { quick: 800, full: 800 },
    },
  ],
});
