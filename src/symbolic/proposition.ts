import type { Expression } from "./expression.js";

/** How two terms may be related. */
export const relations = ["Equal", "NotEqual", "Less", "LessEqual", "Greater", "GreaterEqual"] as const;

export type Relation = (typeof relations)[number];

export const numberSets = ["Integers", "Rationals", "Reals"] as const;

export type NumberSet = (typeof numberSets)[number];

export interface Comparison {
  readonly relation: Relation;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Membership {
  readonly relation: "Element";
  readonly left: Expression;
  readonly set: NumberSet;
}

/** A statement, true or false; frozen plain data. No term is a statement and no statement is a term. */
export type Proposition = Comparison | Membership;

export function compare(relation: Relation, left: Expression, right: Expression): Comparison {
  return Object.freeze({ relation, left, right });
}

/** left = right, as it stands: nothing is simplified. */
export const equation = (left: Expression, right: Expression): Comparison => compare("Equal", left, right);

export function element(left: Expression, set: NumberSet): Membership {
  return Object.freeze({ relation: "Element", left, set });
}

/** The statement with both its terms changed. */
export function mapTerms(proposition: Proposition, change: (term: Expression) => Expression): Proposition {
  return proposition.relation === "Element"
    ? element(change(proposition.left), proposition.set)
    : compare(proposition.relation, change(proposition.left), change(proposition.right));
}
