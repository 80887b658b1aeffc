import type { CallExpression, Expression } from "../expression.js";
import { rationalFromNumber } from "../rational.js";
import { Identifiers, identifier } from "./identifier.js";
import { namedCall, type Source, type SourceOf, sourceLevels, wrapSource, writeSource } from "./source.js";

const reserved: ReadonlySet<string> = new Set(
  // Python
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in " +
    "is lambda nonlocal not or pass raise return try while with yield " +
    // SymPy: constants, and what the source calls
    "E I S N O Q oo pi nan zoo Symbol symbols Integer Rational Float Add Mul Pow sqrt exp log sin cos tan asin acos atan sinh " +
    "cosh tanh sech asinh acosh atanh erf erfc Abs sign Heaviside Min Max Eq Ne Lt Le Gt Ge And Or Not Piecewise factorial " +
    "binomial gamma polygamma beta zeta rf ff hyper gegenbauer elliptic_k elliptic_e Sum Integral"
  ).split(" "),
);

/**
 * The name of a symbol in `sympy`: itself, but for primes (x' is x_prime) and for names of Python or SymPy (lambda is
 * lambda_).
 */
export const sympyName = (name: string): string => identifier(name, reserved);

const { sum, product, unary, power, call } = sourceLevels;

/** Source whose value in Python is an int: int/int and int**-int would leave exact numbers. */
interface Typed extends Source {
  readonly isInt?: boolean;
}

function literal(value: number | bigint): Typed {
  if (value === Math.PI) return { code: "pi", level: call };
  if (value === Math.E) return { code: "E", level: call };
  if (Number.isNaN(value)) return { code: "nan", level: call };
  if (value === Infinity || value === -Infinity)
    return value > 0 ? { code: "oo", level: call } : { code: "-oo", level: unary };
  const { numerator, denominator } =
    typeof value === "bigint" ? { numerator: value, denominator: 1n } : rationalFromNumber(value);
  if (denominator !== 1n) return { code: `Rational(${numerator}, ${denominator})`, level: call };
  return { code: String(numerator), level: numerator < 0n ? unary : call, isInt: true };
}

const relations: Readonly<Record<string, string>> = {
  Less: "<",
  LessEqual: "<=",
  Greater: ">",
  GreaterEqual: ">=",
};

const condition = (part: Source) => part.condition ?? `Ne(${part.code}, 0)`;

const statement = (text: string): Source => ({
  code: `Piecewise((1, ${text}), (0, True))`,
  level: call,
  condition: text,
});

const exactly = (part: Typed): Source => (part.isInt ? { code: `Integer(${part.code})`, level: call } : part);

function arithmetic(node: CallExpression, [a, b]: readonly Typed[]): Typed | undefined {
  const isInt = a?.isInt === true && b?.isInt === true;
  const infix = (sign: string, level: number): Typed => ({
    code: `${wrapSource(a!, level)}${sign}${wrapSource(b!, level + 0.5)}`,
    level,
    isInt,
  });
  switch (node.head) {
    case "Add":
      return infix(" + ", sum);
    case "Subtract":
      return infix(" - ", sum);
    case "Multiply":
      return infix("*", product);
    case "Divide": {
      if (node.args.every((arg) => arg.head === "Integer"))
        return { code: `Rational(${a!.code}, ${b!.code})`, level: call };
      const top = isInt ? exactly(a!) : a!;
      return { code: `${wrapSource(top, product)}/${wrapSource(b!, product + 0.5)}`, level: product };
    }
    case "Power": {
      const base = isInt ? exactly(a!) : a!;
      return { code: `${wrapSource(base, call)}**${wrapSource(b!, unary)}`, level: power };
    }
    case "Negate":
      return { code: `-${wrapSource(a!, power)}`, level: unary, isInt: a!.isInt === true };
  }
  return undefined;
}

/** The innermost branch last; SymPy takes the first whose condition holds. */
function piecewise([test, value, otherwise]: readonly Source[]): Source {
  return { code: `Piecewise((${value!.code}, ${condition(test!)}), (${otherwise!.code}, True))`, level: call };
}

function operator(node: CallExpression, at: SourceOf): Source {
  const parts = node.args.map(at);
  const [a, b] = parts;
  const plain = arithmetic(node, parts);
  if (plain !== undefined) return plain;
  const sign = relations[node.head];
  if (sign !== undefined) return statement(`${wrapSource(a!, sum)} ${sign} ${wrapSource(b!, sum)}`);
  switch (node.head) {
    case "Equal":
    case "NotEqual":
      return statement(`${node.head === "Equal" ? "Eq" : "Ne"}(${a!.code}, ${b!.code})`);
    case "And":
    case "Or":
      return statement(`${node.head}(${condition(a!)}, ${condition(b!)})`);
    case "Not":
      return statement(`Not(${condition(a!)})`);
    case "Conditional":
      return piecewise(parts);
  }
  return namedCall(node, "sympy", at);
}

function write(expression: Expression): { readonly code: string; readonly names: readonly string[] } {
  const identifiers = new Identifiers(sympyName);
  const code = writeSource(expression, (node, at) => {
    if (node.head === "Symbol") return { code: identifiers.take(node.name), level: call };
    if (node.head === "Number" || node.head === "Integer") return literal(node.value);
    return operator(node as CallExpression, at);
  });
  return { code, names: identifiers.taken };
}

/**
 * The expression as source that Python reads after `from sympy import *` and `sympyDeclaration(expression)`. Symbols
 * are named by `sympyName`: those that Python or SymPy would take for something else (lambda, E, I, S, N, O, Q, beta,
 * gamma, zeta, ...) have a trailing underscore.
 *
 * Everything is exact: fractions are Rational(p, q), and doubles the rational numbers that they are, but for those
 * nearest to pi and e. J_alpha is written out as its hypergeometric series, means as integrals (GaussianMean for
 * |c| < 1, SphereMean for B > 3), O(f) for its one symbol to infinity. SymPy simplifies what it reads.
 * @throws RangeError for two symbols of one name and for O(f) of no or several symbols.
 */
export const sympy = (expression: Expression): string => write(expression).code;

/**
 * Python that declares every symbol of `sympy(expression)`, bound ones too: `B, c = symbols("B c")`; empty where there
 * is none.
 */
export function sympyDeclaration(expression: Expression): string {
  const { names } = write(expression);
  return names.length === 0 ? "" : `${names.join(", ")} = symbols("${names.join(" ")}")`;
}
