import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import { call, type ElementaryHead, type Expression, type HeadName, number } from "../expression.js";
import type { Head, Notation } from "./head.js";

const zero = number(0);
const one = number(1);
const two = number(2);
const add = (a: Expression, b: Expression) => call("Add", a, b);
const subtract = (a: Expression, b: Expression) => call("Subtract", a, b);
const multiply = (a: Expression, b: Expression) => call("Multiply", a, b);
const divide = (a: Expression, b: Expression) => call("Divide", a, b);
const negate = (a: Expression) => call("Negate", a);
const square = (a: Expression) => call("Power", a, two);

function smooth(
  name: string,
  evaluate: (u: number) => number,
  slope: (u: Expression) => Expression,
  parity: Head["parity"] = "none",
): Head {
  const derivative = ([u]: readonly Expression[], [du]: readonly Expression[]) => multiply(slope(u!), du!);
  return { arity: 1, evaluate, derivative, slope, parity, notation: { form: "function", name } };
}

/** A function with values but no slope: sign, step, comparisons, connectives. */
function flat(arity: number, evaluate: Head["evaluate"], notation: Notation, parity: Head["parity"] = "none"): Head {
  return { arity, evaluate, derivative: () => zero, slope: null, parity, notation };
}

function operator(
  arity: number,
  evaluate: Head["evaluate"],
  derivative: Head["derivative"],
  notation: Notation,
  parity: Head["parity"] = "none",
): Head {
  return { arity, evaluate, derivative, slope: null, parity, notation };
}

const infix = (symbol: string, precedence: number): Notation => ({ form: "infix", symbol, precedence });
const named = (name: string): Notation => ({ form: "function", name });

/** 0 where u = 0, else the slope: keeps sqrt(relu(x)) from giving 0 * infinity on the half line where u vanishes. */
const guarded = (u: Expression, slope: Expression) => call("Conditional", call("Equal", u, zero), zero, slope);

const compare = (symbol: string, test: (a: number, b: number) => boolean): Head =>
  flat(2, (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : test(a!, b!) ? 1 : 0), infix(symbol, 2));

const isZero = (a: Expression) => a.head === "Number" && a.value === 0;

/** d(f^g): g f^(g-1) f' for constant g, f^g log(f) g' for constant f, both otherwise. */
function powerDerivative([f, g]: readonly Expression[], [df, dg]: readonly Expression[]): Expression {
  const [base, exponent, dBase, dExponent] = [f!, g!, df!, dg!];
  if (!isZero(dExponent)) {
    const viaExponent = multiply(call("Log", base), dExponent);
    const relative = isZero(dBase) ? viaExponent : add(viaExponent, multiply(exponent, divide(dBase, base)));
    return multiply(call("Power", base, exponent), relative);
  }
  const slope = multiply(multiply(exponent, call("Power", base, subtract(exponent, one))), dBase);
  // 0 * 0^(negative) is NaN on a half line where the base vanishes; integer exponents reach 0^(-1) only through 0 * 0^(-1).
  return exponent.head === "Number" && exponent.value >= 1 ? slope : guarded(base, slope);
}

/** log(1 + e^u), accurate in both tails: max(u, 0) + log1p(e^-|u|). */
const softplus = (u: number) => Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
const step = (u: number) => (u > 0 ? 1 : u < 0 ? 0 : u === 0 ? 0.5 : Number.NaN);
const sech = (u: number) => 1 / Math.cosh(u);
const reciprocal = (u: Expression) => divide(one, u);
const ln2 = number(Math.LN2);
const ln10 = number(Math.LN10);
const twoOverRootPi = number(2 / Math.sqrt(Math.PI));
const bell = (u: Expression) => multiply(twoOverRootPi, call("Exp", negate(square(u))));
const choose = (test: HeadName, [a, b]: readonly Expression[], [da, db]: readonly Expression[]) =>
  call("Conditional", call(test, a!, b!), da!, db!);

/**
 * What activations are made of. sign(0) = 0 and step(0) = 1/2, so step = (1 + sign)/2 everywhere.
 * Sigmoid, Softplus, Sech and Erfc exist because the same functions spelled with exp and erf overflow or cancel in the tails.
 */
