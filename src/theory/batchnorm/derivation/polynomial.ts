/**
 * Sphere moments of a polynomial phi, exact in B. The moments of the two samples come from Isserlis' theorem over the moments of
 * the radius (`sphereMoment`); the second way is integration by parts on the sphere, n = B-1 and z1, z2 of correlation -1/n,
 *
 *   E z1^i z2^j = n/(n+i+j-2) ((i-1) E z1^(i-2) z2^j - (j/n) E z1^(i-1) z2^(j-1)).
 */
import {
  rationalFunctions as field,
  type RationalFunction,
  symbolFunction,
} from "../../../symbolic/algebra/rationalFunction.js";
import { rationalExpression, rationalFunctionExpression } from "../../../symbolic/algebra/toExpression.js";
import { plus, power, times } from "../../../symbolic/build.js";
import { call, type Expression, symbol } from "../../../symbolic/expression.js";
import { sphereMomentFunction } from "../../../symbolic/integrals/sphereMoment.js";
import { multiplyRational, type Rational, rational } from "../../../symbolic/rational.js";
import type { Moment, MomentValue } from "./moments.js";

/** Coefficients of 1, x, x^2, ... */
export type PolynomialForm = readonly Rational[];

const { add, subtract, multiply, divide } = field;
const whole = (value: number) => field.fromRational(rational(value));
const n = subtract(symbolFunction("B"), field.one);

/** E z1^i z2^j by integration by parts; what one moment needs of others is computed once. */
function momentsByParts(): (i: number, j: number) => RationalFunction {
  const known = new Map<string, RationalFunction>();
  const moment = (i: number, j: number): RationalFunction => {
    if ((i + j) % 2 === 1) return field.zero;
    if (i < j) return moment(j, i);
    if (i === 0) return field.one;
    const key = `${i} ${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const lowered = i > 1 ? multiply(whole(i - 1), moment(i - 2, j)) : field.zero;
    const crossed = j > 0 ? divide(multiply(whole(j), moment(i - 1, j - 1)), n) : field.zero;
    const value = multiply(divide(n, add(n, whole(i + j - 2))), subtract(lowered, crossed));
    known.set(key, value);
    return value;
  };
  return moment;
}

export const momentByParts = (i: number, j: number): RationalFunction => momentsByParts()(i, j);

const slopeOf = (form: PolynomialForm): PolynomialForm =>
  form.slice(1).map((value, k) => multiplyRational(value, rational(k + 1)));

interface Monomial {
  readonly coefficient: Rational;
  readonly i: number;
  readonly j: number;
}

/** The moment's integrand as a sum of coefficient z1^i z2^j. */
function monomials(form: PolynomialForm, { kind, family, a, b }: Moment): readonly Monomial[] {
  const f = family === "slope" ? slopeOf(form) : form;
  if (kind === "mean") return f.map((coefficient, i) => ({ coefficient, i: i + a, j: 0 }));
  return f.flatMap((x, i) =>
    f.map((y, j) => {
      const coefficient = multiplyRational(x, y);
      return kind === "square" ? { coefficient, i: i + j + a, j: 0 } : { coefficient, i: i + a, j: j + b };
    }),
  );
}

function mean(list: readonly Monomial[], moment: (i: number, j: number) => RationalFunction): RationalFunction {
  return list
    .filter(({ coefficient }) => coefficient.numerator !== 0n)
    .map(({ coefficient, i, j }) => multiply(field.fromRational(coefficient), moment(i, j)))
    .reduce(add, field.zero);
}

/** name^k as a list of factors. */
const monomial = (name: string, k: number): readonly Expression[] =>
  k === 0 ? [] : k === 1 ? [symbol(name)] : [power(name, k)];

function polynomialTerm(form: PolynomialForm, name: string): Expression {
  const terms = form.flatMap((value, k) => {
    if (value.numerator === 0n) return [];
    const coefficient = rationalExpression(value);
    if (k === 0) return [coefficient];
    return [times(...(value.numerator === value.denominator ? [] : [coefficient]), ...monomial(name, k))];
  });
  return plus(...terms);
}

function integrand(form: PolynomialForm, { kind, family, a, b }: Moment): Expression {
  const f = family === "slope" ? slopeOf(form) : form;
  const values = {
    square: [power(polynomialTerm(f, "z1"), 2)],
    pair: [polynomialTerm(f, "z1"), polynomialTerm(f, "z2")],
  };
  const factors = kind === "mean" ? [polynomialTerm(f, "z1")] : values[kind];
  const powers = [...monomial("z1", a), ...monomial("z2", b)];
  return times(...factors, ...powers);
}

/** The moment as a mean over the sphere, and as a rational function of B. */
export function polynomialMoment(form: PolynomialForm, moment: Moment): MomentValue {
  const definition = call("SphereMean", integrand(form, moment), symbol("z1"), symbol("z2"), symbol("B"));
  const value = mean(monomials(form, moment), sphereMomentFunction);
  return { definition, lemmas: [], value: rationalFunctionExpression(value) };
}

/** Whether integration by parts gives the same rational function. */
export function confirmsByParts(form: PolynomialForm, moment: Moment): boolean {
  const list = monomials(form, moment);
  return field.isZero(subtract(mean(list, sphereMomentFunction), mean(list, momentsByParts())));
}
