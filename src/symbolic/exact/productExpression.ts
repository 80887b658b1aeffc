import { rationalFunctionOf } from "../algebra/fromExpression.js";
import {
  constantPolynomial,
  isConstantPolynomial,
  leadingCoefficient,
  multiplyPolynomial,
  negatePolynomial,
  type Polynomial,
} from "../algebra/polynomial.js";
import { squarefree } from "../algebra/squarefree.js";
import { polynomialExpression, rationalExpression, rationalFunctionExpression } from "../algebra/toExpression.js";
import { call, type Expression, integer } from "../expression.js";
import { rational } from "../rational.js";
import { polynomialExact, sqrtPi } from "./create.js";
import type { Atoms, Exact } from "./exact.js";
import { exactField } from "./field.js";
import type { AtomPower } from "./joinGammas.js";
import { exactKey } from "./key.js";
import type { Product, RootPower, SymbolicPower } from "./product.js";
import { negateExact } from "./reduce.js";
import { signOf } from "./sign.js";

/** (-1 if negative) * (product of top) / (product of bottom) */
export interface Factors {
  readonly negative: boolean;
  readonly top: readonly Expression[];
  readonly bottom: readonly Expression[];
}

/** How elements within a product are written. */
export type Write = (x: Exact) => Expression;

export const multiplied = (factors: readonly Expression[]): Expression =>
  factors.length === 0 ? integer(1) : factors.reduce((left, right) => call("Multiply", left, right));

export const raised = (base: Expression, exponent: number): Expression =>
  exponent === 1 ? base : call("Power", base, integer(exponent));

const isOne = (p: Polynomial) => isConstantPolynomial(p) && leadingCoefficient(p) === 1n;

/** The factors of a product, those that are <= 0 on the default domain negated: 1 - c rather than c - 1. */
function orientedFactors(product: Expression): { readonly negative: boolean; readonly list: readonly Expression[] } {
  if (product.head === "Negate") {
    const { negative, list } = orientedFactors(product.args[0]!);
    return { negative: !negative, list };
  }
  if (product.head === "Multiply") {
    const sides = product.args.map(orientedFactors);
    return {
      negative: sides.filter(({ negative }) => negative).length % 2 === 1,
      list: sides.flatMap(({ list }) => list),
    };
  }
  const [base, exponent] = product.head === "Power" ? [product.args[0]!, product.args[1]!] : [product, integer(1)];
  const p = rationalFunctionOf(base)?.numerator;
  const isOdd = exponent.head === "Integer" && exponent.value % 2n === 1n;
  if (p === undefined || isConstantPolynomial(p)) return { negative: false, list: [product] };
  const sign = signOf(p, {}, exactField.domain);
  const flip = sign === -1 || (sign === null && leadingCoefficient(p) < 0n);
  if (!flip) return { negative: false, list: [product] };
  const negated = polynomialExpression(negatePolynomial(p));
  return { negative: isOdd, list: [product.head === "Power" ? call("Power", negated, exponent) : negated] };
}

/**
 * A polynomial with a positive leading coefficient as the denominator of a fraction is written: factored unless that is
 * long.
 */
function factored(p: Polynomial): Expression {
  const fraction = rationalFunctionExpression({ numerator: constantPolynomial(1n), denominator: p });
  return fraction.head === "Divide" ? fraction.args[1]! : polynomialExpression(p);
}

function coefficientFactors({ numerator, denominator }: Product["coefficient"]): Factors {
  const negative = numerator.terms.every(({ coefficient }) => coefficient < 0n);
  const [top, bottom] = [negative ? negatePolynomial(numerator) : numerator, denominator].map((p) =>
    isOne(p)
      ? { negative: false, list: [] }
      : orientedFactors(leadingCoefficient(p) > 0n ? factored(p) : polynomialExpression(p)),
  );
  const isNegative = [negative, top!.negative, bottom!.negative].filter(Boolean).length % 2 === 1;
  return { negative: isNegative, top: top!.list, bottom: bottom!.list };
}

/** Numbers, pi, symbols, sums, then the rest. */
function rank(factor: Expression): number {
  const base = factor.head === "Power" ? factor.args[0]! : factor;
  if (base.head === "Integer") return factor.head === "Power" ? 4 : 0;
  if (base.head === "Pi") return 1;
  if (base.head === "Symbol") return 2;
  return base.head === "Add" || base.head === "Subtract" ? 3 : 4;
}

const pi = exactField.power(sqrtPi(), 2);
const rootOfPi: RootPower = [{ kind: "root", degree: 2, radicand: pi.numerator, split: true }, 1];

