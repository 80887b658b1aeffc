import { minus, negative, over, plus, times } from "../build.js";
import { type Expression, integer } from "../expression.js";
import type { Proposition } from "../proposition.js";
import { rationalOf, sameValue } from "./decide.js";
import { freeSymbols } from "./freeSymbols.js";
import { gaussianMomentRule } from "./gaussianMoment.js";
import {
  gaussianAbsoluteMomentRule,
  gaussianEvenMomentRule,
  gaussianHalfLineMomentRule,
  gaussianOddMomentRule,
} from "./gaussianRules.js";
import { conditionsAt } from "./instantiate.js";
import { arccosineKernelRule } from "./kernelRules.js";
import { tidy } from "./linearForm.js";
import { addOutcomes, byRule, multiplyOutcomes, type Outcome, scaleOutcome } from "./outcome.js";
import { expressionOf, type Product } from "./productOf.js";
import { monomialDegree, type SignedPower, signedPower } from "./signedPower.js";
import { sphereFactor, sphereGaussRule } from "./sphereGaussRule.js";
import { batchSize, sphereMomentRule } from "./sphereMoment.js";

/** coefficient * f(z1) g(z2), both powers on either side of 0. */
interface PlaneProduct {
  readonly coefficient: Expression;
  readonly first: SignedPower;
  readonly second: SignedPower;
  readonly conditions: readonly Proposition[];
}

const one = integer(1);
const isZero = (a: Expression) => rationalOf(a)?.numerator === 0n;
const isConstant = ({ degree, left, right }: SignedPower) => isZero(degree) && sameValue(left, right);

/** The product by its two variables; null where a factor mixes them or is not homogeneous. */
function planeProduct({ coefficient, factors }: Product): PlaneProduct | null {
  const holding = (name: string) => factors.filter(({ base }) => freeSymbols(base).has(name));
  const [own, other] = [holding("z1"), holding("z2")];
  if (own.some((factor) => other.includes(factor))) return null;
  const first = signedPower(expressionOf({ coefficient: one, factors: own }), "z1");
  const second = signedPower(expressionOf({ coefficient: one, factors: other }), "z2");
  if (first === null || second === null) return null;
  return { coefficient, first, second, conditions: [...first.conditions, ...second.conditions] };
}

/** The mean of one signed power of a standard normal. */
function lineMoment(f: SignedPower, c: Expression): Outcome {
  const k = monomialDegree(f);
  if (k !== null) {
    const m = integer(Math.floor(k / 2));
    return byRule(k % 2 === 0 ? gaussianEvenMomentRule : gaussianOddMomentRule, { m, c }, f.right);
  }
  if (sameValue(f.left, f.right)) return byRule(gaussianAbsoluteMomentRule, { p: f.degree, c }, f.right);
  return byRule(gaussianHalfLineMomentRule, { p: f.degree, c }, plus(f.right, f.left));
}

/** f(z1) g(z2) of one degree over two standard normals: the quadrants pair up, as z to -z changes nothing. */
function kernelMean(f: SignedPower, g: SignedPower, c: Expression): Outcome {
  const alpha = f.degree;
  const same = tidy(plus(times(f.right, g.right), times(f.left, g.left)));
  const mixed = tidy(plus(times(f.right, g.left), times(f.left, g.right)));
  const opposite = tidy(negative(c));
  const parts = [
    { weight: same, c },
    { weight: mixed, c: opposite },
  ];
  const kept = parts.filter(({ weight }) => !isZero(weight));
  return addOutcomes(
    (kept.length > 0 ? kept : parts).map((part) => byRule(arccosineKernelRule, { alpha, c: part.c }, part.weight)),
  );
}

function gaussianMean({ first, second }: PlaneProduct, c: Expression): Outcome {
  if (isConstant(second)) return scaleOutcome(lineMoment(first, c), second.right);
  if (isConstant(first)) return scaleOutcome(lineMoment(second, c), first.right);
  const [i, j] = [monomialDegree(first), monomialDegree(second)];
  if (i !== null && j !== null) return byRule(gaussianMomentRule(i, j), { c }, times(first.right, second.right));
  if (isZero(c)) return multiplyOutcomes([lineMoment(first, c), lineMoment(second, c)]);
  return sameValue(first.degree, second.degree) ? kernelMean(first, second, c) : null;
}

/** The mean of a product over two standard normals z1, z2 of correlation c. */
export function matchGaussian(product: Product, c: Expression): Outcome {
  const found = planeProduct(product);
  if (found === null) return null;
  return scaleOutcome(gaussianMean(found, tidy(c)), found.coefficient, found.conditions);
}

/** The Gaussian mean without the conditions -1 <= c <= 1, which hold for c = -1/(B-1) and its negative. */
function withoutCorrelation(product: PlaneProduct, c: Expression): Outcome {
  const outcome = gaussianMean(product, c);
  if (outcome === null) return null;
  const bounds = [c, tidy(negative(c))];
  const isBound = (p: Proposition) => bounds.some((bound) => sameValue(p.left, bound));
  return { ...outcome, conditions: outcome.conditions.filter((condition) => !isBound(condition)) };
}

/** The mean of a product over two samples of a batch: a moment, or the Gaussian mean of correlation -1/(B-1), rescaled. */
export function matchSphere(product: Product, B: Expression): Outcome {
  const found = planeProduct(product);
  if (found === null) return null;
  const { coefficient, first, second, conditions } = found;
  const [i, j] = [monomialDegree(first), monomialDegree(second)];
  if (i !== null && j !== null) {
    return byRule(sphereMomentRule(i, j), { B }, times(coefficient, first.right, second.right), conditions);
  }
  const gaussian = withoutCorrelation(found, tidy(negative(over(1, minus(B, 1)))));
  const degree = tidy(plus(first.degree, second.degree));
  const rule = sphereGaussRule(expressionOf(product));
  // Where the Gaussian mean exists the degree is above -1, and the rule's other condition holds for every B >= 2.
  const sizes = conditionsAt({ ...rule, conditions: batchSize }, { B });
  return scaleOutcome(gaussian, times(coefficient, sphereFactor(degree, B)), [...conditions, ...sizes], [rule]);
}
