import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { epsilonMeans } from "../ways/epsilonMeans.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("collapse");
const names = ["tanh", "sigmoid", "sin", "gelu", "softplus", "exp"] as const;

export const collapse = theorem({
  id: "batchnorm/collapse",
  kind: "theorem",
  title: "Epsilon above the variance of the linearised activation collapses a batch",
  notation: {
    k: "the factor of small mu a layer; mu = 0 attracts for k < 1",
    v: "the weight variance",
    eps: "epsilon",
    "psi'_0": "psi'(0), psi(x) = phi(gamma x + beta)",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 24, doc: "batch size; larger ones take seconds" },
    phi: { set: "choice", of: names, doc: "activation" },
    v: { set: "real", min: 0.1, max: 4, doc: "weight variance" },
    eps: { set: "real", min: 0.05, max: 3, doc: "epsilon" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 3.2; this statement is ours" }],
  uses: ["batchnorm/epsilon-fixed-point"],
  proof: { kind: "steps", file: "proofs/batchnorm/collapse.ts" },
  checks: [
    exactly("collapse"),
    {
      kind: "routes",
      left: {
        name: "the map of mu over mu at 1e-6 and 2e-6 epsilon, extrapolated to 0",
        evaluate({ B, phi, v, eps }) {
          const psi = activation(phi);
          const ratio = (mu: number) => (v * epsilonMeans(psi, B, eps, mu, 40).gap) / mu;
          return 2 * ratio(1e-6 * eps) - ratio(2e-6 * eps);
        },
      },
      right: {
        name: "v psi'(0)^2/eps",
        evaluate: ({ phi, v, eps }) => (v * activation(phi).derivative(0) ** 2) / eps,
      },
      tolerance: { unit: "rel", limit: 1e-7, why: "squares of differences of order 1e-3 lose six of fifteen digits" },
      cases: { count: 4, why: "two radial rules take 200 ms" },
    },
    {
      kind: "routes",
      left: {
        name: "the explosion rate in the collapsed state, epsilon a quarter above the threshold, times 5/4",
        evaluate({ B, phi, v }) {
          const epsilon = 1.25 * v * activation(phi).derivative(0) ** 2;
          return 1.25 * batchNorm({ activation: phi, batch: B, weightVariance: v, epsilon }).rate.value;
        },
      },
      right: { name: "1: there every eigenvalue is v psi'(0)^2/eps", evaluate: () => 1 },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding" },
      cases: { count: 4, why: "the search for a fixed point that is not there takes 100 ms" },
    },
  ],
});
