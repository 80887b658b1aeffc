import { plus, times } from "../build.js";
import { type Expression, integer } from "../expression.js";
import type { Proposition } from "../proposition.js";
import { decide } from "./decide.js";
import { apply, conditionsAt, type Substitution } from "./instantiate.js";
import { tidy } from "./linearForm.js";
import type { Rule } from "./rule.js";
import { strongest } from "./strongest.js";

/** The value of an integral, the rules that gave it, and what must hold where exact arithmetic could not tell. */
export interface Found {
  readonly value: Expression;
  readonly rules: readonly Rule[];
  readonly conditions: readonly Proposition[];
}

/** What a matcher gives: null for what it does not know, and for what it knows to diverge. */
export type Outcome = Found | null;

const one = integer(1);

/** The conditions that are not decidably true; null when one is decidably false. */
function openConditions(conditions: readonly Proposition[]): readonly Proposition[] | null {
  const verdicts = conditions.map(decide);
  return verdicts.includes(false) ? null : conditions.filter((_, i) => verdicts[i] === null);
}

/** factor times the right side of the rule at the given parameters; null where a condition is decidably false. */
export function byRule(
  rule: Rule,
  substitution: Substitution,
  factor: Expression = one,
  conditions: readonly Proposition[] = [],
): Outcome {
  const open = openConditions([...conditions, ...conditionsAt(rule, substitution)]);
  if (open === null) return null;
  return { value: tidy(times(factor, apply(rule, substitution).right)), rules: [rule], conditions: strongest(open) };
}

function join(list: readonly Outcome[], combine: (a: Expression, b: Expression) => Expression): Outcome {
  if (list.length === 0 || list.some((outcome) => outcome === null)) return null;
  const found = list as readonly Found[];
  return {
    value: tidy(found.map(({ value }) => value).reduce(combine)),
    rules: [...new Map(found.flatMap(({ rules }) => rules).map((rule) => [rule.name, rule])).values()],
    conditions: strongest(found.flatMap(({ conditions }) => conditions)),
  };
}

/** The sum of all, null when one is null or there is none. */
export const addOutcomes = (list: readonly Outcome[]): Outcome => join(list, (a, b) => plus(a, b));

/** The product of all, null when one is null or there is none. */
export const multiplyOutcomes = (list: readonly Outcome[]): Outcome => join(list, (a, b) => times(a, b));

/** A factor in front, with its own conditions and the rules it comes from. */
export function scaleOutcome(
  outcome: Outcome,
  factor: Expression,
  conditions: readonly Proposition[] = [],
  rules: readonly Rule[] = [],
): Outcome {
  const open = openConditions(conditions);
  return open === null ? null : multiplyOutcomes([{ value: factor, rules, conditions: open }, outcome]);
}
