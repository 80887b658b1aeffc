import { rationalFunctionOf } from "../algebra/fromExpression.js";
import { type CallExpression, type Expression, type HeadName, integer, isCall, substitute } from "../expression.js";
import type { Proposition } from "../proposition.js";
import { arccosine, arcsine, arctangent, pi } from "./arccosine.js";
import { arccosineKernel } from "./arccosineKernel.js";
import { wholeOf } from "./constant.js";
import { exactSymbol, functionAtom, integerExact } from "./create.js";
import { domainOf } from "./domain.js";
import type { Exact } from "./exact.js";
import { exponential, logarithm } from "./exponential.js";
import { type ExactField, exactFieldOver } from "./field.js";
import { beta, binomial, factorial, gamma, pochhammer } from "./gamma.js";
import { gegenbauer } from "./gegenbauer.js";
import { completeElliptic, hypergeometric } from "./hypergeometric.js";
import { NotExact } from "./notExact.js";
import { absoluteValue, cubeRoot, power, squareRoot } from "./power.js";
import { settle } from "./reduce.js";
import { strictSignOfExact } from "./sign.js";

export interface ExactOptions {
  /**
   * What holds of the symbols. Where they put no bound on B, c or alpha: B >= 4, -1 < c < 1, alpha > 1/2. They decide
   * the signs of radicands and bases; a comparison that is not between polynomials is ignored.
   */
  readonly assumptions?: readonly Proposition[];
}

type Rule = (args: readonly Exact[], field: ExactField) => Exact;

function sign([x]: readonly Exact[], field: ExactField): Exact {
  if (field.isZero(x!)) return x!;
  const value = strictSignOfExact(x!, field.domain);
  if (value === null) throw new RangeError("the sign is not known");
  return integerExact(value);
}

/** Functions without relations: atoms of their canonical arguments. */
const opaque = [
  "Sin",
  "Cos",
  "Tan",
  "Sinh",
  "Cosh",
  "Tanh",
  "Sech",
  "Asinh",
  "Acosh",
  "Atanh",
  "Erf",
  "Erfc",
  "Sigmoid",
  "Softplus",
  "Polygamma",
] as const satisfies readonly HeadName[];

const rules: Partial<Record<HeadName, Rule>> = {
  ...Object.fromEntries(opaque.map((head) => [head, (args: readonly Exact[]) => functionAtom(head, ...args)])),
  Add: (args, field) => args.reduce(field.add),
  Multiply: (args, field) => args.reduce(field.multiply),
  Subtract: ([a, b], field) => field.subtract(a!, b!),
  Divide: ([a, b], field) => field.divide(a!, b!),
  Negate: ([a], field) => field.negate(a!),
  Power: ([a, b], field) => power(a!, b!, field),
  Sqrt: ([a], field) => squareRoot(a!, field),
  Cbrt: ([a], field) => cubeRoot(a!, field),
  Abs: ([a], field) => absoluteValue(a!, field),
  Sign: sign,
  Exp: ([a], field) => exponential(a!, field),
  Expm1: ([a], field) => field.subtract(exponential(a!, field), field.one),
  Log: ([a], field) => logarithm(a!, field),
  Log1p: ([a], field) => logarithm(field.add(field.one, a!), field),
  Log2: ([a], field) => field.divide(logarithm(a!, field), logarithm(integerExact(2), field)),
  Log10: ([a], field) => field.divide(logarithm(a!, field), logarithm(integerExact(10), field)),
  Acos: ([a], field) => arccosine(a!, field),
  Asin: ([a], field) => arcsine(a!, field),
  Atan: ([a], field) => arctangent(a!, field),
  Pi: (_, field) => pi(field),
  Factorial: ([n], field) => factorial(n!, field),
  Binomial: ([n, k], field) => binomial(n!, k!, field),
  Gamma: ([x], field) => gamma(x!, field),
  Beta: ([a, b], field) => beta(a!, b!, field),
  Pochhammer: ([a, k], field) => pochhammer(a!, k!, field),
  Hypergeometric: ([a, b, c, z], field) => hypergeometric(a!, b!, c!, z!, field),
  Gegenbauer: ([k, lambda, x], field) => gegenbauer(k!, lambda!, x!, field),
  ArccosineKernel: ([alpha, c], field) => arccosineKernel(alpha!, c!, field),
  EllipticK: ([m], field) => completeElliptic("EllipticK", m!, field),
  EllipticE: ([m], field) => completeElliptic("EllipticE", m!, field),
};

