import { type Expression, fold, type HeadName, isCall } from "../expression.js";
import { heads } from "../heads.js";

export const maximumDegree = 64;

type Coefficients = readonly number[];

function trim(coefficients: readonly number[]): Coefficients {
  let length = coefficients.length;
  while (length > 1 && coefficients[length - 1] === 0) length -= 1;
  return coefficients.slice(0, Math.max(1, length));
}

const combine = (a: Coefficients, b: Coefficients, sign: number) =>
  trim(Array.from({ length: Math.max(a.length, b.length) }, (_, k) => (a[k] ?? 0) + sign * (b[k] ?? 0)));

function product(a: Coefficients, b: Coefficients): Coefficients | null {
  if (a.length + b.length - 2 > maximumDegree) return null;
  const result = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, u] of a.entries()) for (const [j, v] of b.entries()) result[i + j] = result[i + j]! + u * v;
  return trim(result);
}

function power(a: Coefficients, exponent: number): Coefficients | null {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent * (a.length - 1) > maximumDegree) return null;
  let result: Coefficients | null = [1];
  for (let k = 0; k < exponent && result !== null; k++) result = product(result, a);
  return result;
}

function apply(head: HeadName, args: readonly Coefficients[]): Coefficients | null {
  const [a, b] = args;
  if (args.every((arg) => arg.length === 1)) return [heads[head].evaluate(...args.map((arg) => arg[0]!))];
  switch (head) {
    case "Add":
      return combine(a!, b!, 1);
    case "Subtract":
      return combine(a!, b!, -1);
    case "Negate":
      return a!.map((value) => 0 - value);
    case "Multiply":
      return product(a!, b!);
    case "Divide":
      return b!.length === 1 && b![0] !== 0 ? a!.map((value) => value / b![0]!) : null;
    case "Power":
      return b!.length === 1 ? power(a!, b![0]!) : null;
    default:
      return null;
  }
}

/** Coefficients of 1, x, x^2, ... when the tree is a polynomial of degree at most 64 as it is written; null otherwise. */
export function polynomialOf(expression: Expression): Coefficients | null {
  const visit = (node: Expression, args: readonly { is: Coefficients | null }[]): { is: Coefficients | null } => {
    if (node.head === "Number") return { is: [node.value] };
    if (!isCall(node)) return { is: [0, 1] };
    const known = args.map((arg) => arg.is);
    const result = known.every((arg) => arg !== null) ? apply(node.head, known as Coefficients[]) : null;
    return { is: result?.every(Number.isFinite) ? result : null };
  };
  return fold(expression, visit).is;
}
