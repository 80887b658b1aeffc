import { degreeIn, primitivePart } from "./coefficients.js";
import { put, reduce, type Shape, shapeOf, toDense } from "./image.js";
import { wordsOf } from "./integers.js";
import { requireModularSteps } from "./limits.js";
import { gcdDense, type PrimeField, primeFieldAt, residues } from "./modular.js";
import { dividePolynomial } from "./quotient.js";
import { Remainders } from "./remainders.js";
import { fromTerms, type Polynomial } from "./sparse.js";

/** What is known of a greatest common divisor g of p and q before its coefficients. */
export interface GcdProblem {
  /** Primitive, without a common divisor that is free of the main variable. */
  readonly p: Polynomial;
  readonly q: Polynomial;
  readonly main: string;
  /** The other variables of p and q. */
  readonly others: readonly string[];
  /** A polynomial in the other variables that the coefficient of the highest main power of g divides. */
  readonly lead: Polynomial;
  /** Upper bounds of the degrees of g. */
  readonly bounds: Readonly<Record<string, number>>;
  /** Divides a polynomial by its greatest divisor that is free of the main variable. */
  readonly stripContent: (candidate: Polynomial) => Polynomial;
}

/**
 * The multiple of g whose highest main coefficient is `lead`, modulo one prime: Brown's interpolation. Every point gives a
 * greatest common divisor in the main variable alone, scaled to the known highest coefficient.
 */
class Image {
  /** The degree in the main variable: an upper bound that falls when a point shows a smaller one. */
  degree: number;
  readonly #field: PrimeField;
  readonly #shapes: readonly [Shape, Shape, Shape];
  /** Numbers of points for the other variables. */
  readonly #counts: readonly number[];
  readonly #points: Iterator<number, never>;

  constructor(field: PrimeField, shapes: readonly [Shape, Shape, Shape], counts: readonly number[], degree: number) {
    this.#field = field;
    this.#shapes = shapes;
    this.#counts = counts;
    this.degree = degree;
    this.#points = residues(field);
  }

  /** Coefficients in mixed radix, main variable most significant; null when the prime is unlucky or the degree fell. */
  compute(): Float64Array | null {
    const values = this.#shapes.map((shape) => reduce(this.#field, shape));
    if (values[2]!.every((c) => c === 0)) return null;
    return this.#at(this.#counts.length, values);
  }

