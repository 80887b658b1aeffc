/**
 * Definitions A.6, A.7 and 2 for random elements of two states; sums over more states have more terms of the same kind. T1 has the law (p, 1 - p); the kernels'
 * rows are (q_0, 1 - q_0), (q_1, 1 - q_1) and so on.
 */
import { minus, over, plus, type Term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";

const both = [0, 1] as const;
type Bit = (typeof both)[number];
const sumOver = (of: (k: Bit) => Expression): Expression => plus(...both.map(of));
/** Of the state k in the law (x, 1 - x). */
const chance = (x: Term, k: Bit): Expression => (k === 0 ? plus(x) : minus(1, x));

const keeps = equation(symbol("law"), symbol("p"));

export const conditioningKeepsLaw = proofBy(
  {
    id: "grouping/conditioning-keeps-law",
    title: "A conditioning extension keeps the law of what was there",
    source: "Definition A.6",
    claim: keeps,
  },
  (builder) => {
    const joint = both.map((y) =>
      builder.define(symbol(`mu_${y}`), times("p", chance("q_0", y)), `mu({0} x {${y}}) = p Q(0, {${y}})`),
    );
    const rule = "the law of T1 on the extension: the sum over the states of T2";
    const law = builder.define(symbol("law"), plus("mu_0", "mu_1"), rule, joint);
    builder.deduce(keeps, "exact arithmetic: rows of a kernel sum to 1", [law, ...joint]);
  },
);

/** law(T2 = y) = v Q_0(y) + (1 - v) Q_1(y). */
const evidence = (y: Bit): Expression => sumOver((t) => times(chance("v", t), chance(`q_${t}`, y)));

/** The law of T2 and P(T3 = 0 | T2), by Bayes' rule. */
function bayes(builder: DerivationBuilder): readonly number[] {
  return both.flatMap((y) => {
    const law = builder.define(symbol(`P_${y}`), evidence(y), "the law of T2 is nu Q: the condition of the definition");
    const rule = "T3 is drawn given T2 by Bayes' rule";
    const draw = over(times("v", chance("q_0", y)), symbol(`P_${y}`));
    return [law, builder.define(symbol(`B_${y}`), draw, rule, [law])];
  });
}

const splitLaw = equation(symbol("nu_0"), symbol("v"));

export const splittingLaw = proofBy(
  {
    id: "grouping/splitting-law",
    title: "In a splitting extension T3 has the law nu",
    source: "Definition A.7",
    claim: splitLaw,
  },
  (builder) => {
    const parts = bayes(builder);
    const total = builder.define(
      symbol("nu_0"),
      sumOver((y) => times(symbol(`P_${y}`), symbol(`B_${y}`))),
      "P(T3 = 0), summed over the states of T2",
      parts,
    );
    builder.deduce(splitLaw, "exact arithmetic", [total, parts[1]!, parts[3]!, parts[0]!, parts[2]!]);
  },
);

const splitKernel = equation(symbol("Q"), symbol("q_0"));

export const splittingKernel = proofBy(
  {
    id: "grouping/splitting-kernel",
    title: "In a splitting extension T2 given T3 has the law Q",
    source: "Definition A.7",
    claim: splitKernel,
  },
  (builder) => {
    const parts = bayes(builder);
    const total = sumOver((y) => times(symbol(`P_${y}`), symbol(`B_${y}`)));
    const ratio = builder.define(symbol("Q"), over(times("P_0", "B_0"), total), "P(T2 = 0 | T3 = 0)", parts);
    builder.deduce(splitKernel, "exact arithmetic", [ratio, parts[1]!, parts[3]!, parts[0]!, parts[2]!]);
  },
);

const joint = equation(symbol("mu"), times("p", "v", "q_0"));

/** At one state of T, H and H~; nu(. | t) = (v, 1 - v), Q((t, h), .) has the first entry q_h. */
export const groupingJoint = proofBy(
  {
    id: "grouping/grouping-joint",
    title: "A conditional grouping extension has the joint law mu(t) nu(h | t) Q((t, h), h~)",
    source: "Definition 2",
    claim: joint,
  },
  (builder) => {
    const mixture = builder.define(
      symbol("Q~"),
      sumOver((h) => times(chance("v", h), symbol(`q_${h}`))),
      "the condition of the splitting at t: Q~(t, h~) = sum over h of nu(h | t) Q((t, h), h~)",
    );
    const rule = "H given t and h~, by Bayes' rule";
    const draw = builder.define(symbol("B"), over(times("v", "q_0"), symbol("Q~")), rule, [mixture]);
    const product = times("p", symbol("Q~"), "B");
    const law = builder.define(symbol("mu"), product, "T, then H~ given T, then H given both", [mixture, draw]);
    builder.deduce(joint, "exact arithmetic", [law, draw, mixture]);
  },
);

/** P(t, h, h~ = 0) = 1/2 nu(h | t) Q((t, h), 0): v_t is nu(0 | t), q_th the kernel. */
const cell = (t: Bit, h: Bit): Expression => over(times(chance(`v_${t}`, h), symbol(`q_${t}${h}`)), 2);
const given = (t: Bit): Expression => sumOver((h) => cell(t, h));
const printedIndependence = equation(
  times(cell(0, 0), plus(given(0), given(1))),
  times(given(0), plus(cell(0, 0), cell(1, 0))),
);
const sharedParent = equation(symbol("P_bth"), times("P_b", "B_t"));

export const groupIndicatorErratum = erratumBy(
  {
    id: "grouping/erratum-indicator-independence",
    title: "Given H~ alone the group indicator depends on the input",
    source: "Appendix G: H_s is conditionally independent of previous output random elements given H~_s",
    printed: printedIndependence,
    counterexample: {
      ...{ v_0: rational(1, 2), v_1: rational(1, 4) },
      ...{ q_00: rational(1, 2), q_01: rational(1, 2), q_10: rational(1, 2), q_11: rational(1, 2) },
    },
    corrected: sharedParent,
  },
  (builder) => {
    const draw = builder.define(
      symbol("B_t"),
      over(cell(0, 0), given(0)),
      "P(h | t, h~): Bayes' rule at t, the same at each point b of what was there with T(b) = t",
    );
    const known = builder.define(symbol("P_b"), times("m", given(0)), "P(b, t, h~), m = P(b | t)");
    const law = builder.define(symbol("P_bth"), times("m", cell(0, 0)), "P(b, t, h, h~)");
    builder.deduce(sharedParent, "given (T, H~) the indicator is drawn without looking at b", [law, known, draw]);
  },
);
