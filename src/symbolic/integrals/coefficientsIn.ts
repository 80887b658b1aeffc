import { minus, negative, over, plus, times } from "../build.js";
import { type Expression, integer, isCall } from "../expression.js";
import { rationalOf } from "./decide.js";
import { freeSymbols } from "./freeSymbols.js";
import { tidy } from "./linearForm.js";

const zero = integer(0);
const isZero = (a: Expression) => rationalOf(a)?.numerator === 0n;

function trimmed(list: readonly Expression[]): readonly Expression[] {
  const tidied = list.map(tidy);
  let length = tidied.length;
  while (length > 0 && isZero(tidied[length - 1]!)) length -= 1;
  return tidied.slice(0, length);
}

type Coefficients = readonly Expression[];

const entrywise = (a: Coefficients, b: Coefficients, combine: (x: Expression, y: Expression) => Expression) =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, k) => combine(a[k] ?? zero, b[k] ?? zero));

function product(a: Coefficients, b: Coefficients): Coefficients {
  const length = Math.max(0, a.length + b.length - 1);
  return Array.from({ length }, (_, k) =>
    a.map((x, i) => (b[k - i] === undefined ? zero : times(x, b[k - i]!))).reduce((x, y) => plus(x, y), zero),
  );
}

/**
 * The coefficients of 1, x, x^2, ... of a polynomial in x of degree at most 8, the last one not visibly zero; null for what is
 * not written as one.
 */
export function coefficientsIn(expression: Expression, x: string): Coefficients | null {
  const go = (node: Expression): Coefficients | null => {
    if (node.head === "Symbol" && node.name === x) return [zero, integer(1)];
    if (!freeSymbols(node).has(x)) return [node];
    if (!isCall(node)) return null;
    const [a, b] = node.args;
    if (node.head === "Power") return wholePower(go(a!), b!);
    const left = go(a!);
    const right = b === undefined ? [] : go(b);
    if (left === null || right === null) return null;
    switch (node.head) {
      case "Add":
        return entrywise(left, right, plus);
      case "Subtract":
        return entrywise(left, right, minus);
      case "Negate":
        return left.map(negative);
      case "Multiply":
        return product(left, right);
      case "Divide":
        return right.length === 1 && !isZero(right[0]!) ? left.map((value) => over(value, right[0]!)) : null;
      default:
        return null;
    }
  };
  const found = go(expression);
  return found === null ? null : trimmed(found);
}

function wholePower(base: Coefficients | null, exponent: Expression): Coefficients | null {
  const value = rationalOf(exponent);
  const small = value !== null && value.denominator === 1n && value.numerator >= 0n && value.numerator <= 8n;
  if (base === null || !small) return null;
  let all: Coefficients = [integer(1)];
  for (let k = 0n; k < value.numerator; k++) all = product(all, base).map(tidy);
  return all.length <= 9 ? all : null;
}
