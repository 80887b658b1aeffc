/**
 * Theorem 9. With a_k the coefficients of phi in the orthonormal Gegenbauer basis of one sample of a batch and c_k = 1 - P_k(-1/(B-1)),
 *
 *   lambda_G = sum_k k (B-3+k)/(B-3) c_k a_k^2 / sum_k c_k a_k^2.
 *
 * The rate is E[(B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2)] / (mu (B-3)) for every phi: its numerator is a Dirichlet form on the sphere,
 * and diagonal in the basis, with k (B-3+k) c_k on degree k. The steps of that are proved for each degree up to 6 and every B, the
 * theorem itself for the polynomials below; c_k by both hypergeometric series that the paper and DLMF give, each with its own sign.
 */
import { minus, over, plus } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { dirichletIdentity } from "../../src/symbolic/kernels/dirichletForm.js";
import { gegenbauerGap, gegenbauerGapHypergeometric } from "../../src/symbolic/kernels/gegenbauerGap.js";
import { theoremNine } from "../../src/symbolic/kernels/theoremNine.js";
import { type Comparison, compare, element, equation, type Proposition } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { rho } from "./homogeneous.js";

const [batch, k] = [symbol("B"), symbol("k")];
const lambda = over(minus("B", 3), 2);
const degrees = [1, 2, 3, 4, 5, 6];

/** The means over the sphere are of whole B. */
const wholeBatch: Setting = { ...setting, assumptions: [...setting.assumptions, element(batch, "Integers")] };

const wholeDegree: Setting = {
  assumptions: [...wholeBatch.assumptions, element(k, "Integers"), compare("GreaterEqual", k, integer(0))],
  domains: { ...setting.domains, k: { min: 0, max: 30, integer: true } },
};

interface Statement {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly claim: Proposition;
  readonly setting: Setting;
  readonly rule: string;
}

/** A theorem of one step. */
function direct({ id, title, source, claim, setting: given, rule }: Statement): Proof {
  return Object.freeze({
    id: `batchnorm/${id}`,
    title,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(given);
      builder.settle(claim, rule, []);
      return builder.finish();
    },
  });
}

const zonal = (degree: Expression, x: Expression): Expression =>
  over(call("Gegenbauer", degree, lambda, x), call("Gegenbauer", degree, lambda, integer(1)));

const bothSeries = direct({
  id: "theorem-9-gap",
  title: "The two hypergeometric series of c_k, for any degree",
  source: "Theorem 9; DLMF 15.8.7",
  claim: equation(gegenbauerGapHypergeometric(k, batch, true), gegenbauerGapHypergeometric(k, batch)),
  setting: wholeDegree,
  rule: "reflection of the terminating series, z to 1-z",
});

const atOne = direct({
  id: "theorem-9-at-one",
  title: "C_k at 1 is the binomial coefficient of the basis",
  source: "Theorem 9; DLMF 18.6.1",
  claim: equation(call("Gegenbauer", k, lambda, integer(1)), call("Binomial", plus("B", minus(k, 4)), k)),
  setting: wholeDegree,
  rule: "DLMF 18.6.1",
});

/** c_k by the recurrence is c_k by the polynomial and by the series, degree by degree. */
function gapProof(degree: number): Proof {
  const gap = gegenbauerGap(degree, batch);
  const claim = equation(gegenbauerGapHypergeometric(integer(degree), batch, true), gap);
  return Object.freeze({
    id: `batchnorm/theorem-9-gap-${degree}`,
    title: `c_${degree} as a rational function of B`,
    source: "Theorem 9",
    claim,
    prove() {
      const builder = new DerivationBuilder(setting);
      builder.deduce(equation(minus(1, zonal(integer(degree), rho)), gap), "the polynomial at -1/(B-1)", []);
      builder.deduce(equation(gegenbauerGapHypergeometric(integer(degree), batch), gap), "DLMF 15.9.3", []);
      builder.deduce(claim, "the series that the paper prints", []);
      return builder.finish();
    },
  });
}

const dirichlet = (degree: number): Proof =>
  direct({
    id: `theorem-9-dirichlet-${degree}`,
    title: `The Dirichlet form of the zonal polynomial of degree ${degree}`,
    source: "Theorem 9; ours",
    claim: dirichletIdentity(degree, degree, batch),
    setting: wholeBatch,
    rule: "Isserlis' theorem over the moments of the radius",
  });

/** The theorem for the polynomial with whole coefficients by power of x, with the terms of both sums. */
function rateProof(id: string, text: string, coefficients: readonly number[]): Proof {
  const { left: dirichletRate, right: sums } = theoremNine(
    coefficients.map((value) => integer(value)),
    batch,
  ) as Comparison;
  const claim = equation(symbolOf("rate"), sums);
  return Object.freeze({
    id: `batchnorm/theorem-9-${id}`,
    title: `Theorem 9 for ${text}`,
    source: "Theorem 9",
    claim,
    prove() {
      const builder = new DerivationBuilder(wholeBatch);
      const form = { kind: "polynomial", coefficients: coefficients.map((value) => rational(value)) } as const;
      const formula = derivationSteps(builder, "rate", form);
      builder.deduce(equation(symbolOf("rate"), dirichletRate), "the Dirichlet form over mu (B-3)", [formula]);
      builder.deduce(claim, "both are one rational function of B", [formula]);
      return builder.finish();
    },
  });
}

export const theorem9: readonly Proof[] = Object.freeze([
  atOne,
  bothSeries,
  ...degrees.map(gapProof),
  ...degrees.map(dirichlet),
  rateProof("cubic", "x + x^3", [0, 1, 0, 1]),
  rateProof("quartic", "1 + x - x^2 + x^4", [1, 1, -1, 0, 1]),
]);
