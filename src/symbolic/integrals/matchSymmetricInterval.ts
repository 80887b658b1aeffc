import { minus, negative, over, plus, times } from "../build.js";
import { type Expression, integer, isCall } from "../expression.js";
import { compare } from "../proposition.js";
import { coefficientsIn } from "./coefficientsIn.js";
import { decide, rationalOf, sameValue } from "./decide.js";
import { symmetricBetaRule } from "./eulerRules.js";
import { half } from "./formula.js";
import { freeSymbols } from "./freeSymbols.js";
import {
  gegenbauerLowMomentRule,
  gegenbauerMassRule,
  gegenbauerMomentRule,
  gegenbauerNormRule,
  gegenbauerOddMomentRule,
  gegenbauerOrthogonalityRule,
  weightedOddPowerRule,
  weightedPowerRule,
} from "./gegenbauerRules.js";
import type { Substitution } from "./instantiate.js";
import { tidy } from "./linearForm.js";
import { linearise } from "./linearise.js";
import { addOutcomes, byRule, type Outcome } from "./outcome.js";
import type { Factor, Product } from "./productOf.js";
import type { Rule } from "./rule.js";
import { parityOf } from "./signedPower.js";
import { exponentOf, type Slot, type Slotted, slotted } from "./slotted.js";

const isZero = (a: Expression | undefined) => a === undefined || rationalOf(a)?.numerator === 0n;

/** x, |x|, 1-x, 1+x and 1-x^2 = (1-x)(1+x), up to a scale. */
function recognise(base: Expression, x: string): readonly Slot[] | null {
  if (isCall(base) && base.head === "Abs") {
    const inside = base.args[0]!;
    return inside.head === "Symbol" && inside.name === x ? [{ name: "|x|" }] : null;
  }
  const coefficients = coefficientsIn(base, x);
  if (coefficients === null || coefficients.length < 2 || coefficients.length > 3) return null;
  const [constant, slope, square] = coefficients as [Expression, Expression, Expression | undefined];
  if (square !== undefined) {
    if (!isZero(slope) || !sameValue(constant, negative(square))) return null;
    return [{ name: "1-x", scale: constant }, { name: "1+x" }];
  }
  if (isZero(constant)) return [{ name: "x", scale: slope, signed: true }];
  if (sameValue(constant, negative(slope))) return [{ name: "1-x", scale: constant }];
  return sameValue(constant, slope) ? [{ name: "1+x", scale: constant }] : null;
}

/** The Gegenbauer polynomials in x of one order, each as often as its power says; null for orders that differ. */
interface Polynomials {
  readonly degrees: readonly Expression[];
  readonly lambda: Expression | null;
}

function polynomialsOf(factors: readonly Factor[], x: string): Polynomials | null {
  const degrees: Expression[] = [];
  let lambda: Expression | null = null;
  for (const { base, exponent } of factors) {
    const [k, order, argument] = (base as { readonly args: readonly Expression[] }).args as [
      Expression,
      Expression,
      Expression,
    ];
    const count = rationalOf(exponent);
    const fixed = [k, order].every((value) => !freeSymbols(value).has(x));
    if (!fixed || argument.head !== "Symbol" || argument.name !== x) return null;
    if (count?.denominator !== 1n || count.numerator < 1n || count.numerator > 2n) return null;
    if (lambda !== null && !sameValue(lambda, order)) return null;
    lambda = order;
    for (let i = 0n; i < count.numerator; i++) degrees.push(tidy(k));
  }
  return { degrees, lambda };
}

type Use = (rule: Rule, substitution: Substitution, scale?: Expression) => Outcome;

/** x^m |x|^p (1-x)^a (1+x)^b without polynomials. */
function matchWeight({ slots }: Slotted, use: Use): Outcome {
  const [m, p] = [exponentOf(slots, "x"), exponentOf(slots, "|x|")];
  const [right, left] = [exponentOf(slots, "1-x"), exponentOf(slots, "1+x")];
  const lambda = tidy(plus(right, half));
  if (!sameValue(right, left)) {
    const bare = isZero(m) && isZero(p);
    return bare ? use(symmetricBetaRule, { a: tidy(plus(right, 1)), b: tidy(plus(left, 1)) }) : null;
  }
  if (isZero(m) && isZero(p)) return use(gegenbauerMassRule, { lambda });
  const parity = parityOf(m);
  if (parity === null) return null;
  if (!parity.odd) return use(weightedPowerRule, { p: tidy(plus(m, p)), lambda });
  return isZero(p) ? use(weightedOddPowerRule, { l: tidy(over(minus(m, 1), 2)), lambda }) : null;
}

/** x^m C_k. */
function matchMoment(m: Expression, k: Expression, lambda: Expression, use: Use): Outcome {
  if (decide(compare("Less", m, k)) === true) return use(gegenbauerLowMomentRule, { m, k, lambda });
  const difference = tidy(minus(m, k));
  const parity = parityOf(difference);
  if (parity === null) return null;
  const l = tidy(over(parity.odd ? minus(difference, 1) : difference, 2));
  return use(parity.odd ? gegenbauerOddMomentRule : gegenbauerMomentRule, { k, l, lambda });
}

/** C_j C_k, or x^m C_j C_k for explicit degrees. */
function matchPair(m: Expression, j: Expression, k: Expression, lambda: Expression, use: Use): Outcome {
  if (isZero(m)) {
    if (sameValue(j, k)) return use(gegenbauerNormRule, { k, lambda });
    const differ = decide(compare("NotEqual", j, k)) === true;
    return differ ? use(gegenbauerOrthogonalityRule, { j, k, lambda }) : null;
  }
  const [a, b] = [rationalOf(j), rationalOf(k)];
  const explicit = [a, b].every(
    (value) => value?.denominator === 1n && value.numerator >= 0n && value.numerator <= 30n,
  );
  if (!explicit) return null;
  const terms = linearise(Number(a!.numerator), Number(b!.numerator), lambda).map(({ coefficient, degree }) =>
    matchMoment(m, integer(degree), lambda, (rule, substitution) => use(rule, substitution, coefficient)),
  );
  return addOutcomes(terms);
}

/** int_-1^1 of powers of x, |x|, 1-x, 1+x, or of x^m and one or two C_k of the order that the weight has. */
export function matchSymmetricInterval(product: Product, x: string): Outcome {
  const isPolynomial = ({ base }: Factor) => base.head === "Gegenbauer";
  const polynomials = polynomialsOf(product.factors.filter(isPolynomial), x);
  const rest = { ...product, factors: product.factors.filter((factor) => !isPolynomial(factor)) };
  const found = slotted(rest, (base) => recognise(base, x));
  if (polynomials === null || found === null) return null;
  const use: Use = (rule, substitution, scale = integer(1)) =>
    byRule(rule, substitution, times(scale, found.coefficient), found.conditions);
  const { degrees, lambda } = polynomials;
  return lambda === null ? matchWeight(found, use) : matchPolynomials(found, degrees, lambda, use);
}

function matchPolynomials({ slots }: Slotted, degrees: readonly Expression[], lambda: Expression, use: Use): Outcome {
  const weight = tidy(minus(lambda, half));
  const fits = ["1-x", "1+x"].every((key) => sameValue(weight, exponentOf(slots, key)));
  if (!fits || slots.has("|x|") || degrees.length > 2) return null;
  const [j, k] = degrees as [Expression, Expression | undefined];
  const m = exponentOf(slots, "x");
  return k === undefined ? matchMoment(m, j, lambda, use) : matchPair(m, j, k, lambda, use);
}
