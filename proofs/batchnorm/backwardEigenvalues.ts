/**
 * The other eigenvalues of Pi -> E[J^T Pi J], in i = 1/(B-1), D = J_phi(1) - J_phi(-i), R = J_phi'(-i)/D and S = J_phi'(1)/D:
 *
 *   lambda_M = R (1+i) (1 + 2(alpha-1) i + (2 alpha^2 - 4 alpha) i^2) / ((1 + 2 alpha i)(1 - 2i)),
 *   lambda_L = [ S (1 + 2 alpha i)(1-i)(1 + (2 alpha - 2) i)
 *                + 2 i R (1 + (3 alpha - 2) i + (3 alpha^2 - 5 alpha) i^2 - alpha^2 i^3)
 *                - 2 alpha^2 i (1 + alpha i)(1-i) ] / ((1 + 2 alpha i)(1 - 2i)).
 *
 * Nothing is left in them that overflows or cancels at large B. Derived from the operator's entries, so without the three operators
 * into which the paper splits it (C.5, C.8, C.10).
 */
import { minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, n, ratioSteps } from "./homogeneous.js";

const i = symbol("i");
const alpha = symbol("alpha");
const square = (a: Expression) => power(a, 2);
const below = times(plus(1, times(2, alpha, i)), minus(1, times(2, i)));

const onM = over(
  times(
    "R",
    plus(1, i),
    plus(1, times(2, minus(alpha, 1), i), times(minus(times(2, square(alpha)), times(4, alpha)), square(i))),
  ),
  below,
);

const self = times("S", plus(1, times(2, alpha, i)), minus(1, i), plus(1, times(minus(times(2, alpha), 2), i)));
const inner = minus(
  plus(1, times(minus(times(3, alpha), 2), i), times(minus(times(3, square(alpha)), times(5, alpha)), square(i))),
  times(square(alpha), power(i, 3)),
);
const centre = times(2, square(alpha), i, plus(1, times(alpha, i)), minus(1, i));
const onL = over(minus(plus(self, times(2, i, "R", inner)), centre), below);

function eigenvalue(space: "L" | "M", value: Expression, ratios: readonly ("R" | "S")[]): Proof {
  const quantity = `backward-${space}` as const;
  const claim = equation(symbolOf(quantity), value);
  return Object.freeze({
    id: `batchnorm/backward-${space.toLowerCase()}`,
    title: `The backward eigenvalue on ${space} of a positively homogeneous activation`,
    source: "Theorem C.11; the form is ours",
    claim,
    prove() {
      const builder = new DerivationBuilder(homogeneousSetting);
      const formula = derivationSteps(builder, quantity, generalForm);
      const inverse = builder.define(i, over(1, n), "definition");
      const defined = ratioSteps(builder, ...ratios);
      builder.deduce(claim, "the ratios in the closed form", [formula, inverse, ...defined]);
      return builder.finish();
    },
  });
}

export const backwardEigenvalues: readonly Proof[] = Object.freeze([
  eigenvalue("L", onL, ["R", "S"]),
  eigenvalue("M", onM, ["R"]),
]);
