/**
 * C.12. The largest backward eigenvalue is lambda_G: Pi -> E[J^T Pi J] maps positive semidefinite matrices to such, so its spectral radius
 * belongs to a semidefinite eigenmatrix, and the average of that over all permutations is a multiple of G. Nothing orders the
 * other two: phi(x) = 0.7 x_+^1.3 - 0.4 x_-^1.3 has lambda_L < lambda_M at B = 6.
 */
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { compare, equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { derivationSteps } from "../../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../../src/theory/batchnorm/derivation/structure.js";
import type { Erratum } from "../../proof.js";
import { generalForm, homogeneousSetting } from "../homogeneous.js";
import { backwardG, backwardL, backwardM } from "./eigenvalueTerms.js";

const corrected = compare("GreaterEqual", symbolOf("backward-G"), symbolOf("backward-L"));

export const c12: Erratum = Object.freeze({
  id: "batchnorm/erratum-c12",
  title: "The backward eigenvalues on L and M are in no fixed order",
  source: "Proposition C.12: lambda_G >= lambda_L >= lambda_M; its first half holds",
  printed: compare("GreaterEqual", backwardL, backwardM),
  counterexample: Object.freeze({
    B: rational(6),
    alpha: rational(13, 10),
    p: rational(7, 10),
    m: rational(2, 5),
  }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(homogeneousSetting);
    const values = [
      ["backward-G", backwardG],
      ["backward-L", backwardL],
    ] as const;
    const both = values.map(([quantity, value]) => {
      const formula = derivationSteps(builder, quantity, generalForm);
      return builder.deduce(equation(symbolOf(quantity), value), "Theorem C.11", [formula]);
    });
    builder.verify(corrected, "lambda_G is the Perron root", both);
    return builder.finish();
  },
});
