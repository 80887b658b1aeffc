import { coefficientsIn, degrees, fromCoefficients } from "./coefficients.js";
import { wordsOf } from "./integers.js";
import { requireSteps } from "./limits.js";
import { type Packing, packing } from "./packing.js";
import { multiplyPolynomial } from "./product.js";
import {
  fromSortedTerms,
  isConstantPolynomial,
  leadingCoefficient,
  type Polynomial,
  subtractPolynomial,
  type Term,
  termsIn,
} from "./sparse.js";

/** The exact quotient p / q over the whole numbers; null when q does not divide p. Throws a RangeError for q = 0. */
export function dividePolynomial(p: Polynomial, q: Polynomial): Polynomial | null {
  if (q.terms.length === 0) throw new RangeError("division by the zero polynomial");
  if (p.terms.length === 0) return p;
  if (isConstantPolynomial(q)) return overInteger(p, leadingCoefficient(q));
  const highest = degrees(p);
  const divisor = degrees(q);
  const places = q.variables.map((name) => p.variables.indexOf(name));
  // Degrees add up in a product, and so the ends of both polynomials must divide too.
  if (places.some((place, i) => place < 0 || highest[place]! < divisor[i]!)) return null;
  if (leadingCoefficient(p) % leadingCoefficient(q) !== 0n) return null;
  if (p.terms[p.terms.length - 1]!.coefficient % q.terms[q.terms.length - 1]!.coefficient !== 0n) return null;
  const packed = packing(highest);
  if (packed === null) return longDivision(p, q, q.variables[0]!);
  const room = [...highest];
  for (const [i, place] of places.entries()) room[place]! -= divisor[i]!;
  const terms = packedDivision(p.terms, termsIn(q, p.variables), packed, room);
  return terms === null ? null : fromSortedTerms(p.variables, terms);
}

function overInteger(p: Polynomial, k: bigint): Polynomial | null {
  if (p.terms.some(({ coefficient }) => coefficient % k !== 0n)) return null;
  const terms = p.terms.map(({ exponents, coefficient }) => ({ exponents, coefficient: coefficient / k }));
  return { variables: p.variables, terms };
}

/**
 * Keys are exponents of one variable t, and p / q is a division of polynomials in t. A quotient within `room` (the degrees of
 * p less those of q) is the true one: no carry from one exponent to the next can happen when it is multiplied by q.
 */
function packedDivision(
  p: readonly Term[],
  q: readonly Term[],
  packed: Packing,
  room: readonly number[],
): readonly Term[] | null {
  const keys = q.map(({ exponents }) => packed.pack(exponents));
  const lead = q[0]!.coefficient;
  const rest = new Map<number, bigint>();
  for (const { exponents, coefficient } of p) rest.set(packed.pack(exponents), coefficient);
  const queue = new KeyQueue([...rest.keys()]);
  const quotient: Term[] = [];
  let steps = 0;
  for (let key = queue.take(); key !== undefined; key = queue.take()) {
    const value = rest.get(key)!;
    rest.delete(key);
    if (value === 0n) continue;
    const place = key - keys[0]!;
    if (place < 0 || value % lead !== 0n) return null;
    const exponents = packed.unpack(place);
    if (exponents.some((exponent, i) => exponent > room[i]!)) return null;
    const coefficient = value / lead;
    quotient.push({ exponents, coefficient });
    steps += keys.length * wordsOf(coefficient);
    requireSteps(steps);
    for (let j = 1; j < keys.length; j++) {
      const next = place + keys[j]!;
      const old = rest.get(next);
      if (old === undefined) queue.add(next);
      rest.set(next, (old ?? 0n) - coefficient * q[j]!.coefficient);
    }
  }
  return quotient;
}

/** Takes the largest key first: a descending list of the first keys, and a binary heap of those added later. */
class KeyQueue {
  readonly #first: readonly number[];
  readonly #heap: number[] = [];
  #next = 0;

  constructor(descending: readonly number[]) {
    this.#first = descending;
  }

  add(key: number): void {
    const heap = this.#heap;
    let place = heap.length;
    heap.push(key);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (heap[parent]! >= key) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = key;
  }

  take(): number | undefined {
    const [key, top] = [this.#first[this.#next], this.#heap[0]];
    if (top === undefined || (key !== undefined && key >= top)) {
      this.#next++;
      return key;
    }
    this.#drop();
    return top;
  }

  #drop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]! > heap[child]!) child++;
      if (heap[child]! <= last) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = last;
  }
}

/** The division in one variable, with coefficients that are polynomials in the others. */
function longDivision(p: Polynomial, q: Polynomial, name: string): Polynomial | null {
  const rest = [...coefficientsIn(p, name)];
  const divisor = coefficientsIn(q, name);
  const degree = divisor.length - 1;
  const quotient: Polynomial[] = [];
  for (let k = rest.length - 1 - degree; k >= 0; k--) {
    const factor = dividePolynomial(rest[k + degree]!, divisor[degree]!);
    if (factor === null) return null;
    quotient[k] = factor;
    if (factor.terms.length === 0) continue;
    for (let j = 0; j <= degree; j++) {
      if (divisor[j]!.terms.length > 0)
        rest[k + j] = subtractPolynomial(rest[k + j]!, multiplyPolynomial(factor, divisor[j]!));
    }
  }
  return rest.every(({ terms }) => terms.length === 0) ? fromCoefficients(quotient, name) : null;
}