  #at(level: number, values: readonly Float64Array[]): Float64Array | null {
    if (level === 0) return this.#univariate(values);
    const degree = this.degree;
    const count = this.#counts[level - 1]!;
    const points: number[] = [];
    const images: Float64Array[] = [];
    for (let tries = 0; points.length < count && tries < 2 * count + 4; tries++) {
      const point = this.#points.next().value;
      const image = this.#at(
        level - 1,
        this.#shapes.map((shape, i) => put(this.#field, shape, level, values[i]!, point)),
      );
      if (this.degree !== degree) return null;
      if (image === null) continue;
      points.push(point);
      images.push(image);
    }
    return points.length < count ? null : interpolate(this.#field, points, images);
  }

  #univariate([p, q, lead]: readonly Float64Array[]): Float64Array | null {
    const scale = lead![0]!;
    if (scale === 0) return null;
    const [left, right] = [toDense(this.#shapes[0], p!), toDense(this.#shapes[1], q!)];
    const divisor = gcdDense(this.#field, left, right);
    if (divisor.length - 1 > this.degree) return null;
    if (divisor.length - 1 < this.degree) {
      this.degree = divisor.length - 1;
      return null;
    }
    return divisor.map((c) => this.#field.multiply(c, scale));
  }
}

/** The coefficients of the polynomials through the images at the points, place by place (Newton's differences). */
function interpolate(field: PrimeField, points: readonly number[], images: readonly Float64Array[]): Float64Array {
  const { multiply, subtract, inverse } = field;
  const count = points.length;
  const inverses = points.map((x, i) => points.slice(0, i).map((y) => inverse(subtract(x, y))));
  const result = new Float64Array(images[0]!.length * count);
  const c = new Float64Array(count);
  for (let place = 0; place < images[0]!.length; place++) {
    for (let i = 0; i < count; i++) c[i] = images[i]![place]!;
    for (let step = 1; step < count; step++) {
      for (let i = count - 1; i >= step; i--) c[i] = multiply(subtract(c[i]!, c[i - 1]!), inverses[i]![i - step]!);
    }
    for (let step = count - 2; step >= 0; step--) {
      for (let i = step; i < count - 1; i++) c[i] = subtract(c[i]!, multiply(points[step]!, c[i + 1]!));
    }
    result.set(c, place * count);
  }
  return result;
}

/** The polynomial with the coefficients of an image. */
function toPolynomial({ main, others }: GcdProblem, counts: readonly number[], values: readonly bigint[]): Polynomial {
  const variables = [main, ...others].sort();
  const places = others.map((name) => variables.indexOf(name));
  const mainPlace = variables.indexOf(main);
  const terms = values.flatMap((coefficient, index) => {
    if (coefficient === 0n) return [];
    const exponents = variables.map(() => 0);
    let rest = index;
    for (let i = others.length - 1; i >= 0; i--) {
      exponents[places[i]!] = rest % counts[i]!;
      rest = Math.floor(rest / counts[i]!);
    }
    exponents[mainPlace] = rest;
    return [{ exponents, coefficient }];
  });
  return fromTerms(variables, terms);
}

/**
 * The primitive greatest common divisor of p and q, exact: every candidate is checked by division, and only finitely many
 * primes and points give a wrong one. Throws a RangeError where the work would be absurd.
 */
export function modularGcd(problem: GcdProblem): Polynomial {
  const { p, q, main, others, lead, bounds } = problem;
  const shape = (f: Polynomial) => shapeOf(f, [main, ...others]);
  const shapes = [shape(p), shape(q), shape(lead)] as const;
  const counts = others.map((name) => bounds[name]! + degreeIn(lead, name) + 1);
  requireModularSteps(stepsOf(shapes, counts) * primesFor(p, q));
  let degree = bounds[main]!;
  let remainders = new Remainders();
  for (let index = 0; ; index++) {
    const field = primeFieldAt(index);
    const image = new Image(field, shapes, counts, degree);
    let values = image.compute();
    if (image.degree < degree) {
      degree = image.degree;
      remainders = new Remainders();
      if (degree > 0) values = new Image(field, shapes, counts, degree).compute();
    }
    if (degree === 0) return fromTerms([], [{ exponents: [], coefficient: 1n }]);
    if (values === null) continue;
    if (!remainders.add(field, values) && !remainders.plausible) continue;
    const candidate = problem.stripContent(primitivePart(toPolynomial(problem, counts, remainders.values)));
    if (degreeIn(candidate, main) === degree && divides(candidate, p) && divides(candidate, q)) return candidate;
  }
}

/** The steps for one prime: places that are added up, and the divisors in the main variable. */
function stepsOf(shapes: readonly Shape[], counts: readonly number[]): number {
  let points = 1;
  let steps = 0;
  for (let level = counts.length; level >= 1; level--) {
    points *= counts[level - 1]!;
    steps += points * shapes.reduce((total, { levels }) => total + levels[level - 1]!.parents.length, 0);
  }
  return steps + points * shapes[0]!.levels[0]!.highest * shapes[1]!.levels[0]!.highest;
}

/** About as many primes as the coefficients of the shorter polynomial are long. */
function primesFor(p: Polynomial, q: Polynomial): number {
  const [a, b] = [p, q].map(({ terms }) =>
    terms.reduce((longest, { coefficient }) => Math.max(longest, wordsOf(coefficient)), 1),
  );
  return Math.ceil((64 * Math.min(a!, b!)) / 26);
}

const divides = (candidate: Polynomial, p: Polynomial): boolean => dividePolynomial(p, candidate) !== null;
