import { domainError } from "../../../numeric/domain.js";
import { multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { backwardColumn } from "../ways/kronecker.js";
import { firstSlope, hiddenLayers, readingOf, response } from "./responses.js";
import { type NetworkSizes, notation, rounding, sizes } from "./settings.js";

/** dg(h_q) prod_{k=q+1}^{L-2} (W_k dg(h'_k)) W_{L-1} dg(h_{L-1}) alpha l' with the values h in the last diagonal. */
function printed13a(values: NetworkSizes): number[] {
  const reading = readingOf(values);
  const last = reading.L - 1;
  if (last < 2) throw domainError("hidden", last, "2 or more", "For q = L - 1 the printed product is not defined.");
  const rest = Array.from({ length: last - 2 }, (_, k) => [reading.W[k + 2]!, reading.dg(k + 2)]).flat();
  const factors = [...rest, reading.W[last]!, reading.dg(last, "values"), reading.W[reading.L]!];
  const column = factors.reduce((product, next) => multiply(product, next), reading.dg(1));
  return column.map(([entry]) => firstSlope(values) * entry!);
}

export const equation13a = theorem({
  id: "landscape/equation-13a",
  kind: "formula",
  title: "The first factor of a block is l' times the output's derivative by what layer q is given.",
  notation: {
    ...notation,
    alpha_q: "dl/dz_q, z_q what layer q is given",
    l1: "l'(T)",
    B_q: "dg(h'_q) prod_(k = q+1)^(L-1) (W_k dg(h'_k)) alpha, q = 1 .. L-1",
    W_q: "dg(h_q) prod_(k = q+1)^(L-2) (W_k dg(h''_k)) W_(L-1)",
    h: "dg(h_(L-1)), the values",
  },
  parameters: sizes,
  assumptions: [],
  claim: equation(symbol("alpha_q"), times("l1", "B_q")),
  source: paper("eq. (13a)"),
  uses: ["landscape/equation-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "product of gates and weights, all q",
        evaluate: (values) =>
          hiddenLayers(values).flatMap((q) =>
            backwardColumn(readingOf(values), q).map(([entry]) => firstSlope(values) * entry!),
          ),
      },
      right: {
        name: "dual numbers, a unit at a time",
        evaluate: (values) =>
          hiddenLayers(values).flatMap((q) =>
            response(values, q, values.hidden + 1, "z").map(([slope]) => firstSlope(values) * slope!),
          ),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("alpha_q"), times("l1", "W_q", "h", "alpha")),
    says: "The last diagonal is printed with the values h_(L-1); it needs the gates h'_(L-1). For q = L-1 the printed product is not defined: W_(L-1) would come after its own layer.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 2, n: 2, m: 1, seed: 5 },
      left: {
        name: "dual numbers, q = 1",
        evaluate: (values) => response(values, 1, 3, "z").map(([slope]) => firstSlope(values) * slope!),
      },
      right: { name: "as printed, q = 1", evaluate: printed13a },
      tolerance: rounding,
    },
  },
});
