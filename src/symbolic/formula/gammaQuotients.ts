import { over, power, times } from "../build.js";
import { simplifyExact } from "../exact/simplify.js";
import { call, type Expression, isCall } from "../expression.js";

/** base^exponent, a factor of a product. */
interface Factor {
  readonly base: Expression;
  readonly exponent: bigint;
}

/** The factors of products, quotients and whole powers, as deep as they go. */
function factorsOf(node: Expression, exponent: bigint): readonly Factor[] {
  if (!isCall(node)) return [{ base: node, exponent }];
  const [a, b] = node.args;
  if (node.head === "Multiply") return [...factorsOf(a!, exponent), ...factorsOf(b!, exponent)];
  if (node.head === "Divide") return [...factorsOf(a!, exponent), ...factorsOf(b!, -exponent)];
  if (node.head === "Power" && b!.head === "Integer") return factorsOf(a!, exponent * b!.value);
  return [{ base: node, exponent }];
}

const isGamma = ({ base }: Factor) => base.head === "Gamma";

/** a - b where that is a number, else null. */
function distance(a: Expression, b: Expression): Expression | null {
  const difference = simplifyExact(call("Subtract", a, b));
  const magnitude = difference.head === "Negate" ? difference.args[0]! : difference;
  const parts = magnitude.head === "Divide" ? magnitude.args : [magnitude];
  return parts.every(({ head }) => head === "Integer") ? difference : null;
}

/** Gamma(a)^k Gamma(b)^-m as (b)_{a-b}^min(k,m) and what is left, for the first pair a number apart; null for none. */
function pair(factors: readonly Factor[]): readonly Factor[] | null {
  for (const upper of factors.filter((one) => isGamma(one) && one.exponent > 0n)) {
    for (const lower of factors.filter((one) => isGamma(one) && one.exponent < 0n)) {
      const [a, b] = [upper, lower].map(({ base }) => (base as { args: readonly Expression[] }).args[0]!);
      const shift = distance(a!, b!);
      if (shift === null) continue;
      const common = upper.exponent < -lower.exponent ? upper.exponent : -lower.exponent;
      const others = factors.filter((one) => one !== upper && one !== lower);
      const rest = [
        { base: upper.base, exponent: upper.exponent - common },
        { base: lower.base, exponent: lower.exponent + common },
      ].filter(({ exponent }) => exponent !== 0n);
      return [...others, ...rest, { base: call("Pochhammer", b!, shift), exponent: common }];
    }
  }
  return null;
}

function product(factors: readonly Factor[]): Expression {
  const raised = (sign: bigint) =>
    factors
      .filter(({ exponent }) => exponent * sign > 0n)
      .map(({ base, exponent }) => (exponent * sign === 1n ? base : power(base, exponent * sign)));
  const [top, bottom] = [raised(1n), raised(-1n)];
  return bottom.length === 0 ? times(...top) : over(times(...top), times(...bottom));
}

/**
 * Quotients Gamma(a)/Gamma(b) with a number a - b as Pochhammer symbols (b)_{a-b}, whose doubles do not overflow where those of the
 * Gamma functions do (from 172 on). The same function everywhere else; nothing but products with such quotients is changed.
 */
export function gammaQuotients(expression: Expression): Expression {
  if (!isCall(expression)) return expression;
  let factors: readonly Factor[] = factorsOf(expression, 1n);
  for (let next = pair(factors); next !== null; next = pair(factors)) factors = next;
  if (factors.some(({ base }) => base.head === "Pochhammer")) {
    return product(factors.map(({ base, exponent }) => ({ base: inside(base), exponent })));
  }
  return inside(expression);
}

function inside(expression: Expression): Expression {
  if (!isCall(expression)) return expression;
  const args = expression.args.map(gammaQuotients);
  return args.every((arg, i) => arg === expression.args[i]) ? expression : call(expression.head, ...args);
}
