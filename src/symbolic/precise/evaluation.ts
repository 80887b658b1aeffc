import { type CallExpression, contains, type Expression, isCall } from "../expression.js";
import { rational, rationalFromNumber } from "../rational.js";
import { signOfValue } from "./arithmetic.js";
import type { Ball } from "./ball.js";
import { bitLength } from "./bits.js";
import { toDecimalStrings } from "./decimal.js";
import type { Bound } from "./doubleExponential.js";
import { PrecisionError } from "./errors.js";
import { functions, type Structural } from "./functions.js";
import { integrate } from "./integral.js";
import { sumToInfinity, sumUpTo } from "./sum.js";
import { isExact, toBall, type Value, wholeOf } from "./value.js";

/** One evaluation at a fixed number of bits: the values of the symbols, and what has been computed with them. */
interface Scope {
  readonly precision: number;
  readonly read: (name: string) => Value;
  readonly known: Map<Expression, Value>;
  /** Set where a value rests on an estimate: an infinite sum, an integral. */
  readonly report: { rigorous: boolean };
  /** Inside a binder: the symbol it binds and the scope of everything that does not depend on it. */
  readonly bound?: { readonly name: string; readonly outer: Scope; readonly depends: Map<Expression, boolean> };
}

/** Values of expressions at one precision; what they share is computed once. */
export interface Evaluator {
  /**
   * Branches that a condition leaves out are not evaluated. Throws a RangeError that names head and argument for poles and domains,
   * a PrecisionError where the bits do not decide.
   */
  readonly evaluate: (expression: Expression) => Value;
  /** False once a value has rested on an estimate: an infinite sum, an integral. */
  readonly isRigorous: () => boolean;
}

export function evaluatorAt(precision: number, read: (name: string) => Value): Evaluator {
  const scope: Scope = { precision, read, known: new Map(), report: { rigorous: true } };
  return { evaluate: (expression) => visit(expression, scope), isRigorous: () => scope.report.rigorous };
}

function visit(node: Expression, scope: Scope): Value {
  if (node.head === "Integer") return rational(node.value);
  if (node.head === "Number") return rationalFromNumber(node.value);
  if (node.head === "Symbol") return scope.read(node.name);
  if (scope.bound !== undefined && !dependsOn(node, scope.bound)) return visit(node, scope.bound.outer);
  const known = scope.known.get(node);
  if (known !== undefined) return known;
  const value = exactly(valueOfCall(node, scope));
  scope.known.set(node, value);
  return value;
}

function dependsOn(node: Expression, { name, depends }: NonNullable<Scope["bound"]>): boolean {
  const known = depends.get(node);
  if (known !== undefined) return known;
  const result = contains(node, name);
  depends.set(node, result);
  return result;
}

/** A ball of radius 0 is the fraction it stands for, as long as that is short. */
function exactly(value: Value): Value {
  if (isExact(value) || value.radius !== 0) return value;
  if (bitLength(value.mantissa) + Math.abs(value.exponent) > 256) return value;
  const { mantissa, exponent } = value;
  return exponent >= 0 ? rational(mantissa << BigInt(exponent)) : rational(mantissa, 1n << BigInt(-exponent));
}

function valueOfCall(node: CallExpression, scope: Scope): Value {
  const [first, second, third] = node.args;
  const holds = (test: Expression) => signOfValue(visit(test, scope)) !== 0;
  switch (node.head) {
    case "Conditional":
      return visit(holds(first!) ? second! : third!, scope);
    case "And":
      return rational(holds(first!) && holds(second!) ? 1 : 0);
    case "Or":
      return rational(holds(first!) || holds(second!) ? 1 : 0);
    case "Sum":
      return sum(node, scope);
    case "Integral":
      return integral(node, scope);
    case "GaussianMean":
    case "SphereMean":
    case "BigO":
    case "Infinity":
      throw new RangeError(`${node.head} has no value here`);
    default:
      return apply(node.head, node.args, scope);
  }
}

function apply(head: Exclude<CallExpression["head"], Structural>, args: readonly Expression[], scope: Scope): Value {
  const values = args.map((arg) => visit(arg, scope));
  try {
    return functions[head](values, scope.precision);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `${head}(${values.map(describe).join(", ")}): ${error.message}`;
    throw error instanceof PrecisionError ? new PrecisionError(message) : new RangeError(message);
  }
}

function describe(value: Value): string {
  if (isExact(value) && value.denominator === 1n && bitLength(value.numerator) < 60) return `${value.numerator}`;
  return toDecimalStrings(toBall(value, 64), 10).value;
}

/** The body as a function of the bound symbol. */
function bodyOf(node: CallExpression, scope: Scope): (value: Value, precision: number) => Ball {
  const [body, variable] = node.args;
  if (variable?.head !== "Symbol") throw new RangeError(`the second argument of ${node.head} must be a symbol`);
  const { name } = variable;
  const depends = new Map<Expression, boolean>();
  return (value, precision) => {
    const outer = precision === scope.precision ? scope : { ...scope, precision, known: new Map<Expression, Value>() };
    const read = (symbol: string) => (symbol === name ? value : scope.read(symbol));
    const inner: Scope = { ...outer, read, known: new Map(), bound: { name, outer, depends } };
    return toBall(visit(body!, inner), precision + 8);
  };
}

function boundOf(expression: Expression, scope: Scope): Bound {
  if (expression.head === "Infinity") return Number.POSITIVE_INFINITY;
  if (expression.head === "Number" && Math.abs(expression.value) === Number.POSITIVE_INFINITY) return expression.value;
  if (isCall(expression) && expression.head === "Negate" && expression.args[0]!.head === "Infinity")
    return Number.NEGATIVE_INFINITY;
  return visit(expression, scope);
}

function sum(node: CallExpression, scope: Scope): Value {
  const [from, to] = [boundOf(node.args[2]!, scope), boundOf(node.args[3]!, scope)];
  const start = typeof from === "number" ? undefined : wholeOf(from);
  if (start === undefined) throw new RangeError("Sum: the lower bound must be a whole number");
  const body = bodyOf(node, scope);
  const term = (k: bigint) => body(rational(k), scope.precision);
  if (to === Number.POSITIVE_INFINITY) {
    scope.report.rigorous = false;
    return sumToInfinity(term, start, scope.precision);
  }
  const end = typeof to === "number" ? undefined : wholeOf(to);
  if (end === undefined) throw new RangeError("Sum: the upper bound must be a whole number or Infinity");
  return sumUpTo(term, start, end, scope.precision);
}

function integral(node: CallExpression, scope: Scope): Value {
  const [from, to] = [boundOf(node.args[2]!, scope), boundOf(node.args[3]!, scope)];
  scope.report.rigorous = false;
  return integrate(bodyOf(node, scope), from, to, scope.precision);
}
