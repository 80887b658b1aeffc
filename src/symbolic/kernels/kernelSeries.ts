import { argumentsOf, call, type Expression, integer } from "../expression.js";
import type { Proposition } from "../proposition.js";

/** base^power, times the series' logarithm when `logarithm` is true. */
export interface SeriesPower {
  readonly power: Expression;
  readonly logarithm: boolean;
}

export interface KernelSeriesTerm extends SeriesPower {
  readonly coefficient: Expression;
}

/**
 * A truncated expansion. `expression` is the sum of the terms and of the remainders, each a BigO; with a symbol for
 * alpha there may be two, of powers that no comparison orders.
 */
export interface KernelSeries {
  readonly base: Expression;
  /** The logarithm that marked terms carry; null when there are none. */
  readonly logarithm: Expression | null;
  readonly terms: readonly KernelSeriesTerm[];
  readonly remainders: readonly Expression[];
  readonly expression: Expression;
  readonly conditions: readonly Proposition[];
}

export interface SeriesParts {
  readonly base: Expression;
  readonly logarithm?: Expression;
  readonly terms: readonly KernelSeriesTerm[];
  readonly remainders: readonly SeriesPower[];
  readonly conditions?: readonly Proposition[];
}

const isInteger = (term: Expression, value: bigint) => term.head === "Integer" && term.value === value;

/** A product without its ones; 1 when nothing is left. */
function productOf(factors: readonly Expression[]): Expression {
  const kept = factors.filter((factor) => !isInteger(factor, 1n));
  return kept.length === 0 ? integer(1) : kept.reduce((a, b) => call("Multiply", a, b));
}

function powerOf(base: Expression, power: Expression): Expression {
  if (isInteger(power, 0n)) return integer(1);
  return isInteger(power, 1n) ? base : call("Power", base, power);
}

/** Coefficients that are exactly 0 are left out. */
export function kernelSeries({ base, logarithm, terms, remainders, conditions = [] }: SeriesParts): KernelSeries {
  const factorOf = ({ power, logarithm: marked }: SeriesPower) =>
    productOf(marked ? [powerOf(base, power), logarithm!] : [powerOf(base, power)]);
  const kept = terms.filter((term) => !isInteger(term.coefficient, 0n));
  const bounds = remainders.map((power) => call("BigO", factorOf(power)));
  return Object.freeze({
    base,
    logarithm: logarithm ?? null,
    terms: Object.freeze(kept.map((term) => Object.freeze(term))),
    remainders: Object.freeze(bounds),
    expression: signedSum([
      ...kept.map((term) => ({ coefficient: term.coefficient, factor: factorOf(term) })),
      ...bounds.map(plain),
    ]),
    conditions: Object.freeze([...conditions]),
  });
}

const plain = (factor: Expression) => ({ coefficient: integer(1), factor });

/** The size of a term that is written with a minus sign, else null. */
function withoutSign(term: Expression): Expression | null {
  if (term.head === "Negate") return argumentsOf(term)[0]!;
  return term.head === "Integer" && term.value < 0n ? integer(-term.value) : null;
}

/** The sum of coefficient * factor; a coefficient with a minus sign is subtracted. */
function signedSum(parts: readonly { readonly coefficient: Expression; readonly factor: Expression }[]): Expression {
  let total: Expression | null = null;
  for (const { coefficient, factor } of parts) {
    const size = withoutSign(coefficient);
    const negative = size !== null;
    const term = productOf([size ?? coefficient, factor]);
    if (total === null) total = negative ? call("Negate", term) : term;
    else total = call(negative ? "Subtract" : "Add", total, term);
  }
  return total ?? integer(0);
}
