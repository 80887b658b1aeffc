import { compareOrders, huge, largerOrder, multiplyOrders, type Order, order, unit, vanishing } from "./order.js";

/** coefficient times an order; `magnitude` is the sum of |contributions|, so that rounding noise can be told from a value. */
export interface Term {
  readonly coefficient: number;
  readonly magnitude: number;
  readonly order: Order;
}

/** A finite expansion as t -> 0+, largest term first; `rest` bounds everything left out, null when nothing is. */
export interface Series {
  readonly terms: readonly Term[];
  readonly rest: Order | null;
}

/** Thrown inside the analysis when an expansion does not settle a question; callers then sample. */
export class Unresolved extends Error {
  override readonly name = "Unresolved";
}

const maximumTerms = 20;
/** A sum below this fraction of its contributions is zero up to rounding. */
const noise = 1e-11;

export const zeroSeries: Series = Object.freeze({ terms: [], rest: null });

export function constantSeries(value: number, magnitude = Math.abs(value)): Series {
  if (value === 0) return zeroSeries;
  return { terms: [{ coefficient: value, magnitude, order: unit }], rest: null };
}

export function monomial(coefficient: number, at: Order): Series {
  return { terms: [{ coefficient, magnitude: Math.abs(coefficient), order: at }], rest: null };
}

export const t = monomial(1, order(1));

/** Sorts, merges equal orders, drops noise and what the rest hides, and truncates. */
function collect(terms: Term[], rest: Order | null): Series {
  // beside an infinite magnitude every coefficient would pass for noise
  const overflows = (term: Term) => !Number.isFinite(term.coefficient) || term.magnitude === Infinity;
  if (terms.some(overflows)) throw new Unresolved("a coefficient overflows");
  terms.sort((a, b) => compareOrders(b.order, a.order));
  const merged: Term[] = [];
  for (const term of terms) {
    const last = merged.at(-1);
    if (last !== undefined && compareOrders(last.order, term.order) === 0) {
      const coefficient = last.coefficient + term.coefficient;
      if (!Number.isFinite(coefficient)) throw new Unresolved("a coefficient overflows");
      const magnitude = Math.min(last.magnitude + term.magnitude, Number.MAX_VALUE);
      merged[merged.length - 1] = { coefficient, magnitude, order: last.order };
    } else merged.push(term);
  }
  const kept = merged.filter((term) => Math.abs(term.coefficient) > noise * term.magnitude);
  const dropped = kept[maximumTerms]?.order ?? null;
  const bound = largerOrder(rest, dropped);
  const visible = bound === null ? kept : kept.filter((term) => compareOrders(term.order, bound) > 0);
  return { terms: visible.slice(0, maximumTerms), rest: bound };
}

export function addSeries(a: Series, b: Series): Series {
  if (a.terms.length === 0 && a.rest === null) return b;
  if (b.terms.length === 0 && b.rest === null) return a;
  return collect([...a.terms, ...b.terms], largerOrder(a.rest, b.rest));
}

export function scaleSeries(a: Series, factor: number): Series {
  if (factor === 0) return zeroSeries;
  const terms = a.terms.map((term) => ({
    coefficient: factor * term.coefficient,
    magnitude: Math.abs(factor) * term.magnitude,
    order: term.order,
  }));
  return { terms, rest: a.rest };
}

export const subtractSeries = (a: Series, b: Series): Series => addSeries(a, scaleSeries(b, -1));

/** The largest order in it, rest included; null for the zero series. */
export function bound(a: Series): Order | null {
  return largerOrder(a.terms[0]?.order ?? null, a.rest);
}

export function multiplySeries(a: Series, b: Series): Series {
  const [boundA, boundB] = [bound(a), bound(b)];
  if (boundA === null || boundB === null) return zeroSeries;
  const restA = a.rest && multiplyOrders(a.rest, boundB);
  const restB = b.rest && multiplyOrders(b.rest, boundA);
  const terms: Term[] = [];
  for (const u of a.terms) {
    for (const v of b.terms) {
      terms.push({
        coefficient: u.coefficient * v.coefficient,
        magnitude: u.magnitude * v.magnitude,
        order: multiplyOrders(u.order, v.order),
      });
    }
  }
  return collect(terms, largerOrder(restA, restB));
}

/** The dominant term; null when the series is exactly zero. */
export function leading(a: Series): Term | null {
  const first = a.terms[0];
  if (first !== undefined) return first;
  if (a.rest === null) return null;
  throw new Unresolved("only a bound is known");
}

/** -1, 0 or 1: the sign for small t > 0. */
export const signOf = (a: Series): number => Math.sign(leading(a)?.coefficient ?? 0);

/** The parts that grow without bound, that tend to a non-zero constant, and that vanish. */
export function split(a: Series): { infinite: readonly Term[]; constant: Term | null; small: Series } {
  const infinite = a.terms.filter((term) => compareOrders(term.order, unit) > 0);
  const constant = a.terms.find((term) => compareOrders(term.order, unit) === 0) ?? null;
  const small = { terms: a.terms.filter((term) => compareOrders(term.order, unit) < 0), rest: a.rest };
  if (a.rest !== null && compareOrders(a.rest, unit) >= 0) throw new Unresolved("the remainder does not vanish");
  return { infinite, constant, small };
}

