/**
 * Activations from one group indicator h of the exponential family nu(h given a) = exp(h a)/Z, Z = sum_h exp(h a), h in {0,1} or {-1,1}:
 *
 *   {0,1}: E h = 1/(1 + exp(-a)), nu(1)/nu(0) = exp(a);   {-1,1}: E h = tanh a, nu(1)/nu(-1) = exp(2a).
 *
 * The ratio exceeds 1 where a > 0: the most likely value is then 1, else the smaller one. Two units are independent. With Definition 4's printed joint
 * law, exp(h a) with respect to nu, the posterior of h = 1 is 1/(1 + exp(-2a)).
 */
import { minus, negative, over, plus, type Term, term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";

const a = symbol("a");
const exp = (exponent: Term): Expression => call("Exp", term(exponent));
const logistic = (x: Term) => over(1, plus(1, exp(negative(x))));

/** exp(h a). */
const weight = (h: number): Expression => exp(h === 0 ? 0 : h === 1 ? a : negative(a));

type Values = readonly [number, number];
const nameOf = (h: number) => symbol(h < 0 ? "nu_minus" : `nu_${h}`);

/** The two probabilities; returns their steps. */
function law(builder: DerivationBuilder, values: Values): readonly number[] {
  const partition = plus(...values.map(weight));
  const Z = builder.define(symbol("Z"), partition, "the sum of exp(h a) over the two values of h");
  return values
    .map((h) => builder.define(nameOf(h), over(weight(h), "Z"), `nu(${h} given a)`, [Z]))
    .flatMap((step, k) => (k === 0 ? [step, Z] : [step]));
}

const mean = (values: Values) => plus(...values.map((h) => times(h, nameOf(h))));

const estimateProof = (id: string, title: string, values: Values, full: boolean, usual: Expression) => {
  const claim = equation(symbol("phi"), usual);
  return proofBy(
    { id: `grouping/${id}`, title, source: "Definition 5 and the paragraph before it", claim },
    (builder) => {
      const from = law(builder, values);
      const value = full ? times(mean(values), a) : mean(values);
      const rule = full ? "the mean of h times the preactivation" : "the mean of h";
      const phi = builder.define(symbol("phi"), value, rule, from);
      builder.deduce(claim, "exact arithmetic", [phi, ...from]);
    },
  );
};

const hyperbolic = over(minus(exp(a), exp(negative(a))), plus(exp(a), exp(negative(a))));

export const sigmoidMean = estimateProof(
  "sigmoid",
  "The mean of an indicator with values 0 and 1 is the sigmoid",
  [0, 1],
  false,
  logistic(a),
);

export const swishMean = estimateProof(
  "swish",
  "The mean of an indicator with values 0 and 1 times its preactivation is Swish",
  [0, 1],
  true,
  times(a, logistic(a)),
);

export const tanhMean = estimateProof(
  "tanh",
  "The mean of an indicator with values -1 and 1 is tanh(a), not tanh(a/2)",
  [-1, 1],
  false,
  hyperbolic,
);

export const tanhMeanTimes = estimateProof(
  "x-tanh-x",
  "The mean of an indicator with values -1 and 1 times its preactivation is a tanh(a)",
  [-1, 1],
  true,
  times(a, hyperbolic),
);

const oddsProof = (id: string, values: Values, odds: Expression) => {
  const claim = equation(symbol("odds"), odds);
  const title = `The values ${values.join(" and ")} of an indicator have odds that exceed 1 where a does 0`;
  return proofBy({ id: `grouping/${id}`, title, source: "Definition 5", claim }, (builder) => {
    const from = law(builder, values);
    const ratio = over(nameOf(values[1]), nameOf(values[0]));
    const defined = builder.define(symbol("odds"), ratio, "the larger value against the smaller one", from);
    builder.deduce(claim, "exact arithmetic", [defined, ...from]);
  });
};

export const binaryOdds = oddsProof("odds-zero-one", [0, 1], exp(a));
export const signedOdds = oddsProof("odds-minus-one-one", [-1, 1], exp(times(2, a)));

const both = equation(symbol("nu_11"), times(logistic("a"), logistic("b")));

export const unitsAreIndependent = proofBy(
  {
    id: "grouping/units-independent",
    title: "Two units are independent given their preactivations",
    source: "Definition 4",
    claim: both,
  },
  (builder) => {
    const partition = plus(1, exp("a"), exp("b"), exp(plus("a", "b")));
    const Z = builder.define(symbol("Z"), partition, "the sum of exp(h.a) over {0,1}^2");
    const value = over(exp(plus("a", "b")), "Z");
    const corner = builder.define(symbol("nu_11"), value, "nu((1, 1) given a, b)", [Z]);
    builder.deduce(both, "exact arithmetic", [corner, Z]);
  },
);

const posterior = equation(symbol("P_1"), logistic(times(2, a)));

export const doubleCounting = proofBy(
  {
    id: "grouping/printed-posterior",
    title: "With respect to nu, the density exp(h a)/Z gives h = 1 the probability sigmoid(2a)",
    source: "Definition 4: q((t, h)) is a density with respect to d nu(h given t) d mu(t)",
    claim: posterior,
  },
  (builder) => {
    const from = law(builder, [0, 1]);
    const mass = builder.define(symbol("M"), plus("nu_0", times(exp(a), "nu_1")), "sum_h exp(h a) nu(h given a)", from);
    const value = builder.define(symbol("P_1"), over(times(exp(a), "nu_1"), "M"), "the share of h = 1", [mass]);
    builder.deduce(posterior, "exact arithmetic", [value, mass, ...from]);
  },
);

const counted = equation(symbol("P_1"), logistic(a));

export const posteriorErratum = erratumBy(
  {
    id: "grouping/erratum-definition-4-posterior",
    title: "Counting measure for h is meant: with respect to nu its law given t would not be nu",
    source: "Definition 4",
    printed: equation(logistic(times(2, a)), logistic(a)),
    counterexample: { a: rational(1) },
    corrected: counted,
  },
  (builder) => {
    const mass = builder.define(
      symbol("M"),
      plus(1, exp(a)),
      "sum_h exp(h a), the density with respect to counting measure",
    );
    const value = builder.define(symbol("P_1"), over(exp(a), "M"), "the share of h = 1", [mass]);
    builder.deduce(counted, "exact arithmetic", [value, mass]);
  },
);

export const activations = Object.freeze([
  sigmoidMean,
  swishMean,
  tanhMean,
  tanhMeanTimes,
  binaryOdds,
  signedOdds,
  unitsAreIndependent,
  doubleCounting,
]);
