import { negative, power } from "../build.js";
import { call, type Expression, integer, isCall, substitute } from "../expression.js";
import { compare, element, type Proposition } from "../proposition.js";
import { compareRational, type Rational, rational } from "../rational.js";
import { rationalOf } from "./decide.js";
import { homogeneousDegree } from "./homogeneousDegree.js";
import { linearForm, tidy } from "./linearForm.js";

/** f(z) = right z^degree for z > 0 and left |z|^degree for z < 0. */
export interface SignedPower {
  readonly degree: Expression;
  readonly right: Expression;
  readonly left: Expression;
  /** What must hold for f to have these values. */
  readonly conditions: readonly Proposition[];
}

interface Value {
  readonly value: Expression;
  readonly conditions: readonly Proposition[];
}

const zero = integer(0);
const one = integer(1);

/** Even and odd by the form of the exponent: 2 m + 1 is odd when m is whole. Null where the form does not tell. */
export function parityOf(
  exponent: Expression,
): { readonly odd: boolean; readonly conditions: readonly Proposition[] } | null {
  const { constant, terms } = linearForm(exponent);
  const even = terms.every(({ coefficient }) => coefficient.denominator === 1n && coefficient.numerator % 2n === 0n);
  if (constant.denominator !== 1n || !even) return null;
  return { odd: constant.numerator % 2n !== 0n, conditions: terms.map(({ atom }) => element(atom, "Integers")) };
}

/** 0^e: 0 for e > 0, 1 for e = 0. */
function zeroPower(exponent: Expression, known: Rational | null): Value | null {
  if (known === null) return { value: zero, conditions: [compare("Greater", exponent, zero)] };
  if (known.numerator === 0n) return { value: one, conditions: [] };
  return known.numerator < 0n ? null : { value: zero, conditions: [] };
}

function powerValue(base: Expression, exponent: Expression): Value | null {
  const value = rationalOf(base);
  if (value === null) return { value: tidy(power(base, exponent)), conditions: [] };
  if (value.numerator === 0n) return zeroPower(exponent, rationalOf(exponent));
  if (compareRational(value, rational(0)) > 0) return { value: tidy(power(base, exponent)), conditions: [] };
  const parity = parityOf(exponent);
  if (parity === null) return null;
  const size = power(tidy(negative(base)), exponent);
  return { value: tidy(parity.odd ? negative(size) : size), conditions: parity.conditions };
}

/** The value of a tree without z: only the branch of a conditional that is taken counts. Null where there is none. */
function valueOfTree(node: Expression): Value | null {
  if (!isCall(node)) return { value: node, conditions: [] };
  if (node.head === "Conditional") {
    const test = valueOfTree(node.args[0]!);
    const known = test === null ? null : rationalOf(test.value);
    return known === null ? null : valueOfTree(node.args[known.numerator === 0n ? 2 : 1]!);
  }
  const args = node.args.map(valueOfTree);
  if (args.some((arg) => arg === null)) return null;
  const found = args as readonly Value[];
  const conditions = found.flatMap((arg) => arg.conditions);
  const [a, b] = found.map((arg) => arg.value);
  if (node.head === "Divide" && rationalOf(b!)?.numerator === 0n) return null;
  if (node.head === "Power") {
    const result = powerValue(a!, b!);
    return result === null ? null : { value: result.value, conditions: [...conditions, ...result.conditions] };
  }
  return { value: tidy(call(node.head, ...found.map((arg) => arg.value))), conditions };
}

/** A positively homogeneous function of z as a power on either side; null where it is not visibly one. */
export function signedPower(f: Expression, z: string): SignedPower | null {
  const degree = homogeneousDegree(f, [z]);
  if (degree === null) return null;
  const [right, left] = [one, integer(-1)].map((sign) => valueOfTree(substitute(f, z, sign)));
  if (right == null || left == null) return null;
  return { degree, right: right.value, left: left.value, conditions: [...right.conditions, ...left.conditions] };
}

/** The k >= 0 of f(z) = right z^k; null where f is no such monomial. */
export function monomialDegree({ degree, right, left }: SignedPower): number | null {
  const value = rationalOf(degree);
  if (value === null || value.denominator !== 1n || value.numerator < 0n || value.numerator > 100n) return null;
  const mirrored = value.numerator % 2n === 0n ? left : negative(left);
  return rationalOf(call("Subtract", right, mirrored))?.numerator === 0n ? Number(value.numerator) : null;
}
