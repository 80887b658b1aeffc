/**
 * The explosion rate with every cancellation carried out. With D = J_phi(1) - J_phi(-1/(B-1)), R = J_phi'(-1/(B-1))/D and
 * S = J_phi'(1)/D,
 *
 *   lambda_G = (B-3+2 alpha)(S + R/(B-1))/(B-3) - alpha^2/(B-3).
 *
 * Theorem 8 is derived first and the ratios are put into it, so that the two forms are shown to be one.
 */
import { minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, n, ratioSteps } from "./homogeneous.js";
import { theorem8 } from "./theorem8.js";

const rate = minus(
  over(times(plus(minus("B", 3), times(2, "alpha")), plus("S", over("R", n))), minus("B", 3)),
  over(power("alpha", 2), minus("B", 3)),
);

const claim = equation(symbolOf("rate"), rate);

export const rateCancelled: Proof = Object.freeze({
  id: "batchnorm/rate-cancelled",
  title: "Theorem 8 in the ratios R and S",
  source: "Theorem 8; the form is ours",
  claim,
  prove() {
    const builder = new DerivationBuilder(homogeneousSetting);
    const formula = derivationSteps(builder, "rate", generalForm);
    const printed = builder.deduce(theorem8.claim, "Theorem 8", [formula]);
    const ratios = ratioSteps(builder, "R", "S");
    builder.deduce(claim, "the ratios in Theorem 8", [printed, ...ratios]);
    return builder.finish();
  },
});
