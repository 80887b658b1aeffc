import { activation } from "../../../symbolic/activation/create.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { forwardOnL } from "../ways/forwardFactors.js";

const claim = compare("Greater", symbol("kappa_L"), integer(1));
const found = {
  silu: 26,
  gelu: 39,
  "x*sigmoid(1.702*x)": 41,
  softplus: 43,
  mish: 2178,
  exp: 7,
  "x^2": 8,
  "x^3": 6,
  "x + x^3": 6,
  cos: 13,
  "relu(x)^2": 7,
} as const;
const names = Object.keys(found) as (keyof typeof found)[];

/** The first batch of 4 .. 8192 with the eigenvalue above 1, which it stays. */
function first(eigenvalue: (batch: number) => number): number {
  let [low, high] = [3, 8192];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (eigenvalue(middle) > 1) high = middle;
    else low = middle;
  }
  return high;
}

export const firstUnstableBatch = theorem({
  id: "batchnorm/first-unstable-batch",
  kind: "remark",
  title: "Networks of several common activations leave the symmetric fixed point from a batch size on",
  notation: { kappa_L: "the forward eigenvalue on L, above 1 from a first batch on" },
  parameters: { phi: { set: "choice", of: names, doc: "activation" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "against: most activations lead to BSB1; the sizes are ours" }],
  uses: [],
  proof: { kind: "open", reason: "Found by computation." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "bisection with the eigenvalue by series, closed form or another rule",
        evaluate: ({ phi }) => first((batch) => batchNorm({ activation: phi, batch }).forward.L!.value),
      },
      right: {
        name: "bisection with the Rayleigh quotient by a product rule over two samples",
        evaluate: ({ phi }) => first((batch) => forwardOnL(activation(phi), batch)),
      },
      tolerance: { unit: "abs", limit: 0, why: "a count" },
      cases: { count: 22, why: "eleven activations, and a bisection takes 100 ms" },
    },
    ...names.map((phi) => ({
      kind: "reference" as const,
      at: { phi },
      // a decimal more: the last one is trusted to one unit
      value: `${found[phi]}.0`,
      origin: "computed elsewhere",
      way: {
        name: "bisection with the eigenvalue by series, closed form or another rule",
        evaluate: ({ phi: text }: { readonly phi: string }) =>
          first((batch) => batchNorm({ activation: text, batch }).forward.L!.value),
      },
      tolerance: { unit: "abs" as const, limit: 0, why: "a count" },
    })),
  ],
});
