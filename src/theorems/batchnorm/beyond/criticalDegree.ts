/** alpha_c(B): where fwd_L of x_+^alpha is 1. */
import { findRoot } from "../../../numeric/root.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { transition } from "../../../theory/batchnorm/transition.js";
import { theorem } from "../../theorem.js";
import { homogeneousForward } from "../ways/forwardFactors.js";

const claim = equation(symbol("kappa_L"), integer(1));
const table: readonly (readonly [number, string])[] = [
  [5, "3.9044"],
  [6, "2.3381"],
  [7, "1.8493"],
  [8, "1.6193"],
  [10, "1.4007259705819587266"],
  [16, "1.19441"],
  [32, "1.08193"],
  [64, "1.03799"],
  [128, "1.01833"],
];

export const criticalDegree = theorem({
  id: "batchnorm/critical-degree",
  kind: "theorem",
  title: "The alpha-ReLU breaks the symmetry of its batch from a critical degree on",
  notation: { kappa_L: "the forward eigenvalue on L of x_+^alpha at alpha = alpha_c(B)" },
  parameters: {
    B: { set: "integer", min: 5, max: 1_000_000, doc: "batch size; for B = 4 there is no critical degree" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 3.1.2, Fig. 1c" }],
  uses: ["batchnorm/forward-cancelled-l"],
  proof: { kind: "open", reason: "A root of a closed form; that it is the only one is seen, not shown." },
  checks: [
    {
      kind: "routes",
      left: { name: "the root of the closed form", evaluate: ({ B }) => transition(B).alpha! },
      right: {
        name: "the root of the Rayleigh quotient by moments of two samples",
        evaluate({ B }) {
          const excess = (alpha: number) => homogeneousForward({ B, alpha, p: 1, m: 0 }, "L") - 1;
          return findRoot(excess, 1, B === 5 ? 5 : 3).root;
        },
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "eigenvalues to 1e-13 with a slope of about 1" },
    },
    ...table.map(([B, value]) => ({
      kind: "reference" as const,
      at: { B },
      value,
      origin: "roots of fwd_L(alpha) = 1 (mpmath, and decimals computed elsewhere)",
      way: {
        name: "the root of the closed form",
        evaluate: ({ B: batch }: { readonly B: number }) => transition(batch).alpha!,
      },
      tolerance: { unit: "abs" as const, limit: 1e-13, why: "a root to 1e-13" },
    })),
  ],
});
