import { compareRational, type Rational, rational, rationalFromNumber, subtractRational } from "../rational.js";

/** The closed range of a symbol. */
export interface Domain {
  readonly min: Rational | number;
  /** An infinite end stands for 10^6 beyond the other one. */
  readonly max: Rational | number;
  readonly integer?: boolean;
}

export type Domains = Readonly<Record<string, Domain>>;

interface Range {
  readonly min: Rational;
  readonly max: Rational;
  readonly integer: boolean;
}

const far = 1_000_000n;

/** A 32-bit hash of three counters: the same numbers give the same point anywhere. Ours, from the murmur3 finalizer. */
function hash(seed: number, index: number, draw: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35) ^ Math.imul(draw + 1, 0x27d4eb2f);
  for (const factor of [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]) {
    h = Math.imul(h ^ (h >>> 15), factor);
  }
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * `count` points with fractions of small denominators, the same for the same arguments. The first is inside; the second and the third
 * put every symbol on an edge of its domain, the third on the other one; later each symbol is on an edge once in eight times.
 * Long ranges are filled evenly in the number of bits of the distance from `min`.
 * Throws a RangeError for an empty domain and for a count that is not a whole number above 0.
 */
export function samplePoints(
  domains: Domains,
  count: number,
  seed: number,
): readonly Readonly<Record<string, Rational>>[] {
  if (!(Number.isInteger(count) && count > 0))
    throw new RangeError("the number of points must be a whole number above 0");
  const ranges = Object.entries(domains).map(([name, domain]) => [name, rangeOf(name, domain)] as const);
  return Array.from({ length: count }, (_, index) =>
    Object.freeze(Object.fromEntries(ranges.map(([name, range], place) => [name, draw(range, seed, index, place)]))),
  );
}

function draw(range: Range, seed: number, index: number, place: number): Rational {
  const next = (step: number) => hash(seed, index, 8 * place + step);
  if (index === 1 || index === 2) return (index + place) % 2 === 1 ? range.min : range.max;
  if (index > 2 && next(0) % 8 === 0) return next(1) % 2 === 0 ? range.min : range.max;
  let denominator = range.integer ? 1n : BigInt(2 + (next(2) % 15));
  let [low, high] = wholesWithin(range, denominator);
  // a narrow range needs a finer grid
  while (!range.integer && high - low < 16n && compareRational(range.min, range.max) < 0) {
    denominator *= 4n;
    [low, high] = wholesWithin(range, denominator);
  }
  if (high < low) return range.min;
  const span = high - low + 1n;
  const chance = (BigInt(next(3)) << 32n) | BigInt(next(4));
  if (span <= 1000n * denominator) return rational(low + (chance % span), denominator);
  const size = BigInt(1 + (next(5) % span.toString(2).length));
  const reach = 1n << size;
  return rational(low + (chance % (reach < span ? reach : span)), denominator);
}

/** The first and the last n with n/denominator in the range. */
function wholesWithin({ min, max }: Range, denominator: bigint): [bigint, bigint] {
  const low = -floorOf(-min.numerator * denominator, min.denominator);
  return [low, floorOf(max.numerator * denominator, max.denominator)];
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator > numerator ? quotient - 1n : quotient;
}

function rangeOf(name: string, { min, max, integer = false }: Domain): Range {
  const [low, high] = [endOf(min), endOf(max)];
  const start = low ?? (high === undefined ? rational(-far) : subtractRational(high, rational(far)));
  const end = high ?? subtractRational(start, rational(low === undefined ? -2n * far : -far));
  const range = integer ? wholeRange(start, end) : { min: start, max: end, integer };
  if (compareRational(range.min, range.max) > 0) throw new RangeError(`the domain of ${name} is empty`);
  return range;
}

const endOf = (end: Rational | number): Rational | undefined =>
  typeof end !== "number" ? end : Math.abs(end) === Number.POSITIVE_INFINITY ? undefined : rationalFromNumber(end);

function wholeRange(min: Rational, max: Rational): Range {
  const [low, high] = wholesWithin({ min, max, integer: true }, 1n);
  return { min: rational(low), max: rational(high), integer: true };
}
