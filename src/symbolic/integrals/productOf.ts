import { negative, over, plus, power, times } from "../build.js";
import { type CallExpression, call, type Expression, integer, isCall } from "../expression.js";
import { rationalOf } from "./decide.js";
import { keyOf } from "./keyOf.js";
import { tidy } from "./linearForm.js";

export interface Factor {
  readonly base: Expression;
  /** Free of the variables. */
  readonly exponent: Expression;
}

/** coefficient * product of base^exponent: the coefficient is free of the variables, no base is. */
export interface Product {
  readonly coefficient: Expression;
  readonly factors: readonly Factor[];
}

/** What a product is taken apart for: which trees hold a variable, and which are known to be >= 0 where it ranges. */
export interface Range {
  /** Whether powers of one base are joined, where that leaves the product as defined as it was. */
  readonly joins: boolean;
  readonly depends: (node: Expression) => boolean;
  readonly nonnegative: (node: Expression) => boolean;
}

const one = integer(1);

/** A whole number, of either sign. */
export const isWhole = (exponent: Expression): boolean => rationalOf(exponent)?.denominator === 1n;
const isOne = (exponent: Expression): boolean => {
  const value = rationalOf(exponent);
  return value !== null && value.numerator === value.denominator;
};

/** >= 0 by its form, or by what the range knows. */
function isNonnegative(node: Expression, range: Range): boolean {
  const value = rationalOf(node);
  if (value !== null) return value.numerator >= 0n;
  if (range.nonnegative(node)) return true;
  if (!isCall(node)) return false;
  const [a, b] = node.args;
  const both = () => isNonnegative(a!, range) && isNonnegative(b!, range);
  switch (node.head) {
    case "Multiply":
    case "Divide":
    case "Add":
      return both();
    case "Power": {
      const exponent = rationalOf(b!);
      const even = exponent !== null && exponent.denominator === 1n && exponent.numerator % 2n === 0n;
      return even || isNonnegative(a!, range);
    }
    case "Max":
      return isNonnegative(a!, range) || isNonnegative(b!, range);
    default:
      return ["Exp", "Sqrt", "Abs", "Step"].includes(node.head);
  }
}

/** node^exponent as factors; what cannot be taken apart for every sign of its parts stays whole. */
function split(node: Expression, exponent: Expression, range: Range): readonly Factor[] {
  const whole = [{ base: node, exponent }];
  if (!isCall(node) || !range.depends(node)) return whole;
  const [a, b] = node.args;
  const free = isWhole(exponent);
  // (u v)^e = u^e v^e for whole e, or where at least one of them is >= 0
  const apart = () => free || isNonnegative(a!, range) || isNonnegative(b!, range);
  switch (node.head) {
    case "Multiply":
      return apart() ? [...split(a!, exponent, range), ...split(b!, exponent, range)] : whole;
    case "Divide":
      return apart() ? [...split(a!, exponent, range), ...split(b!, tidy(negative(exponent)), range)] : whole;
    case "Negate":
      return free ? [{ base: integer(-1), exponent }, ...split(a!, exponent, range)] : whole;
    case "Sqrt":
      return isOne(exponent) || isNonnegative(a!, range) ? split(a!, tidy(over(exponent, 2)), range) : whole;
    case "Power": {
      if (range.depends(b!)) return whole;
      const joined = isOne(exponent) || isNonnegative(a!, range) || (free && isWhole(b!));
      return joined ? split(a!, tidy(times(b!, exponent)), range) : whole;
    }
    case "Exp":
      return [{ base: call("Exp", tidy(times(exponent, a!))), exponent: one }];
    case "Abs":
      return splitAbsolute(a!, exponent, range) ?? whole;
    default:
      return whole;
  }
}