export const elementary: Readonly<Record<ElementaryHead, Head>> = Object.freeze({
  Add: operator(
    2,
    (a, b) => a! + b!,
    (_, [da, db]) => add(da!, db!),
    infix("+", 3),
  ),
  Subtract: operator(
    2,
    (a, b) => a! - b!,
    (_, [da, db]) => subtract(da!, db!),
    infix("-", 3),
  ),
  Multiply: operator(
    2,
    (a, b) => a! * b!,
    ([a, b], [da, db]) => add(multiply(da!, b!), multiply(a!, db!)),
    infix("*", 4),
  ),
  Divide: operator(
    2,
    (a, b) => a! / b!,
    ([a, b], [da, db]) => subtract(divide(da!, b!), divide(multiply(a!, db!), square(b!))),
    infix("/", 4),
  ),
  Power: operator(2, (a, b) => a! ** b!, powerDerivative, { form: "infix", symbol: "^", precedence: 6, right: true }),
  Negate: operator(
    1,
    (a) => -a!,
    (_, [da]) => negate(da!),
    { form: "prefix", symbol: "-", precedence: 5 },
    "odd",
  ),
  Exp: smooth("exp", Math.exp, (u) => call("Exp", u)),
  Expm1: smooth("expm1", Math.expm1, (u) => call("Exp", u)),
  Log: smooth("log", Math.log, reciprocal),
  Log1p: smooth("log1p", Math.log1p, (u) => reciprocal(add(one, u))),
  Log2: smooth("log2", Math.log2, (u) => reciprocal(multiply(ln2, u))),
  Log10: smooth("log10", Math.log10, (u) => reciprocal(multiply(ln10, u))),
  Sqrt: smooth("sqrt", Math.sqrt, (u) => guarded(u, reciprocal(multiply(two, call("Sqrt", u))))),
  Cbrt: smooth("cbrt", Math.cbrt, (u) => guarded(u, reciprocal(multiply(number(3), square(call("Cbrt", u))))), "odd"),
  Sin: smooth("sin", Math.sin, (u) => call("Cos", u), "odd"),
  Cos: smooth("cos", Math.cos, (u) => negate(call("Sin", u)), "even"),
  Tan: smooth("tan", Math.tan, (u) => add(one, square(call("Tan", u))), "odd"),
  Asin: smooth("asin", Math.asin, (u) => reciprocal(call("Sqrt", subtract(one, square(u)))), "odd"),
  Acos: smooth("acos", Math.acos, (u) => negate(reciprocal(call("Sqrt", subtract(one, square(u)))))),
  Atan: smooth("atan", Math.atan, (u) => reciprocal(add(one, square(u))), "odd"),
  Sinh: smooth("sinh", Math.sinh, (u) => call("Cosh", u), "odd"),
  Cosh: smooth("cosh", Math.cosh, (u) => call("Sinh", u), "even"),
  Tanh: smooth("tanh", Math.tanh, (u) => square(call("Sech", u)), "odd"),
  Sech: smooth("sech", sech, (u) => negate(multiply(call("Sech", u), call("Tanh", u))), "even"),
  Asinh: smooth("asinh", Math.asinh, (u) => reciprocal(call("Sqrt", add(one, square(u)))), "odd"),
  Acosh: smooth("acosh", Math.acosh, (u) => reciprocal(call("Sqrt", subtract(square(u), one)))),
  Atanh: smooth("atanh", Math.atanh, (u) => reciprocal(subtract(one, square(u))), "odd"),
  Erf: smooth("erf", erf, bell, "odd"),
  Erfc: smooth("erfc", erfc, (u) => negate(bell(u))),
  Sigmoid: smooth(
    "sigmoid",
    (u) => 1 / (1 + Math.exp(-u)),
    (u) => multiply(call("Sigmoid", u), call("Sigmoid", negate(u))),
  ),
  Softplus: smooth("softplus", softplus, (u) => call("Sigmoid", u)),
  Abs: operator(1, Math.abs as Head["evaluate"], ([u], [du]) => multiply(call("Sign", u!), du!), named("abs"), "even"),
  Sign: flat(1, Math.sign as Head["evaluate"], named("sign"), "odd"),
  Step: flat(1, step as Head["evaluate"], named("step")),
  Min: operator(2, Math.min, (args, slopes) => choose("Less", args, slopes), named("min")),
  Max: operator(2, Math.max, (args, slopes) => choose("Greater", args, slopes), named("max")),
  Less: compare("<", (a, b) => a < b),
  LessEqual: compare("<=", (a, b) => a <= b),
  Greater: compare(">", (a, b) => a > b),
  GreaterEqual: compare(">=", (a, b) => a >= b),
  Equal: compare("==", (a, b) => a === b),
  NotEqual: compare("!=", (a, b) => a !== b),
  And: flat(2, (a, b) => (a !== 0 && b !== 0 ? 1 : 0), infix("and", 1)),
  Or: flat(2, (a, b) => (a !== 0 || b !== 0 ? 1 : 0), infix("or", 0.5)),
  Not: flat(1, (a) => (a === 0 ? 1 : 0), { form: "prefix", symbol: "not ", precedence: 5 }),
  Conditional: operator(
    3,
    (test, a, b) => (Number.isNaN(test) ? Number.NaN : test !== 0 ? a! : b!),
    ([test], [, da, db]) => call("Conditional", test!, da!, db!),
    { form: "conditional", precedence: 0 },
  ),
});
