import { evaluate } from "../../../symbolic/evaluate.js";
import type { Expression } from "../../../symbolic/expression.js";
import type { Comparison, Proposition } from "../../../symbolic/proposition.js";

/** Parameters of any theorem; what is no number is not a symbol of the formula. */
type AnyValues = Readonly<Record<string, unknown>>;

/** What `formula` returns: a way of every theorem whose parameters have the names of the expression's symbols. */
export interface FormulaWay {
  readonly name: string;
  evaluate(values: AnyValues): number;
}

function numbersIn(values: AnyValues): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) if (typeof value === "number") numbers[name] = value;
  return numbers;
}

/**
 * The expression itself, in doubles, its symbols read from the parameters: what is checked is then the claim and no
 * retyped copy of it. `more` gives the symbols that are no parameters.
 */
export function formula(
  name: string,
  expression: Expression,
  more: Readonly<Record<string, Expression>> = {},
): FormulaWay {
  return {
    name,
    evaluate(values) {
      const numbers = numbersIn(values);
      for (const [symbol, value] of Object.entries(more)) numbers[symbol] = evaluate(value, numbers);
      return evaluate(expression, numbers);
    },
  };
}

/** Both terms of an equation or inequality. Throws a RangeError for a membership. */
export function sides(proposition: Proposition): Comparison {
  if (proposition.relation === "Element") throw new RangeError("a membership has one side");
  return proposition;
}

/** The right side of a claim as a way. */
export const rightSide = (claim: Proposition, more: Readonly<Record<string, Expression>> = {}): FormulaWay =>
  formula("the claim's right side, evaluated as it stands", sides(claim).right, more);
