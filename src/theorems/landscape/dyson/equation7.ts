import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, combination, inverse, listed, product, realRows, shifted } from "../ways/complexRows.js";
import { energy, eta, randomSymmetric, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

/** Of this and of what rests on it. */
export const parameters = { N: size(1, 6, "Size N of the matrix."), E: energy, eta, seed } as const;
export const resolvent = (H: ComplexRows, E: number, y: number) => inverse(shifted(H, [-E, -y]));
/** I + z G. */
export const right = (G: ComplexRows, E: number, y: number): ComplexRows => {
  const turned = { re: G.im.map((row) => row.map((entry) => -entry)), im: G.re };
  return shifted(combination(E, G, y, turned), [1, 0]);
};

export const equation7 = theorem({
  id: "landscape/equation-7",
  kind: "formula",
  title: "The resolvent satisfies H G = I + z G.",
  notation: { HG: "entries of H G", w: "entries of I + z G" },
  parameters,
  assumptions: [],
  claim: equation(symbol("HG"), symbol("w")),
  source: paper("eq. (7)"),
  uses: ["landscape/definition-f-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "H G",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const H = realRows(randomSymmetric(from, 0, N));
          return listed(product(H, resolvent(H, E, y)));
        },
      },
      right: {
        name: "I + z G",
        evaluate: ({ N, E, eta: y, seed: from }) =>
          listed(right(resolvent(realRows(randomSymmetric(from, 0, N)), E, y), E, y)),
      },
      tolerance: rounding,
    },
  ],
});
