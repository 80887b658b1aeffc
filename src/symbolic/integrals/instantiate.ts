import type { Expression } from "../expression.js";
import { textOf } from "../format/text.js";
import { type Comparison, compare, element, type Proposition } from "../proposition.js";
import { decide } from "./decide.js";
import { substituteAll } from "./freeSymbols.js";
import { type Rule, rule } from "./rule.js";

export type Substitution = Readonly<Record<string, Expression>>;

function replaceIn<P extends Proposition>(proposition: P, replacements: ReadonlyMap<string, Expression>): P {
  const left = substituteAll(proposition.left, replacements);
  const changed: Proposition =
    proposition.relation === "Element"
      ? element(left, proposition.set)
      : compare(proposition.relation, left, substituteAll(proposition.right, replacements));
  return changed as P;
}

/** The conditions of a rule at the given parameters. */
export const conditionsAt = ({ conditions }: Rule, substitution: Substitution): readonly Proposition[] =>
  conditions.map((condition) => replaceIn(condition, new Map(Object.entries(substitution))));

/**
 * The rule with some or all of its parameters replaced: conditions that are then decidably true are dropped, the others
 * remain. Throws a RangeError for a name that is no parameter and for a condition that is decidably false.
 */
export function instantiate(given: Rule, substitution: Substitution): Rule {
  const stranger = Object.keys(substitution).find((name) => !given.parameters.includes(name));
  if (stranger !== undefined) throw new RangeError(`${given.name} has no parameter ${stranger}`);
  const conditions = conditionsAt(given, substitution);
  const broken = conditions.find((condition) => decide(condition) === false);
  if (broken !== undefined) throw new RangeError(`${given.name} needs ${textOf(broken)}`);
  return rule({
    ...given,
    parameters: given.parameters.filter((name) => !Object.hasOwn(substitution, name)),
    claim: replaceIn<Comparison>(given.claim, new Map(Object.entries(substitution))),
    conditions: conditions.filter((condition) => decide(condition) === null),
  });
}

/** The claim of a rule at the given parameters, as `instantiate`; bound symbols are renamed where they would capture. */
export const apply = (given: Rule, substitution: Substitution): Comparison => instantiate(given, substitution).claim;
