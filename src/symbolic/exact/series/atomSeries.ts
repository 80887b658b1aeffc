import { coefficientsIn, constantPolynomial, degreeIn, type Polynomial } from "../../algebra/polynomial.js";
import { rationalFunction } from "../../algebra/rationalFunction.js";
import { rational } from "../../rational.js";
import { rationalOf } from "../constant.js";
import { polynomialExact, rationalExact } from "../create.js";
import type { Atom, Atoms, Exact, FunctionAtom, PowerAtom } from "../exact.js";
import { exponential, logarithm } from "../exponential.js";
import type { ExactField } from "../field.js";
import { settle } from "../reduce.js";
import { symbolsIn } from "../symbols.js";
import { isTrivial, multiplyGrowth, noGrowth, rateGrowth } from "./growth.js";
import { exponentialOf, leading, logarithmOf, type Puiseux, series, unitOf } from "./puiseux.js";
import { gammaSeries } from "./stirling.js";
import { arccosineSeries, aroundLimit, kernelSeries, powerSeries } from "./taylor.js";

/** The large variable, the number of terms in 1/sqrt(x) that are kept, and the field of the coefficients. */
export interface Expansion {
  readonly name: string;
  readonly length: number;
  readonly field: ExactField;
}

/** The series of what is inside an atom. */
export interface Inner {
  readonly ofPolynomial: (p: Polynomial, atoms: Atoms) => Puiseux;
  readonly ofElement: (x: Exact) => Puiseux;
}

function refuse(what: string, { name }: Expansion): never {
  throw new RangeError(`no asymptotic series of ${what} for large ${name}`);
}

const isFree = (x: Exact, { name }: Expansion) => !symbolsIn(x).has(name);

/** exp(k x log s) = x^(-k v x/2) c_0^(k x) exp(k x log(1 + ...)) for s = x^(-v/2) c_0 (1 + ...) and k free of x. */
function powerToVariable(s: Puiseux, k: Exact, expansion: Expansion): Puiseux {
  const { field } = expansion;
  const { growth, valuation, coefficients } = leading(s, field);
  const limit = coefficients[0]!;
  const value = rationalOf(limit);
  if (!isTrivial(growth, field) || (value !== null && value.numerator <= 0n)) refuse("this power", expansion);
  const log = logarithmOf(unitOf(coefficients, field), field).map((c) => field.multiply(c, k));
  if (log.length > 1 && !field.isZero(log[1]!)) refuse("a power that grows like exp(sqrt(x))", expansion);
  const logarithmic = field.multiply(rationalExact(rational(-valuation, 2)), k);
  const total = multiplyGrowth({ ...noGrowth, logarithmic }, rateGrowth(limit, k, field), field);
  // x = w^-2: two terms of the logarithm come before the series.
  const constant = exponential(log[2] ?? field.zero, field);
  const rest = exponentialOf([field.zero, ...log.slice(3)], field);
  return series(
    total,
    0,
    rest.map((c) => field.multiply(constant, c)),
    field,
  );
}

function powerAtomSeries({ base, exponent, divisor }: PowerAtom, atoms: Atoms, inner: Inner, e: Expansion): Puiseux {
  const s = inner.ofPolynomial(base, atoms);
  const degree = degreeIn(exponent, e.name);
  if (degree > 1) refuse("a power with a square in its exponent", e);
  const factor = coefficientsIn(exponent, e.name)[degree]!;
  const k = settle(rationalFunction(factor, constantPolynomial(BigInt(divisor))), {});
  return degree === 0 ? powerSeries(s, k, e.field) : powerToVariable(s, k, e);
}

function gammaAtomSeries(z: Exact, expansion: Expansion): Puiseux {
  const { name, length, field } = expansion;
  const [rest, slope, ...higher] = coefficientsIn(z.numerator, name);
  const below = polynomialExact(z.denominator, z.atoms);
  if (slope === undefined || higher.length > 0 || !isFree(below, expansion)) refuse("this Gamma function", expansion);
  const q = rationalOf(field.divide(polynomialExact(slope, z.atoms), below));
  if (q === null || q.numerator <= 0n) refuse("this Gamma function", expansion);
  return gammaSeries(q, field.divide(polynomialExact(rest!, z.atoms), below), length, field);
}

/** The coefficients of w^0, w^1, ... of a series without negative powers and growth. */
const fromZero = ({ valuation, coefficients }: Puiseux, field: ExactField): readonly Exact[] =>
  valuation >= 0 ? [...new Array<Exact>(valuation).fill(field.zero), ...coefficients] : coefficients.slice(-valuation);

function exponentialSeries(s: Puiseux, field: ExactField): Puiseux {
  const { limit, difference } = aroundLimit(s, field);
  const constant = exponential(limit, field);
  const list = exponentialOf(fromZero(difference, field), field);
  return series(
    noGrowth,
    0,
    list.map((c) => field.multiply(constant, c)),
    field,
  );
}

function logarithmSeries(s: Puiseux, expansion: Expansion): Puiseux {
  const { field } = expansion;
  const { growth, valuation, coefficients } = leading(s, field);
  if (!isTrivial(growth, field) || valuation !== 0) refuse("a logarithm that grows", expansion);
  const [, ...rest] = logarithmOf(unitOf(coefficients, field), field);
  return series(noGrowth, 0, [logarithm(coefficients[0]!, field), ...rest], field);
}

function functionSeries({ head, args }: FunctionAtom, inner: Inner, expansion: Expansion): Puiseux {
  const [a, b] = args;
  switch (head) {
    case "Acos":
      return arccosineSeries(inner.ofElement(a!), expansion.field);
    case "Gamma":
      return gammaAtomSeries(a!, expansion);
    case "Exp":
      return exponentialSeries(inner.ofElement(a!), expansion.field);
    case "Log":
      return logarithmSeries(inner.ofElement(a!), expansion);
    case "Power":
      if (isFree(b!, expansion)) return powerSeries(inner.ofElement(a!), b!, expansion.field);
      return refuse("this power", expansion);
    case "ArccosineKernel":
      if (isFree(a!, expansion)) return kernelSeries(a!, inner.ofElement(b!), expansion.field);
      return refuse("an arccosine kernel whose degree grows", expansion);
    default:
      return refuse(head, expansion);
  }
}

/** The series of an atom in which the large variable occurs. Throws a RangeError for what has none here. */
export function atomSeries(atom: Atom, atoms: Atoms, inner: Inner, expansion: Expansion): Puiseux {
  switch (atom.kind) {
    case "root": {
      const exponent = rationalExact(rational(1, atom.degree));
      return powerSeries(inner.ofPolynomial(atom.radicand, atoms), exponent, expansion.field);
    }
    case "power":
      return powerAtomSeries(atom, atoms, inner, expansion);
    case "function":
      return functionSeries(atom, inner, expansion);
    case "sign":
    case "constant":
      return refuse(atom.kind, expansion);
  }
}
