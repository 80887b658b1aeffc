import {
  addRational,
  equalRational,
  multiplyRational,
  type Rational,
  rational,
  subtractRational,
} from "../rational.js";
import { primitivePart, totalDegree } from "./coefficients.js";
import { gcdInteger } from "./integers.js";
import { dividePolynomial } from "./quotient.js";
import { linearFactors } from "./rationalRoots.js";
import { fromTerms, leadingCoefficient, type Polynomial } from "./sparse.js";
import { squarefree } from "./squarefree.js";

/** Combinations of zeros that are tried at most: more come up only by accident. */
const maximalCandidates = 1000;

/**
 * The factors of total degree 1, such as B + 2 a - 3, of a squarefree primitive polynomial all of whose factors contain its
 * first variable x. Such a factor has a zero x = r + sum_i s_i (y_i - c_i): r is one of the rational zeros at y = c, and
 * s_i is found from those at one and two steps from c along y_i. Every candidate is checked by division.
 */
export function linearForms(p: Polynomial): readonly Polynomial[] {
  const [main, ...others] = p.variables;
  if (totalDegree(p) === 1) return [p];
  for (let attempt = 1; attempt <= 5; attempt++) {
    const center = others.map((_, i) => BigInt(attempt * (3 * i + 2)));
    const moved = (i: number, by: bigint) => center.map((c, k) => (k === i ? c + by : c));
    const base = zerosAt(p, center);
    const steps = others.map((_, i) => [zerosAt(p, moved(i, 1n)), zerosAt(p, moved(i, 2n))] as const);
    if (base === null || steps.some(([one, two]) => one === null || two === null)) continue;
    return base.flatMap((zero) => {
      const slopes = steps.map(([one, two]) => slopesFrom(zero, one!, two!));
      const candidates = combinations(slopes).map((list) => linearForm(main!, others, zero, list, center));
      return candidates.filter((candidate) => dividePolynomial(p, candidate) !== null);
    });
  }
  return [];
}

/** The rational zeros in the first variable with the values put for the others; null when p vanishes there. */
function zerosAt(p: Polynomial, values: readonly bigint[]): readonly Rational[] | null {
  const terms = p.terms.map(({ exponents, coefficient }) => ({
    exponents: exponents.slice(0, 1),
    coefficient: values.reduce((product, value, i) => product * value ** BigInt(exponents[i + 1]!), coefficient),
  }));
  const restricted = fromTerms(p.variables.slice(0, 1), terms);
  if (restricted.terms.length === 0) return null;
  return squarefree(restricted).factors.flatMap(({ factor }) =>
    linearFactors(factor).map((own) =>
      rational(own.terms.length === 1 ? 0n : -own.terms[1]!.coefficient, leadingCoefficient(own)),
    ),
  );
}

const slopesFrom = (zero: Rational, one: readonly Rational[], two: readonly Rational[]): readonly Rational[] =>
  one
    .map((next) => subtractRational(next, zero))
    .filter((slope) => two.some((last) => equalRational(last, addRational(zero, addRational(slope, slope)))));

/** One entry of every list, in all ways. */
function combinations(lists: readonly (readonly Rational[])[]): readonly (readonly Rational[])[] {
  if (lists.reduce((product, { length }) => product * length, 1) > maximalCandidates) return [];
  return lists.reduce<readonly (readonly Rational[])[]>(
    (all, list) => all.flatMap((chosen) => list.map((own) => [...chosen, own])),
    [[]],
  );
}

/** x - zero - sum_i slopes_i (y_i - center_i) with whole coefficients. */
function linearForm(
  main: string,
  others: readonly string[],
  zero: Rational,
  slopes: readonly Rational[],
  center: readonly bigint[],
): Polynomial {
  const constant = slopes.reduce(
    (total, slope, i) => subtractRational(total, multiplyRational(slope, rational(center[i]!))),
    zero,
  );
  const all = [...slopes, constant];
  const scale = all.reduce((least, { denominator }) => (least / gcdInteger(least, denominator)) * denominator, 1n);
  const variables = [main, ...others];
  const unit = (place: number) => variables.map((_, k) => (k === place ? 1 : 0));
  const terms = all.map(({ numerator, denominator }, i) => ({
    exponents: unit(i + 1),
    coefficient: (-numerator * scale) / denominator,
  }));
  return primitivePart(fromTerms(variables, [{ exponents: unit(0), coefficient: scale }, ...terms]));
}
