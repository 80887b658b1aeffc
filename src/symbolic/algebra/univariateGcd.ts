import { gcdInteger } from "./integers.js";
import { constantPolynomial, type Polynomial } from "./sparse.js";

/** Beyond this degree the numbers that the divisions go through are longer than those of the modular method. */
const mostDegree = 16;

/** Coefficients by falling power, the leading one not zero. */
type Dense = readonly bigint[];

const degreeOf = ({ terms }: Polynomial) => terms[0]!.exponents[0]!;

/** Whether `univariateGcd` may be used: two polynomials of low degree in the same single variable. */
export const isSmallUnivariate = (p: Polynomial, q: Polynomial): boolean =>
  p.variables.length === 1 &&
  q.variables.length === 1 &&
  p.variables[0] === q.variables[0] &&
  degreeOf(p) <= mostDegree &&
  degreeOf(q) <= mostDegree;

function denseOf(p: Polynomial): bigint[] {
  const degree = degreeOf(p);
  const list = new Array<bigint>(degree + 1).fill(0n);
  for (const { exponents, coefficient } of p.terms) list[degree - exponents[0]!] = coefficient;
  return list;
}

/** Without leading zeros and without a common divisor. */
function primitive(list: Dense): Dense {
  const from = list.findIndex((value) => value !== 0n);
  if (from < 0) return [];
  const kept = list.slice(from);
  const divisor = kept.reduce(gcdInteger, 0n);
  return divisor === 1n ? kept : kept.map((value) => value / divisor);
}

/** A multiple of a modulo b. */
function pseudoRemainder(a: Dense, b: Dense): Dense {
  const rest = [...a];
  const lead = b[0]!;
  for (let start = 0; start + b.length <= rest.length; start++) {
    const top = rest[start]!;
    if (top === 0n) continue;
    const common = gcdInteger(top, lead);
    const [scale, factor] = [lead / common, top / common];
    for (let i = start; i < rest.length; i++) rest[i]! *= scale;
    b.forEach((value, i) => {
      rest[start + i]! -= factor * value;
    });
  }
  return primitive(rest.slice(Math.max(0, a.length - b.length + 1)));
}

/** The primitive greatest common divisor of primitive polynomials, by Euclid's algorithm over primitive remainders. */
export function univariateGcd(p: Polynomial, q: Polynomial): Polynomial {
  let [a, b] = [denseOf(p), denseOf(q)] as [Dense, Dense];
  if (a.length < b.length) [a, b] = [b, a];
  while (b.length > 1) [a, b] = [b, pseudoRemainder(a, b)];
  if (b.length === 1) return constantPolynomial(1n);
  const sign = a[0]! < 0n ? -1n : 1n;
  const terms = a.flatMap((value, i) =>
    value === 0n ? [] : [{ exponents: [a.length - 1 - i], coefficient: sign * value }],
  );
  return { variables: p.variables, terms };
}