/** |u v| = |u| |v|, |u^k| = |u|^k for whole k, |u| = u where u >= 0, |u| = -u where u <= 0. */
function splitAbsolute(inside: Expression, exponent: Expression, range: Range): readonly Factor[] | null {
  if (isNonnegative(inside, range)) return split(inside, exponent, range);
  const opposite = tidy(negative(inside));
  if (isNonnegative(opposite, range)) return split(opposite, exponent, range);
  if (!isCall(inside)) return null;
  const [a, b] = inside.args;
  const size = (u: Expression) => call("Abs", u);
  switch (inside.head) {
    case "Negate":
      return split(size(a!), exponent, range);
    case "Multiply":
      return [...split(size(a!), exponent, range), ...split(size(b!), exponent, range)];
    case "Divide":
      return [...split(size(a!), exponent, range), ...split(size(b!), tidy(negative(exponent)), range)];
    case "Power":
      return isWhole(b!) ? split(size(a!), tidy(times(b!, exponent)), range) : null;
    default:
      return null;
  }
}

/** all * base^exponent. */
function withPower(all: Expression, { base, exponent }: Factor): Expression {
  if (isOne(exponent)) return times(all, base);
  return isOne(tidy(negative(exponent))) ? over(all, base) : times(all, power(base, exponent));
}

/** e^u e^v = e^(u+v): at most one exponential is left. */
function joinExponentials(parts: readonly Factor[], range: Range): readonly Factor[] {
  const isExponential = ({ base }: Factor) => base.head === "Exp" && range.depends(base);
  const insides = parts.filter(isExponential).map(({ base }) => (base as CallExpression).args[0]!);
  if (insides.length < 2) return parts;
  const base = call("Exp", tidy(plus(...insides)));
  return [...parts.filter((part) => !isExponential(part)), { base, exponent: one }];
}

/** u^(1/2) u^(1/2) is u only where u >= 0: such powers stay one factor that no rule knows. */
function joinPowers(a: Factor, b: Factor, range: Range): Factor {
  const exponent = tidy(plus(a.exponent, b.exponent));
  const gains = isWhole(exponent) && !(isWhole(a.exponent) && isWhole(b.exponent));
  if (!gains || isNonnegative(a.base, range)) return { base: a.base, exponent };
  return { base: times(power(a.base, a.exponent), power(b.base, b.exponent)), exponent: one };
}

/** The expression as a product. */
export function productOf(expression: Expression, range: Range): Product {
  const parts = joinExponentials(split(expression, one, range), range);
  const coefficient = tidy(parts.filter(({ base }) => !range.depends(base)).reduce<Expression>(withPower, one));
  const factors = parts.filter(({ base }) => range.depends(base));
  if (!range.joins) return { coefficient, factors };
  const joined = new Map<string, Factor>();
  for (const factor of factors) {
    const key = keyOf(factor.base);
    const known = joined.get(key);
    joined.set(key, known === undefined ? factor : joinPowers(known, factor, range));
  }
  return {
    coefficient,
    factors: [...joined.values()].filter(({ exponent }) => rationalOf(exponent)?.numerator !== 0n),
  };
}

/** The product as an expression again. */
export const expressionOf = ({ coefficient, factors }: Product): Expression =>
  factors.reduce<Expression>(withPower, coefficient);

/** How high a power of a sum is multiplied out. */
const HIGHEST = 12n;

function binomial(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
}

/** One factor (a + b)^n, n = 1, 2, ..., multiplied out by the binomial theorem; null where there is none. */
export function expandOnce({ coefficient, factors }: Product): readonly Expression[] | null {
  const at = factors.findIndex(({ base, exponent }) => {
    const value = rationalOf(exponent);
    const small = value !== null && value.denominator === 1n && value.numerator > 0n && value.numerator <= HIGHEST;
    return small && (base.head === "Add" || base.head === "Subtract");
  });
  if (at < 0) return null;
  const { base, exponent } = factors[at]!;
  const n = Number(rationalOf(exponent)!.numerator);
  const [a, last] = (base as CallExpression).args as [Expression, Expression];
  const b = base.head === "Subtract" ? negative(last) : last;
  const rest = expressionOf({ coefficient, factors: factors.filter((_, i) => i !== at) });
  return Array.from({ length: n + 1 }, (_, k) => {
    const parts = [rest, integer(binomial(n, k)), ...(k < n ? [power(a, n - k)] : []), ...(k > 0 ? [power(b, k)] : [])];
    return times(...parts);
  });
}
