import { rationalExpression } from "../algebra/toExpression.js";
import { call, type Expression, integer, symbol } from "../expression.js";
import { type Rational, rational } from "../rational.js";
import { exactSymbol, rationalExact } from "./create.js";
import { domainOf } from "./domain.js";
import type { Exact } from "./exact.js";
import { type ExactField, exactFieldOver } from "./field.js";
import { type ExactOptions, normaliseIn } from "./normalise.js";
import { NotExact } from "./notExact.js";
import { squareRoot } from "./power.js";
import { elementSeries } from "./series/elementSeries.js";
import type { Growth } from "./series/growth.js";
import { leading, type Puiseux, TooShort } from "./series/puiseux.js";
import { toExpression } from "./toExpression.js";

const half = rationalExact(rational(1, 2));
const longest = 300;
const mostTerms = 60;

/** The first `terms` whole steps in 1/name; more are computed where the first ones cancel. */
function expand(x: Exact, name: string, terms: number, field: ExactField): Puiseux {
  for (let length = 2 * terms + 2; length <= longest; length = Math.ceil(1.5 * length) + 2) {
    try {
      const found = leading(elementSeries(x, { name, length, field }), field);
      if (found.coefficients.length >= 2 * terms) return found;
    } catch (error) {
      if (!(error instanceof TooShort)) throw error;
    }
  }
  throw new RangeError(`the first ${longest / 2} orders cancel`);
}

const raised = (base: Expression, exponent: Rational): Expression =>
  exponent.numerator === exponent.denominator ? base : call("Power", base, rationalExpression(exponent));

/** What a power series cannot hold: name^power, name^(k name), base^(k name). */
function growthFactors(
  { power, logarithmic, rates }: Growth,
  halves: number,
  name: string,
  field: ExactField,
): Expression[] {
  const variable = exactSymbol(name);
  const total = field.add(power, rationalExact(rational(halves, 2)));
  const exponents: readonly (readonly [Exact, Exact])[] = [
    [variable, field.add(total, field.multiply(logarithmic, variable))],
    ...[...rates.values()].map(({ base, exponent }) => [base, field.multiply(exponent, variable)] as const),
  ];
  return exponents
    .filter(([, exponent]) => !field.isZero(exponent))
    .map(([base, exponent]) => {
      if (base.numerator.variables.join() === "#e") return call("Exp", toExpression(exponent));
      if (field.isZero(field.subtract(exponent, field.one))) return toExpression(base);
      const isHalf = field.isZero(field.subtract(exponent, half));
      return isHalf ? call("Sqrt", toExpression(base)) : call("Power", toExpression(base), toExpression(exponent));
    });
}

/** The term without its sign. */
function unsigned(term: Expression): { readonly negative: boolean; readonly size: Expression } {
  if (term.head === "Negate") return { negative: true, size: term.args[0]! };
  if (term.head === "Integer" && term.value < 0n) return { negative: true, size: integer(-term.value) };
  if (term.head !== "Divide") return { negative: false, size: term };
  const { negative, size } = unsigned(term.args[0]!);
  return { negative, size: negative ? call("Divide", size, term.args[1]!) : term };
}

/** sum of coefficients[k] name^((lead - k)/2), then the order term. */
function sumOf(coefficients: readonly Exact[], lead: number, name: string, field: ExactField): Expression {
  const root = squareRoot(exactSymbol(name), field);
  const terms = coefficients.flatMap((c, k) =>
    field.isZero(c) ? [] : [toExpression(field.multiply(c, field.power(root, lead - k)))],
  );
  const order = call("BigO", raised(symbol(name), rational(lead - coefficients.length, 2)));
  return [...terms, order].reduce((sum, term) => {
    const { negative, size } = unsigned(term);
    return call(negative ? "Subtract" : "Add", sum, size);
  });
}

/**
 * The expansion for a large symbol, name -> infinity: c_0 name^p + c_1 name^(p-1) + ... with `terms` steps of 1/name
 * and a BigO term, the coefficients exact and free of the symbol. Half-integer powers are allowed; Gamma functions
 * (Stirling, with Bernoulli polynomials), powers with the symbol in base and exponent, roots, arccosines and arccosine
 * kernels about their limits are expanded. What grows otherwise (name^alpha, 2^name, name^(name/2)) is a factor before
 * the series in brackets. An expression that is zero gives 0. Throws a NotExact where `normalise` does and where there
 * is no such expansion (terms that grow differently, an argument without a finite limit, a kernel at 1 or -1, a
 * function without expansion here), a RangeError for more than 60 terms.
 */
export function asymptoticSeries(
  expression: Expression,
  name: string,
  terms: number,
  options: ExactOptions = {},
): Expression {
  if (!Number.isSafeInteger(terms) || terms < 1 || terms > mostTerms) {
    throw new RangeError(`${terms} is not a number of terms from 1 to ${mostTerms}`);
  }
  const field = exactFieldOver(domainOf(options.assumptions));
  const x = normaliseIn(expression, field);
  if (field.isZero(x)) return integer(0);
  try {
    return written(expand(x, name, terms, field), name, terms, field);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new NotExact(expression, error.message);
  }
}

function written(
  { growth, valuation, coefficients }: Puiseux,
  name: string,
  terms: number,
  field: ExactField,
): Expression {
  const kept = coefficients.slice(0, 2 * terms);
  const lead = -valuation;
  const isPlain = lead % 2 === 0 && growthFactors(growth, 0, name, field).length === 0;
  if (isPlain) return sumOf(kept, lead, name, field);
  const factors = growthFactors(growth, lead, name, field);
  return [...factors, sumOf(kept, 0, name, field)].reduce((a, b) => call("Multiply", a, b));
}