/** A constant known to be off by rounding of the stated magnitude: zero when it does not stand out from it. */
function significant(value: number, magnitude: number): Series {
  return Math.abs(value) > noise * magnitude ? constantSeries(value, Math.max(magnitude, Math.abs(value))) : zeroSeries;
}

/**
 * c_0 + c_1 s + c_2 s^2 + ... for a small s, as far as coefficients are given; what follows goes into the rest.
 * `spread` is the magnitude of the point that the coefficients belong to: its rounding moves c_k by (k + 1) c_(k+1) of it.
 */
export function compose(coefficients: readonly number[], s: Series, spread = 0): Series {
  const size = bound(s);
  const coefficient = (k: number) =>
    significant(coefficients[k]!, Math.abs((k + 1) * (coefficients[k + 1] ?? 0)) * spread);
  if (size === null) return coefficient(0);
  let result = coefficient(coefficients.length - 1);
  let omitted = size;
  for (let k = coefficients.length - 2; k >= 0; k--) {
    result = addSeries(multiplySeries(result, s), coefficient(k));
    omitted = multiplyOrders(omitted, size);
  }
  return collect([...result.terms], largerOrder(result.rest, omitted));
}

/** s^p for a series with a leading term: c^p t^(ep) (1 + u)^p. Whole p accepts a negative leading coefficient. */
export function powerSeries(a: Series, p: number, taylorOrder: number): Series {
  if (p === 0) return constantSeries(1);
  const first = leading(a);
  if (first === null) {
    if (p > 0) return zeroSeries;
    throw new Unresolved("a negative power of zero");
  }
  if (first.coefficient < 0 && !Number.isInteger(p)) throw new Unresolved("a fractional power of a negative number");
  const inverse: Order = {
    exponent: first.order.exponent.map((term) => ({ ...term, coefficient: -term.coefficient })),
    power: -first.order.power,
    logs: -first.order.logs,
  };
  const ratio = multiplySeries(a, monomial(1 / first.coefficient, inverse));
  const u = { terms: ratio.terms.slice(1), rest: ratio.rest };
  const binomial = [1];
  for (let k = 1; k <= taylorOrder; k++) binomial.push((binomial[k - 1]! * (p - k + 1)) / k);
  const lead: Order = {
    exponent: first.order.exponent.map((term) => ({ ...term, coefficient: p * term.coefficient })),
    power: p * first.order.power,
    logs: p * first.order.logs,
  };
  const head = monomial(first.coefficient ** p, lead);
  return u.terms.length === 0 && u.rest === null ? head : multiplySeries(compose(binomial, u), head);
}

/** e^a: infinite terms go into the exponent, the rest is expanded; beyond e^(e^..) only vanishing and huge are told apart. */
export function expSeries(a: Series, taylorOrder: number): Series {
  const { infinite, constant, small } = split(a);
  const wild = infinite.find((term) => term.order.exponent.length > 0);
  if (wild !== undefined) {
    return wild.coefficient < 0 ? { terms: [], rest: vanishing } : { terms: [], rest: huge };
  }
  // exp(c L) = t^-c is a power; everything else that grows stays in the exponent.
  const log = infinite.find((term) => term.order.power === 0 && term.order.logs === 1);
  const exponent = infinite
    .filter((term) => term !== log)
    .map((term) => ({ coefficient: term.coefficient, power: term.order.power, logs: term.order.logs }));
  const factorial = [1];
  for (let k = 1; k <= taylorOrder; k++) factorial.push(factorial[k - 1]! / k);
  const head = monomial(Math.exp(constant?.coefficient ?? 0), { exponent, power: -(log?.coefficient ?? 0), logs: 0 });
  return multiplySeries(compose(factorial, small), head);
}

/** log a for a leading term c t^e exp(P): log c - e L + P + log(1 + u). */
export function logSeries(a: Series, taylorOrder: number): Series {
  const first = leading(a);
  if (first === null || first.coefficient < 0) throw new Unresolved("the logarithm of a number that is not positive");
  if (first.order.logs !== 0) throw new Unresolved("the logarithm of a logarithm");
  const ratio = multiplySeries(a, powerSeries({ terms: [first], rest: null }, -1, 0));
  const coefficients = [0];
  for (let k = 1; k <= taylorOrder; k++) coefficients.push((k % 2 === 1 ? 1 : -1) / k);
  const value = Math.log(first.coefficient);
  const spread = first.magnitude / first.coefficient - 1;
  let result = compose(coefficients, { terms: ratio.terms.slice(1), rest: ratio.rest });
  result = addSeries(result, constantSeries(value, Math.abs(value) + spread));
  if (first.order.power !== 0) result = addSeries(result, monomial(-first.order.power, order(0, 1)));
  for (const term of first.order.exponent) {
    result = addSeries(result, monomial(term.coefficient, order(term.power, term.logs)));
  }
  return result;
}