const mostTerms = 1000;
const mostTermsInAll = 10_000;
const deepest = 1000;

/** What one normalisation may still spend. */
interface Budget {
  terms: number;
  depth: number;
}

/** sum_{k=from}^{to} body, term by term, by halves. */
function sumOf({ args }: CallExpression, visit: (node: Expression) => Exact, budget: Budget, field: ExactField): Exact {
  const [body, index] = args as readonly [Expression, Expression];
  const [from, to] = [visit(args[2]!), visit(args[3]!)].map(wholeOf);
  if (index.head !== "Symbol" || from == null || to == null) throw new RangeError("a sum without whole bounds");
  const count = to - from + 1;
  if (count > mostTerms) throw new RangeError(`a sum of more than ${mostTerms} terms`);
  budget.terms -= Math.max(0, count);
  if (budget.terms < 0) throw new RangeError(`sums of more than ${mostTermsInAll} terms in all`);
  const part = (first: number, last: number): Exact => {
    if (last <= first) return last < first ? field.zero : visit(substitute(body, index.name, integer(first)));
    const middle = (first + last) >> 1;
    return field.add(part(first, middle), part(middle + 1, last));
  };
  return part(from, to);
}

function leafOf(node: Expression): Exact {
  if (node.head === "Integer") return integerExact(node.value);
  if (node.head === "Symbol") return exactSymbol(node.name);
  const value = rationalFunctionOf(node);
  if (value === null) throw new RangeError("not a finite number");
  return settle(value, {});
}

/** The normal form over a field that has been made. Throws what `normalise` does. */
export function normaliseIn(expression: Expression, field: ExactField): Exact {
  const seen = new Map<Expression, Exact>();
  const budget: Budget = { terms: mostTermsInAll, depth: deepest };
  const visit = (node: Expression): Exact => {
    const known = seen.get(node);
    if (known !== undefined) return known;
    budget.depth -= 1;
    if (budget.depth < 0) throw new NotExact(expression, `more than ${deepest} levels`);
    const result = attempt(node);
    budget.depth += 1;
    seen.set(node, result);
    return result;
  };
  const attempt = (node: Expression): Exact => {
    try {
      if (!isCall(node)) return leafOf(node);
      if (node.head === "Sum") return sumOf(node, visit, budget, field);
      const rule = rules[node.head];
      if (rule === undefined) throw new RangeError(`${node.head} has no exact normal form`);
      return rule(node.args.map(visit), field);
    } catch (error) {
      if (!(error instanceof RangeError) || error instanceof NotExact) throw error;
      throw new NotExact(node, error.message);
    }
  };
  return visit(expression);
}

/**
 * The exact normal form: a rational function over Q in symbols and atoms, by the relations of the functions in this
 * folder. Doubles are read as the shortest decimals that name them. Two expressions with equal normal forms are equal
 * wherever both are defined and the assumptions hold. Throws a NotExact, a RangeError that names the smallest part at
 * fault, for divisions by zero, poles, roots of negative quantities, heads without exact meaning (comparisons,
 * conditionals, integrals, means, Infinity) and sizes beyond the limits of the algebra.
 */
export const normalise = (expression: Expression, options: ExactOptions = {}): Exact =>
  normaliseIn(expression, exactFieldOver(domainOf(options.assumptions)));
