/**
 * What holds for every activation, in the sphere moments s'_a = E phi'(z1)^2 z1^a and m'_ab = E phi'(z1) phi'(z2) z1^a z2^b:
 *
 *   lambda_G = E[(B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2)]/(mu (B-3)),     kappa_G = 0.
 *
 * Each is found twice. From the operator: all its entries, composed with the centring, have G as an eigenmatrix. And from a
 * trace: since G is an eigenmatrix, its eigenvalue is tr(T{G})/tr(G). Backward, with D = diag phi'(y), P = G - y y^T/B and J =
 * sqrt(B)/r D P, that is the mean of the sum over k, l of phi'(y_k) phi'(y_l) G_kl P_kl times B/(B-1) E r^(-2), E r^(-2) =
 * 1/((B-3) mu). Forward, the mean of phi(y_k) phi(y_l) against (B-1)/B sum y_i^2 - tr(G), which vanishes as sum y_i^2 = B: the
 * covariance map does not see the scale of Sigma.
 */
import { minus, negative, over, plus, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { structureSteps, symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { n } from "./homogeneous.js";

const mean = plus(minus(times(n, "s'_0"), "s'_2"), "m'_00", "m'_11");
const rate = symbolOf("rate");
const rateClaim = equation(rate, over(mean, times("mu", minus("B", 3))));

/** E of phi'(y_k) phi'(y_l) P_kl for k = l and for k != l. */
const own = minus(times(over(n, "B"), "s'_0"), over("s'_2", "B"));
const crossed = minus(negative(over("m'_00", "B")), over("m'_11", "B"));

const rateProof: Proof = Object.freeze({
  id: "batchnorm/rate-any-phi",
  title: "The explosion rate of any activation in sphere moments",
  source: "Theorem 7; this form is ours",
  claim: rateClaim,
  prove() {
    const builder = new DerivationBuilder(setting);
    const operator = structureSteps(builder, "rate").at(-1)!;
    const entries = [
      builder.define(symbol("G_11"), over(n, "B"), "definition: G = I - 11^T/B"),
      builder.define(symbol("G_12"), negative(over(1, "B")), "definition: G = I - 11^T/B"),
    ];
    const sum = plus(times("B", "G_11", own), times("B", n, "G_12", crossed));
    const trace = builder.define(
      symbol("tau"),
      sum,
      "definition: E tr(D G D P), B samples and B(B-1) pairs of them, P_kl = G_kl - y_k y_l/B",
      entries,
    );
    const inverse = builder.define(
      symbol("E_r"),
      over(1, times(minus("B", 3), "mu")),
      "definition: E r^(-2) = 1/((B-3) mu)",
    );
    const twice = equation(times(n, rate), times("B", "E_r", "tau"));
    const check = builder.deduce(twice, "tr(T{G}) = lambda_G tr(G)", [operator, trace, inverse, ...entries]);
    builder.deduce(rateClaim, "the operator's entries, and its trace", [operator, check]);
    return builder.finish();
  },
});

const forward = symbolOf("forward-G");
const forwardClaim = equation(forward, integer(0));

const forwardProof: Proof = Object.freeze({
  id: "batchnorm/forward-g",
  title: "The forward eigenvalue on span(G) is zero",
  source: "Theorem 6; Theorem B.68, item 1, for any phi",
  claim: forwardClaim,
  prove() {
    const builder = new DerivationBuilder(setting);
    const [gap, operator] = structureSteps(builder, "forward-G") as [number, number];
    const length = builder.define(symbol("Y"), symbol("B"), "definition of batch norm: the sum of y_i^2 is B");
    const entry = (moment: string): Expression =>
      over(minus(times(over(n, "B"), "Y", moment), times(n, moment)), times(2, "mu"));
    const image = builder.define(
      symbol("T_G"),
      minus(entry("s_0"), entry("m_00")),
      "definition: the image of G has diagonal entries less the others",
      [gap, length],
    );
    const check = builder.deduce(equation(symbol("T_G"), forward), "scale invariance", [image, length, operator]);
    builder.deduce(forwardClaim, "the operator's entries, and the image of G", [operator, check]);
    return builder.finish();
  },
});

export const anyPhi: readonly Proof[] = Object.freeze([rateProof, forwardProof]);
