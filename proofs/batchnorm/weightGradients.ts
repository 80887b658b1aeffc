/**
 * Appendix G. With Pi the covariance of the gradients before and Sigma that of the inputs of a layer, the expected square of a weight's
 * gradient is <Pi, Sigma> = sum_ab Pi_ab Sigma_ab. For Sigma with q on and q c off the diagonal, and s = sum_ab Pi_ab,
 *
 *   <Pi, Sigma> = q tr Pi + q c (s - tr Pi),
 *
 * and s = 0 because the gradient through batch norm has mean zero over the batch, G Pi G = Pi: mu tr Pi is left, mu = q (1-c), for every such
 * Pi and not only for multiples of G. tr Pi grows by lambda_G a layer, and so do the weight gradients.
 */
import { minus, over, plus, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";

const [weight, trace, total, mu] = [symbol("w"), symbol("tr_Pi"), symbol("s"), symbolOf("mu")];
const [q, c] = [symbolOf("q"), symbolOf("c")];

/** The steps up to <Pi, Sigma> = mu tr Pi; that one is returned. */
function squareSteps(builder: DerivationBuilder): number {
  const spread = builder.define(mu, times(q, minus(1, c)), "definition");
  const inner = plus(times(q, trace), times(q, c, minus(total, trace)));
  const product = builder.define(
    weight,
    inner,
    "definition: <Pi, Sigma>, Sigma of q and q c, s the sum of all entries of Pi",
  );
  const centred = builder.define(total, integer(0), "1^T Pi 1 = 1^T G Pi G 1 = 0");
  return builder.deduce(square, "exact arithmetic", [product, centred, spread]);
}

const square = equation(weight, times(mu, trace));
const growth = equation(over(symbol("w'"), weight), symbolOf("rate"));

export const weightGradients: readonly Proof[] = Object.freeze([
  Object.freeze({
    id: "batchnorm/weight-gradients",
    title: "The expected square of a weight's gradient",
    source: "Appendix G",
    claim: square,
    prove() {
      const builder = new DerivationBuilder(setting);
      squareSteps(builder);
      return builder.finish();
    },
  }),
  Object.freeze({
    id: "batchnorm/weight-gradient-rate",
    title: "Weight gradients explode at the rate of the gradients",
    source: "Appendix G; the conclusion is ours",
    claim: growth,
    prove() {
      const builder = new DerivationBuilder(setting);
      const here = squareSteps(builder);
      const next = builder.define(
        symbol("tr_Pi'"),
        times(symbolOf("rate"), trace),
        "a layer nearer to the input, Pi -> E[J^T Pi J] on span(G)",
      );
      const there = builder.define(
        symbol("w'"),
        times(mu, symbol("tr_Pi'")),
        "the same for that layer: Sigma is at the fixed point",
        [here],
      );
      builder.deduce(growth, "exact arithmetic", [there, here, next]);
      return builder.finish();
    },
  }),
]);
