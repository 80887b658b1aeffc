import { assertShapes, oneOf, settingsOf } from "../../../numeric/shape.js";
import { negative, over, plus, times } from "../../../symbolic/build.js";
import { compile } from "../../../symbolic/compile.js";
import { call, type Expression, integer, symbol } from "../../../symbolic/expression.js";
import { text } from "../../../symbolic/format/text.js";
import { assertIndicatorValues, type IndicatorValues } from "./indicatorValues.js";

/** How an activation follows from the law of one group indicator h given its preactivation a. */
export interface ActivationRule {
  /** D. */
  readonly values: IndicatorValues;
  /** The estimate of h: its most likely value, or its mean. */
  readonly estimate: "maximum" | "expectation";
  /** What the next extension is built on: "full" the estimate times the preactivation, "partial" the estimate alone. */
  readonly extension: "full" | "partial";
}

export type ActivationName = "relu" | "swish" | "heaviside" | "sigmoid" | "abs" | "x_tanh_x" | "sign" | "tanh";

export interface DerivedActivation {
  readonly name: ActivationName;
  readonly rule: ActivationRule;
  /** Z(a) = sum over h in D of exp(h a). */
  readonly partition: Expression;
  /** The estimate as the rule writes it, before any simplification. */
  readonly estimate: Expression;
  /** The activation as the rule writes it, in the symbol a. */
  readonly derived: Expression;
  /** The same function in its usual form. */
  readonly formula: Expression;
  /** `derived` and `formula` as text. */
  readonly text: { readonly derived: string; readonly formula: string };
  /** The value at a, by `formula`. */
  evaluate(a: number): number;
}

const a = symbol("a");
const zero = integer(0);
const chosen = (high: number, low: number) =>
  call("Conditional", call("Greater", a, zero), integer(high), integer(low));
const tanh = call("Tanh", a);
const sigmoid = call("Sigmoid", a);

type Usual = readonly [ActivationName, Expression];

/** By D's smaller value, the estimate and the extension. */
const usual: Readonly<Record<string, Usual>> = {
  "0 maximum full": ["relu", call("Max", a, zero)],
  "0 expectation full": ["swish", times(a, sigmoid)],
  "0 maximum partial": ["heaviside", chosen(1, 0)],
  "0 expectation partial": ["sigmoid", sigmoid],
  "-1 maximum full": ["abs", call("Abs", a)],
  "-1 expectation full": ["x_tanh_x", times(a, tanh)],
  "-1 maximum partial": ["sign", chosen(1, -1)],
  "-1 expectation partial": ["tanh", tanh],
};

/** sum over h in D of weight(h) exp(h a). */
const weighted = (values: IndicatorValues, weight: (h: number) => Expression): Expression =>
  plus(...values.map((h) => times(weight(h), call("Exp", exponent(h)))));

const exponent = (h: number): Expression => (h === 0 ? zero : h === 1 ? a : negative(a));

/** The most likely value: the larger one where its exponent is larger, else the smaller; at a tie, a = 0, the smaller. */
const maximum = ([low, high]: IndicatorValues): Expression =>
  call("Conditional", call("Greater", exponent(high), exponent(low)), integer(high), integer(low));

/**
 * The activation that a rule gives for one unit, built from the exponential family nu(h given a) = exp(h a)/Z(a), h in D:
 *
 *   estimate = sum_h h exp(h a) / Z(a)  or  argmax_h exp(h a);   activation = estimate a  (full)  or  estimate  (partial).
 *
 * {0,1}: ReLU (maximum, full), Swish (expectation, full), Heaviside, sigmoid (partial); {-1,1}: |a|, a tanh a (full), sign, tanh (partial). With
 * exp(h a) the mean over {-1,1} is tanh(a), not tanh(a/2): the two values are 2 apart. Units are independent given t, so one unit says all.
 * That `derived` and `formula` are the same function is proved in proofs/grouping/activations.ts.
 *
 * At a = 0 the maximum is a tie; the smaller value is taken: heaviside(0) = 0, sign(0) = -1. A full activation is 0 there whatever is taken.
 * Source: Definition 5 of the S-System paper and the paragraph before it. @throws TheoryError "domain" for what is no rule.
 */
export function deriveActivation(rule: ActivationRule): DerivedActivation {
  const shape = settingsOf({ estimate: oneOf("maximum", "expectation"), extension: oneOf("full", "partial") });
  assertShapes({ rule: shape }, { rule });
  const { values, estimate: how, extension } = rule;
  assertIndicatorValues("values", values);
  const [name, formula] = usual[`${values[0]} ${how} ${extension}`]!;
  const partition = weighted(values, () => integer(1));
  const estimate =
    how === "maximum"
      ? maximum(values)
      : over(
          weighted(values, (h) => integer(h)),
          partition,
        );
  const derived = extension === "full" ? times(estimate, a) : estimate;
  const value = compile(formula, "a");
  return Object.freeze({
    name,
    rule: Object.freeze({ values, estimate: how, extension }),
    partition,
    estimate,
    derived,
    formula,
    text: Object.freeze({ derived: text(derived), formula: text(formula) }),
    evaluate: (at: number) => value(at),
  });
}

/** The eight rules, {0, 1} first. */
export const activationRules: readonly ActivationRule[] = Object.freeze(
  (
    [
      [0, 1],
      [-1, 1],
    ] as const
  ).flatMap((values) =>
    (["full", "partial"] as const).flatMap((extension) =>
      (["maximum", "expectation"] as const).map((estimate) => Object.freeze({ values, estimate, extension })),
    ),
  ),
);
