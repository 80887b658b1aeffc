import type { Polynomial } from "../../algebra/polynomial.js";
import { fromTerms, type Term } from "../../algebra/sparse.js";
import { polynomialExact } from "../create.js";
import type { Atoms, Exact } from "../exact.js";
import { symbolsInPolynomial } from "../symbols.js";
import { atomSeries, type Expansion } from "./atomSeries.js";
import { noGrowth } from "./growth.js";
import { addSeries, constantSeries, divideSeries, multiplySeries, type Puiseux } from "./puiseux.js";

/** A product of powers of the variables that grow, times a polynomial in the others. */
interface Group {
  readonly powers: readonly (readonly [variable: string, exponent: number])[];
  readonly terms: Term[];
}

function groupsOf({ variables, terms }: Polynomial, grows: readonly boolean[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { exponents, coefficient } of terms) {
    const powers = variables.flatMap((name, i) =>
      grows[i] && exponents[i]! > 0 ? [[name, exponents[i]!] as const] : [],
    );
    const key = powers.map(([name, n]) => `${name}^${n}`).join("*");
    const group = groups.get(key) ?? { powers, terms: [] };
    group.terms.push({ exponents: exponents.filter((_, i) => !grows[i]), coefficient });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * The Puiseux series of an element for a large variable, to `length` terms in each part; cancellation leaves fewer.
 * Throws a TooShort where nothing is left, a RangeError where there is no such series.
 */
export function elementSeries(x: Exact, expansion: Expansion): Puiseux {
  const { name, length, field } = expansion;
  const known = new Map<string, Puiseux>();
  const inner = { ofPolynomial, ofElement };

  function ofVariable(variable: string, atoms: Atoms): Puiseux {
    const found = known.get(variable);
    if (found !== undefined) return found;
    const atom = atoms[variable];
    const result: Puiseux =
      atom === undefined
        ? { ...constantSeries(field.one, length, field), growth: noGrowth, valuation: -2 }
        : atomSeries(atom, atoms, inner, expansion);
    known.set(variable, result);
    return result;
  }

  function raised(s: Puiseux, n: number): Puiseux {
    if (n === 1) return s;
    const half = raised(s, n >> 1);
    const square = multiplySeries(half, half, field);
    return n % 2 === 0 ? square : multiplySeries(square, s, field);
  }

  function ofPolynomial(p: Polynomial, atoms: Atoms): Puiseux {
    const grows = p.variables.map((variable) => {
      const own = { variables: [variable], terms: [{ exponents: [1], coefficient: 1n }] };
      return symbolsInPolynomial(own, atoms).includes(name);
    });
    const free = p.variables.filter((_, i) => !grows[i]);
    const parts = groupsOf(p, grows).map(({ powers, terms }) =>
      powers
        .map(([variable, n]) => raised(ofVariable(variable, atoms), n))
        .reduce(
          (product, factor) => multiplySeries(product, factor, field),
          constantSeries(polynomialExact(fromTerms(free, terms), atoms), length, field),
        ),
    );
    return parts.reduce((sum, part) => addSeries(sum, part, field));
  }

  function ofElement({ numerator, denominator, atoms }: Exact): Puiseux {
    if (numerator.terms.length === 0) return constantSeries(field.zero, length, field);
    return divideSeries(ofPolynomial(numerator, atoms), ofPolynomial(denominator, atoms), field);
  }

  return ofElement(x);
}
