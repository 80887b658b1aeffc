/**
 * Residual networks with the normalisation before the activation, H_(l+1) = H_l + W_l phi(BN(H_l)). The block adds V(Sigma_l) = q, q c of
 * the plain fixed point whatever Sigma_l is of the form BSB1, since batch norm forgets the scale: G Sigma_l G = (l_0 + l) mu G, l = 0, 1, ...
 * Backward, D_l = D_(l+1) + J^T W^T D_(l+1); the two parts are uncorrelated, as W has mean 0, and the second is rate mu/((l_0 + l) mu) times the first,
 * since J is proportional to 1/|y|. So E |D|^2 grows by 1 + rate/(l_0 + l) a block: ((L + l_0)/l_0)^rate up to 1/l_0, a power of the depth.
 */
import { activation } from "../../../symbolic/activation/create.js";
import { over, plus, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { largeBatchLimit } from "../ways/largeBatchLimit.js";
import { exact, residualExplosion } from "../ways/networks.js";
import { rateByEllipse } from "../ways/pairMoments.js";

const claim = equation(
  symbol("growth"),
  times(power(over(plus("L", "l_0"), "l_0"), "rate"), plus(1, call("BigO", over(1, "l_0")))),
);
const settings = [
  { B: 8, l_0: 4, phi: "relu" },
  { B: 8, l_0: 2, phi: "tanh" },
] as const;
const moreSettings = [{ B: 16, l_0: 4, phi: "relu" }] as const;
const DEPTH = 16;

/** sum of log(1 + rate/(l_0 + l)) over the blocks. */
function logGrowth(rate: number, l0: number, blocks: number): number {
  let sum = 0;
  for (let l = 0; l < blocks; l++) sum += Math.log1p(rate / (l0 + l));
  return sum;
}

export const residualGrowth = theorem({
  id: "batchnorm/residual-growth",
  kind: "theorem",
  title:
    "Gradients of residual networks with batch norm grow like a power of the depth, with the plain network's rate as exponent",
  notation: {
    growth: "of the expected squared gradient over L blocks",
    rate: "the explosion rate of the plain network",
    l_0: "G Sigma_1 G = l_0 mu G",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 1000, doc: "batch size" },
    l_0: { set: "real", min: 1, max: 20, doc: "the input's G-eigenvalue over that of a block" },
    phi: { set: "choice", of: ["relu", "tanh", "erf", "x"], doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [
    { key: "yang2019", at: "published version, residual networks" },
    { key: "de2020", at: "the branch is weighted down by the square root of the depth" },
  ],
  uses: ["batchnorm/residual-recursion", "batchnorm/theorem-7"],
  proof: { kind: "open", reason: "The derivation is above, in prose." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the local exponent of the recursion between n and 2n blocks, n = 2000 .. 16000, extrapolated",
        evaluate({ B, l_0, phi }) {
          const rate = batchNorm({ activation: phi, batch: B }).rate.value;
          const exponent = (blocks: number) =>
            (logGrowth(rate, l_0, 2 * blocks) - logGrowth(rate, l_0, blocks)) /
            Math.log((2 * blocks + l_0) / (blocks + l_0));
          return largeBatchLimit(exponent, 2000);
        },
      },
      right: {
        name: "the explosion rate of the plain network, by Theorem 7's integral",
        evaluate: ({ B, phi }) => rateByEllipse(activation(phi), B),
      },
      tolerance: {
        unit: "rel",
        limit: 1e-8,
        why: "the extrapolation leaves order 1/n^4; Theorem 7's integral has 1e-10",
      },
      cases: { count: 40, why: "60000 logarithms and a product rule" },
    },
    {
      kind: "simulation",
      name: `log E of the squared gradient's growth over ${DEPTH} residual blocks`,
      at: settings,
      atFull: moreSettings,
      experiment({ B, l_0, phi }) {
        const own = activation(phi);
        const size = l_0 * batchNorm({ activation: own, batch: B }).fixedPoint.mu.value;
        const input = Array.from({ length: B }, (_, i) => Array.from({ length: B }, (_, j) => (i === j ? size : 0)));
        return residualExplosion({ activation: own, batch: B, depth: DEPTH, residual: true, input });
      },
      predict({ B, l_0, phi }) {
        const rate = batchNorm({ activation: phi, batch: B }).rate.value;
        return exact(logGrowth(rate, l_0, DEPTH), "recursion");
      },
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.03,
      budget: { quick: 800, full: 800 },
    },
  ],
});
