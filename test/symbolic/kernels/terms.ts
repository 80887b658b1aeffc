import { call, type Expression, integer } from "../../../src/symbolic/expression.js";
import { fractionOf } from "./value.js";

/** "7/10" as an exact term. */
export function exactTerm(text: string): Expression {
  const { numerator, denominator } = fractionOf(text);
  return denominator === 1n ? integer(numerator) : call("Divide", integer(numerator), integer(denominator));
}

export const decimal = (text: string): number =>
  Number(fractionOf(text).numerator) / Number(fractionOf(text).denominator);

export const isFrozenTerm = (term: Expression): boolean =>
  Object.isFrozen(term) && (!("args" in term) || (Object.isFrozen(term.args) && term.args.every(isFrozenTerm)));
