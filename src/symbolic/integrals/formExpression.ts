import { rationalExpression } from "../algebra/toExpression.js";
import { call, type Expression, integer } from "../expression.js";
import { type Rational, rational } from "../rational.js";

/** coefficient * atom; `wild` atoms hold an infinity or a big O, which do not cancel against themselves. */
export interface LinearTerm {
  readonly atom: Expression;
  readonly key: string;
  readonly coefficient: Rational;
  readonly wild: boolean;
}

/** A constant plus rational multiples of atoms: symbols, functions, products of two that are not constant. */
export interface LinearForm {
  readonly constant: Rational;
  readonly terms: readonly LinearTerm[];
}

const magnitude = (a: bigint) => (a < 0n ? -a : a);

function commonDenominator(values: readonly Rational[]): bigint {
  // lcm(a, b) = a * denominator(a / b) in lowest terms upside down
  return values.reduce((all, { denominator }) => denominator * rational(all, denominator).numerator, 1n);
}

/** A linear form over one denominator, a positive term first where there is one: 1 - c, (B - 1)/2. */
export function formExpression({ constant, terms }: LinearForm): Expression {
  if (terms.length === 0) return rationalExpression(constant);
  const denominator = commonDenominator([constant, ...terms.map((term) => term.coefficient)]);
  const whole = (value: Rational) => (value.numerator * denominator) / value.denominator;
  const pieces = terms.map(({ atom, coefficient }) => ({ atom: atom as Expression | null, value: whole(coefficient) }));
  if (constant.numerator !== 0n) pieces.push({ atom: null, value: whole(constant) });
  const first = pieces.findIndex(({ value }) => value > 0n);
  const ordered = first > 0 ? [pieces[first]!, ...pieces.filter((_, i) => i !== first)] : pieces;
  const body = ordered.reduce<Expression | null>((total, { atom, value }) => {
    const size = magnitude(value);
    const piece = atom === null ? integer(size) : size === 1n ? atom : call("Multiply", integer(size), atom);
    if (total === null) return value < 0n ? call("Negate", piece) : piece;
    return call(value < 0n ? "Subtract" : "Add", total, piece);
  }, null)!;
  return denominator === 1n ? body : call("Divide", body, integer(denominator));
}
