import {
  type CallExpression,
  call,
  type Expression,
  equal,
  fold,
  type HeadName,
  isCall,
  number,
} from "./expression.js";
import { heads } from "./heads.js";

type Rule = (...args: Expression[]) => Expression | null;

const numberIn = (a: Expression): number | null => (a.head === "Number" ? a.value : null);
const isNumber = (a: Expression, value: number) => a.head === "Number" && a.value === value;
const has = <H extends HeadName>(a: Expression, head: H): a is CallExpression & { head: H } => a.head === head;

/** Structural equality for small trees only: derivative trees share subtrees, and comparing them in full could be slow. */
function same(a: Expression, b: Expression): boolean {
  return a === b || (small(a, 4) && small(b, 4) && equal(a, b));
}

function small(a: Expression, levels: number): boolean {
  return levels > 0 && (!isCall(a) || a.args.every((arg) => small(arg, levels - 1)));
}

function add(a: Expression, b: Expression): Expression | null {
  if (isNumber(a, 0)) return b;
  if (isNumber(b, 0)) return a;
  if (has(b, "Negate")) return call("Subtract", a, b.args[0]!);
  return null;
}

function subtract(a: Expression, b: Expression): Expression | null {
  if (isNumber(b, 0)) return a;
  if (isNumber(a, 0)) return reduce("Negate", b);
  if (has(b, "Negate")) return call("Add", a, b.args[0]!);
  return null;
}

function multiply(a: Expression, b: Expression): Expression | null {
  if (isNumber(a, 0) || isNumber(b, 0)) return number(0);
  if (isNumber(a, 1)) return b;
  if (isNumber(b, 1)) return a;
  if (isNumber(a, -1)) return reduce("Negate", b);
  if (isNumber(b, -1)) return reduce("Negate", a);
  // two numbers come here when their product overflows: it stays as it is written
  if (b.head === "Number") return a.head === "Number" ? null : reduce("Multiply", b, a);
  if (has(a, "Negate")) return reduce("Negate", reduce("Multiply", a.args[0]!, b));
  if (has(b, "Negate")) return reduce("Negate", reduce("Multiply", a, b.args[0]!));
  // hoisted past other factors, a number near the ends of the doubles would overflow or vanish where the product does not
  if (has(b, "Multiply") && isModerate(b.args[0]!) && (a.head !== "Number" || isModerate(a))) {
    return reduce("Multiply", reduce("Multiply", b.args[0]!, a), b.args[1]!);
  }
  if (has(a, "Abs") && has(b, "Abs") && same(a.args[0]!, b.args[0]!)) return call("Power", a.args[0]!, number(2));
  return mergePowers(a, b);
}

const isModerate = (a: Expression) => a.head === "Number" && Math.abs(a.value) < 1e100 && Math.abs(a.value) > 1e-100;

/** f^i f^j = f^(i+j) for whole i, j >= 1. */
function mergePowers(a: Expression, b: Expression): Expression | null {
  const [left, i] = wholePower(a);
  const [right, j] = wholePower(b);
  return !isNumber(left, 1) && left.head !== "Number" && same(left, right) ? call("Power", left, number(i + j)) : null;
}

/** Sums of such exponents are exact. */
const mostMerged = 2 ** 52;

function wholePower(a: Expression): [Expression, number] {
  const exponent = has(a, "Power") ? numberIn(a.args[1]!) : null;
  return exponent !== null && Number.isInteger(exponent) && exponent >= 1 && exponent <= mostMerged
    ? [(a as CallExpression).args[0]!, exponent]
    : [a, 1];
}

/** The v of 1 + e^v, written either way round. */
function onePlusExp(a: Expression): Expression | null {
  if (!has(a, "Add")) return null;
  const [left, right] = [a.args[0]!, a.args[1]!];
  if (isNumber(left, 1) && has(right, "Exp")) return right.args[0]!;
  return isNumber(right, 1) && has(left, "Exp") ? left.args[0]! : null;
}

/** a / (1 + e^v) = a sigmoid(-v) and e^v / (1 + e^v) = sigmoid(v): the right sides never meet infinity / infinity. */
function divide(a: Expression, b: Expression): Expression | null {
  if (isNumber(b, 1)) return a;
  if (isNumber(a, 0) && !isNumber(b, 0)) return number(0);
  const v = onePlusExp(b);
  if (v === null) return null;
  if (has(a, "Exp") && same(a.args[0]!, v)) return call("Sigmoid", v);
  return reduce("Multiply", a, call("Sigmoid", reduce("Negate", v)));
}

function power(a: Expression, b: Expression): Expression | null {
  if (isNumber(b, 1)) return a;
  if (isNumber(b, 0)) return number(1);
  const exponent = numberIn(b);
  const even = exponent !== null && exponent > 0 && exponent % 2 === 0;
  return even && (has(a, "Abs") || has(a, "Negate")) ? call("Power", a.args[0]!, b) : null;
}

const rules: Partial<Record<HeadName, Rule>> = {
  Add: add as Rule,
  Subtract: subtract as Rule,
  Multiply: multiply as Rule,
  Divide: divide as Rule,
  Power: power as Rule,
  Negate: ((a: Expression) => (has(a, "Negate") ? a.args[0]! : null)) as Rule,
  // log(1 + e^v) overflows for v > 709 and loses its left tail; softplus does neither.
  Log: ((a: Expression) => {
    const v = onePlusExp(a);
    return v === null ? null : call("Softplus", v);
  }) as Rule,
  Log1p: ((a: Expression) => (has(a, "Exp") ? call("Softplus", a.args[0]!) : null)) as Rule,
  Conditional: ((test: Expression, a: Expression, b: Expression) => {
    const known = numberIn(test);
    if (known !== null) return known !== 0 ? a : b;
    return same(a, b) ? a : null;
  }) as Rule,
};

/** One call whose arguments are simplified already. */
function reduce(head: HeadName, ...args: Expression[]): Expression {
  const values = args.map(numberIn);
  if (values.every((value) => value !== null)) {
    const value = heads[head].evaluate(...(values as number[]));
    if (Number.isFinite(value)) return number(value);
  }
  return rules[head]?.(...args) ?? call(head, ...args);
}

/**
 * Light, local simplification so that derivative trees stay small: constants are folded, 0 and 1 disappear, powers of
 * one base merge, and 1 + e^v is given the heads that are stable in the tails. The value changes by rounding only.
 */
export function simplify(expression: Expression): Expression {
  return fold<Expression>(expression, (node, args) => (isCall(node) ? reduce(node.head, ...args) : node));
}