/** pi^(n/2) by its whole part and, for an odd n, a root: joined with those of numbers, sqrt(2 pi). */
function piFactors(
  n: number,
  roots: readonly RootPower[],
): Pick<Product, "roots"> & { readonly top: readonly Expression[] } {
  const whole = n >= 2 ? [raised(call("Pi"), n >> 1)] : [];
  if (n % 2 === 0) return { top: whole, roots };
  const squares = roots.filter(([{ degree, split }, power]) => 2 * power === degree && split);
  return squares.length > 0 && squares.every(([{ radicand }]) => isConstantPolynomial(radicand))
    ? { top: whole, roots: [...roots, rootOfPi] }
    : { top: [...whole, call("Sqrt", call("Pi"))], roots };
}

/** The list in groups of equal keys, in the order of their first members. */
function grouped<T>(list: readonly T[], key: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** f for the radicand f^2, else null. */
function squareRootOf(radicand: Polynomial): Polynomial | null {
  const { content, factors } = squarefree(radicand);
  const isSquare = content === 1n && factors.length > 0 && factors.every(({ multiplicity }) => multiplicity === 2);
  return isSquare ? factors.map(({ factor }) => factor).reduce(multiplyPolynomial) : null;
}

const isE = ({ variables, terms }: Polynomial) => variables.length === 1 && variables[0] === "#e" && terms.length === 1;

/** Roots of one degree under one sign; |f| for the root of f^2. */
function rootFactors(roots: readonly RootPower[], atoms: Atoms, write: Write): readonly Expression[] {
  return grouped(roots, ([{ degree, split, radicand }, n]) =>
    split ? `${n / degree}` : exactKey(polynomialExact(radicand, atoms)),
  ).map((group) => {
    const [{ degree, split, radicand }, n] = group[0];
    const exponent = rational(n, degree);
    const size = split ? null : squareRootOf(radicand);
    if (size !== null) return call("Abs", write(polynomialExact(size, atoms)));
    const product = group.map(([root]) => root.radicand).reduce(multiplyPolynomial);
    const base = write(polynomialExact(product, { ...atoms, ...pi.atoms }));
    return exponent.denominator === 2n ? call("Sqrt", base) : call("Power", base, rationalExpression(exponent));
  });
}

/** Powers with one exponent as a power of the product, positive exponents only. */
function powerFactors(powers: readonly SymbolicPower[], atoms: Atoms, write: Write): readonly Expression[] {
  return grouped(powers, ({ base, exponent }) => `${isE(base)} ${exactKey(exponent)}`).map((group) => {
    const { base, exponent } = group[0];
    if (isE(base)) return call("Exp", write(exponent));
    const product = group.map((power) => power.base).reduce(multiplyPolynomial);
    return call("Power", write(polynomialExact(product, atoms)), write(exponent));
  });
}

function otherFactor([atom, n]: AtomPower, write: Write): Expression {
  const exponent = Math.abs(n);
  switch (atom.kind) {
    case "function":
      return raised(call(atom.head, ...atom.args.map(write)), exponent);
    case "sign":
      return call("Power", integer(-1), write(polynomialExact(atom.exponent, {})));
    case "constant":
    case "root":
    case "power":
      throw new Error("constants, roots and powers are written elsewhere");
  }
}

const leads = ({ numerator }: Exact) => leadingCoefficient(numerator) > 0n;

/** The factors of a product: coefficient, pi, roots, powers, functions, in this order. */
export function factorsOf(product: Product, atoms: Atoms, write: Write): Factors {
  const { negative, top, bottom } = coefficientFactors(product.coefficient);
  const side = (sign: 1 | -1): readonly Expression[] => {
    const powers = product.powers
      .filter(({ exponent }) => leads(exponent) === sign > 0)
      .map(({ base, exponent }) => ({ base, exponent: sign > 0 ? exponent : negateExact(exponent) }));
    const own = product.roots.filter(([, n]) => n * sign > 0).map(([root, n]): RootPower => [root, n * sign]);
    const { top: powersOfPi, roots } = piFactors(Math.max(0, product.sqrtPi * sign), own);
    return [
      ...powersOfPi,
      ...rootFactors(roots, atoms, write),
      ...powerFactors(powers, atoms, write),
      ...product.others.filter(([, n]) => n * sign > 0).map((other) => otherFactor(other, write)),
    ];
  };
  const sorted = (list: readonly Expression[]) => [...list].sort((a, b) => rank(a) - rank(b));
  return { negative, top: sorted([...top, ...side(1)]), bottom: sorted([...bottom, ...side(-1)]) };
}
