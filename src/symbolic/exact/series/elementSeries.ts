import { constantPolynomial, coefficientsIn, degreeIn, isConstantPolynomial, type Polynomial } from "../../algebra/polynomial.js";
import { fromTerms } from "../../algebra/sparse.js";
import { rational, type Rational } from "../../rational.js";
import { rationalOf } from "../constant.js";
import { atomExact, integerExact, polynomialExact, rationalExact } from "../create.js";
import type { Atom, Atoms, Exact, FunctionAtom, PowerAtom } from "../exact.js";
import { exponential, logarithm } from "../exponential.js";
import type { ExactField } from "../field.js";
import { settle } from "../reduce.js";
import { symbolsInPolynomial } from "../symbols.js";
import { multiplyGrowth, noGrowth, rateGrowth } from "./growth.js";
import {
  addSeries,
  constantSeries,
  divideSeries,
  exponentialOf,
  leading,
  logarithmOf,
  multiplySeries,
  type Puiseux,
  series,
  unitOf,
} from "./puiseux.js";
import { gammaSeries } from "./stirling.js";
import { aroundLimit, arccosineSeries, kernelSeries, powerSeries } from "./taylor.js";

/** What every step needs: the large variable, the number of terms in 1/sqrt(x) that are kept, the field of the coefficients. */
export interface Expansion {
  readonly name: string;
  readonly length: number;
  readonly field: ExactField;
}

const refuse = (what: string): never => {
  throw new RangeError(`no asymptotic series of ${what}`);
};
