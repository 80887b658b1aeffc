import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import { call, type ElementaryHead, type Expression, fold, type HeadName, integer, number } from "../expression.js";
import type { Head } from "./head.js";
import { infix, type Notation, named, type Written } from "./notation.js";
import { add, divide, isZero, multiply, negate, subtract } from "./terms.js";

const zero = number(0);
const one = number(1);
const two = number(2);
const square = (a: Expression) => call("Power", a, two);

function smooth(
  name: string,
  evaluate: (u: number) => number,
  slope: (u: Expression) => Expression,
  parity: Head["parity"] = "none",
  written: Written = {},
): Head {
  const derivative = ([u]: readonly Expression[], [du]: readonly Expression[]) => multiply(slope(u!), du!);
  return { arity: 1, evaluate, derivative, slope, parity, notation: named(name, written) };
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

const holds = (u: Expression, leaf: "Integer" | "Symbol") =>
  fold<boolean>(u, (node, args) => node.head === leaf || args.includes(true));

/**
 * 0 where u = 0, else the slope: keeps sqrt(relu(x)) from giving 0 * infinity on the half line where u vanishes.
 * Formulas with exact numbers have no such half lines.
 */
const guarded = (u: Expression, slope: Expression) =>
  holds(u, "Integer") ? slope : call("Conditional", call("Equal", u, zero), zero, slope);

const compare = (symbol: string, test: (a: number, b: number) => boolean, tex = symbol): Head =>
  flat(2, (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : test(a!, b!) ? 1 : 0), infix(symbol, 2, tex));

/** d(f^g): g f^(g-1) f' for constant g, f^g log(f) g' for constant f, both otherwise. */
function powerDerivative([f, g]: readonly Expression[], [df, dg]: readonly Expression[]): Expression {
  const [base, exponent, dBase, dExponent] = [f!, g!, df!, dg!];
  if (!isZero(dExponent)) {
    const viaExponent = multiply(call("Log", base), dExponent);
    const relative = isZero(dBase) ? viaExponent : add(viaExponent, multiply(exponent, divide(dBase, base)));
    return multiply(call("Power", base, exponent), relative);
  }
  const lower = exponent.head === "Integer" ? integer(exponent.value - 1n) : subtract(exponent, one);
  const slope = multiply(multiply(exponent, call("Power", base, lower)), dBase);
  // 0 * 0^(negative) is NaN on a half line where the base vanishes; integer exponents reach 0^(-1) only through 0 * 0^(-1).
  const harmless =
    exponent.head === "Number" ? exponent.value >= 1 : holds(exponent, "Integer") || holds(exponent, "Symbol");
  return harmless ? slope : guarded(base, slope);
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
 * What activations are made of. sign(0) = 0 and step(0) = 1/2, so step = (1 + sign)/2 everywhere. Sigmoid, Softplus,
 * Sech and Erfc exist because the same functions spelled with exp and erf overflow or cancel in the tails.
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
    // the square of a constant may overflow where its reciprocal does not
    ([a, b], [da, db]) =>
      isZero(db!) ? divide(da!, b!) : subtract(divide(da!, b!), divide(multiply(a!, db!), square(b!))),
    infix("/", 4),
  ),
  Power: operator(2, (a, b) => a! ** b!, powerDerivative, {
    form: "infix",
    symbol: "^",
    precedence: 6,
    right: true,
    tex: "^",
  }),
  Negate: operator(
    1,
    (a) => -a!,
    (_, [da]) => negate(da!),
    { form: "prefix", symbol: "-", precedence: 5, tex: "-" },
    "odd",
  ),
  Exp: smooth("exp", Math.exp, (u) => call("Exp", u), "none", { tex: "e^{$1}" }),
  Expm1: smooth("expm1", Math.expm1, (u) => call("Exp", u), "none", {
    tex: (u) => subtract(call("Exp", u!), one),
    sympy: "(exp(#1) - 1)",
  }),
  Log: smooth("log", Math.log, reciprocal),
  Log1p: smooth("log1p", Math.log1p, (u) => reciprocal(add(one, u)), "none", {
    tex: (u) => call("Log", add(one, u!)),
    sympy: "log(1 + (#1))",
  }),
  Log2: smooth("log2", Math.log2, (u) => reciprocal(multiply(ln2, u)), "none", {
    tex: "\\log_{2}",
    sympy: "log(#1, 2)",
  }),
  Log10: smooth("log10", Math.log10, (u) => reciprocal(multiply(ln10, u)), "none", {
    tex: "\\log_{10}",
    sympy: "log(#1, 10)",
  }),
  Sqrt: smooth("sqrt", Math.sqrt, (u) => guarded(u, reciprocal(multiply(two, call("Sqrt", u)))), "none", {
    tex: "\\sqrt{#1}",
  }),
  Cbrt: smooth("cbrt", Math.cbrt, (u) => guarded(u, reciprocal(multiply(number(3), square(call("Cbrt", u))))), "odd", {
    tex: "\\sqrt[3]{#1}",
    // SymPy's cube root of a negative number is complex
    sympy: (u) => multiply(call("Sign", u!), call("Power", call("Abs", u!), divide(integer(1), integer(3)))),
  }),
  Sin: smooth("sin", Math.sin, (u) => call("Cos", u), "odd"),
  Cos: smooth("cos", Math.cos, (u) => negate(call("Sin", u)), "even"),
  Tan: smooth("tan", Math.tan, (u) => add(one, square(call("Tan", u))), "odd"),
  Asin: smooth("asin", Math.asin, (u) => reciprocal(call("Sqrt", subtract(one, square(u)))), "odd", {
    tex: "\\arcsin",
  }),
  Acos: smooth("acos", Math.acos, (u) => negate(reciprocal(call("Sqrt", subtract(one, square(u))))), "none", {
    tex: "\\arccos",
  }),
  Atan: smooth("atan", Math.atan, (u) => reciprocal(add(one, square(u))), "odd", { tex: "\\arctan" }),
  Sinh: smooth("sinh", Math.sinh, (u) => call("Cosh", u), "odd"),
  Cosh: smooth("cosh", Math.cosh, (u) => call("Sinh", u), "even"),
  Tanh: smooth("tanh", Math.tanh, (u) => square(call("Sech", u)), "odd"),
  Sech: smooth("sech", sech, (u) => negate(multiply(call("Sech", u), call("Tanh", u))), "even", {
    tex: "\\operatorname{sech}",
    javascript: "(1 / Math.cosh(#1))",
  }),
  Asinh: smooth("asinh", Math.asinh, (u) => reciprocal(call("Sqrt", add(one, square(u)))), "odd", {
    tex: "\\operatorname{arsinh}",
  }),
  Acosh: smooth("acosh", Math.acosh, (u) => reciprocal(call("Sqrt", subtract(square(u), one))), "none", {
    tex: "\\operatorname{arcosh}",
  }),
  Atanh: smooth("atanh", Math.atanh, (u) => reciprocal(subtract(one, square(u))), "odd", {
    tex: "\\operatorname{artanh}",
  }),
  Erf: smooth("erf", erf, bell, "odd", { tex: "\\operatorname{erf}(#1)", javascript: "$erf(#1)" }),
  Erfc: smooth("erfc", erfc, (u) => negate(bell(u)), "none", {
    tex: "\\operatorname{erfc}(#1)",
    javascript: "$erfc(#1)",
  }),
  Sigmoid: smooth(
    "sigmoid",
    (u) => 1 / (1 + Math.exp(-u)),
    (u) => multiply(call("Sigmoid", u), call("Sigmoid", negate(u))),
    "none",
    { tex: "\\sigma(#1)", javascript: "(1 / (1 + Math.exp(-(#1))))", sympy: "(1/(1 + exp(-(#1))))" },
  ),
  Softplus: smooth("softplus", softplus, (u) => call("Sigmoid", u), "none", {
    tex: "\\operatorname{softplus}(#1)",
    javascript: "$softplus(#1)",
    sympy: "log(1 + exp(#1))",
  }),
  Abs: operator(
    1,
    Math.abs as Head["evaluate"],
    ([u], [du]) => multiply(call("Sign", u!), du!),
    named("abs", { tex: "\\lvert #1 \\rvert", sympy: "Abs(#1)" }),
    "even",
  ),
  Sign: flat(1, Math.sign as Head["evaluate"], named("sign", { tex: "\\operatorname{sgn}" }), "odd"),
  Step: flat(
    1,
    step as Head["evaluate"],
    named("step", {
      tex: (u) => call("Greater", u!, zero),
      javascript: "$step(#1)",
      sympy: "Heaviside(#1, Rational(1, 2))",
    }),
  ),
  Min: operator(
    2,
    Math.min,
    (args, slopes) => choose("Less", args, slopes),
    named("min", { javascript: "Math.min(#1, #2)", sympy: "Min(#1, #2)" }),
  ),
  Max: operator(
    2,
    Math.max,
    (args, slopes) => choose("Greater", args, slopes),
    named("max", { javascript: "Math.max(#1, #2)", sympy: "Max(#1, #2)" }),
  ),
  Less: compare("<", (a, b) => a < b),
  LessEqual: compare("<=", (a, b) => a <= b, "\\le"),
  Greater: compare(">", (a, b) => a > b),
  GreaterEqual: compare(">=", (a, b) => a >= b, "\\ge"),
  Equal: compare("==", (a, b) => a === b, "="),
  NotEqual: compare("!=", (a, b) => a !== b, "\\ne"),
  And: flat(2, (a, b) => (a !== 0 && b !== 0 ? 1 : 0), infix("and", 1, "\\land")),
  Or: flat(2, (a, b) => (a !== 0 || b !== 0 ? 1 : 0), infix("or", 0.5, "\\lor")),
  Not: flat(1, (a) => (a === 0 ? 1 : 0), { form: "prefix", symbol: "not ", precedence: 5, tex: "\\lnot" }),
  Conditional: operator(
    3,
    (test, a, b) => (Number.isNaN(test) ? Number.NaN : test !== 0 ? a! : b!),
    ([test], [, da, db]) => call("Conditional", test!, da!, db!),
    { form: "conditional", precedence: 0 },
  ),
});
