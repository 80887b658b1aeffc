/**
 * Route "polynomial": BSB1 of a polynomial psi, eps = 0, as finite sums in exact rational arithmetic; the only error is the
 * rounding of the result (the coefficients are taken as the doubles they are).
 *
 * With F_uv = E psi1 psi2 z1^u z2^v, G_uv the same of psi', x = z/sqrt(B), Gram matrix of the two samples [[n,-1],[-1,n]]/B and
 * its inverse [[n,1],[1,n]]/(B-2), the entries of the Jacobians are (see the definitions of L and M in the glossary)
 *
 *   fwd_M = n/mu E psi1 psi2 [p1 p2 - (1-r^2)/((n-2)(B-2))],        p = Gram^{-1} (x1, x2), r^2 = (x1, x2) . p
 *   fwd_L = (1/2mu) E psi^2 (z^2-1) - (n/mu) E psi1 psi2 [p1^2 (B-2)/B - 2 p1 p2/B - (1-r^2)/(B-2)]
 *
 * and likewise the backward ones; brackets are quadratic forms in (z1, z2), written out below. Ours.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { meanChiSquared } from "../../../../numeric/special/meanChi.js";
import {
  addRational,
  divideRational,
  multiplyRational,
  type Rational,
  rational,
  rationalFromNumber,
  subtractRational,
  toNumber,
} from "../../../../symbolic/rational.js";
import type { Problem } from "../../problem.js";
import type { Approximation, Route, Solution } from "../../route.js";
import { derivative, type IntegerPolynomial, integerPolynomial, square, unit } from "./integerPolynomial.js";
import { SphereMoments } from "./sphereMoments.js";

const MAX_DEGREE = 24;

const add = (...terms: readonly Rational[]) => terms.reduce(addRational, rational(0));
const mul = (...factors: readonly Rational[]) => factors.reduce(multiplyRational, rational(1));
const half = rational(1, 2);

/** A polynomial in z1, z2: coefficient of z1^u z2^v. */
type Form = ReadonlyArray<readonly [u: number, v: number, coefficient: Rational]>;

/** E f(z1) g(z2) form(z1, z2). */
type Expect = (f: IntegerPolynomial, g: IntegerPolynomial, form: Form) => Rational;

function expectation(n: bigint | null, order: number): Expect {
  const moments = new SphereMoments(n, order);
  return (f, g, form) => {
    let total = rational(0);
    for (const [u, v, coefficient] of form) {
      let sum = 0n;
      f.coefficients.forEach((a, i) => {
        if (a === 0n) return;
        g.coefficients.forEach((b, j) => {
          if (b !== 0n && (i + j + u + v) % 2 === 0) sum += a * b * moments.numerator(i + u, j + v);
        });
      });
      const mean = rational(sum, f.denominator * g.denominator * moments.denominator);
      total = addRational(total, multiplyRational(coefficient, mean));
    }
    return total;
  };
}

const multiplyForms = (a: Form, b: Form): Form =>
  a.flatMap(([u, v, s]) => b.map(([x, y, t]) => [u + x, v + y, mul(s, t)] as const));
const scaleForm = (a: Form, factor: Rational): Form => a.map(([u, v, s]) => [u, v, mul(s, factor)] as const);
const one: Form = [[0, 0, rational(1)]];

/** The quadratic forms of the plane of two samples, for finite n. */
function planeForms(n: bigint) {
  const batch = n + 1n;
  const p = (a: bigint, b: bigint): Form => [
    [1, 0, rational(a, batch - 2n)],
    [0, 1, rational(b, batch - 2n)],
  ];
  // p1 p2 with x = z/sqrt(B) gives the factor 1/B
  const product = (a: Form, b: Form) => scaleForm(multiplyForms(a, b), rational(1, batch));
  const p1 = p(n, 1n);
  const p2 = p(1n, n);
  const z1: Form = [[1, 0, rational(1)]];
  const z2: Form = [[0, 1, rational(1)]];
  const radius = [...product(z1, p1), ...product(z2, p2)];
  const outside: Form = [...one, ...scaleForm(radius, rational(-1))];
  const onM: Form = [
    ...scaleForm(product(p1, p2), rational(2)),
    ...scaleForm(outside, rational(-2n, (n - 2n) * (batch - 2n))),
  ];
  const onL: Form = [
    ...scaleForm(product(p1, p1), rational(batch - 2n, batch)),
    ...scaleForm(product(p1, p2), rational(-2n, batch)),
    ...scaleForm(outside, rational(-1n, batch - 2n)),
  ];
  return { onM, onL, radius, x1p2: product(z1, p2), x1x2: product(z1, z2) };
}

interface Exact {
  readonly second: Rational;
  readonly mean: Rational;
  readonly gap: Rational;
  readonly slope: Rational;
  readonly fwdL: Rational;
  readonly fwdM: Rational;
  readonly bwdG: Rational;
  readonly bwdL: Rational;
  readonly bwdM: Rational;
}

/** Everything over mu except q, mean and slope. */
function finiteBatch(psi: IntegerPolynomial, n: bigint): Exact {
  const dpsi = derivative(psi);
  const E = expectation(n, 2 * psi.coefficients.length + 4);
  const batch = n + 1n;
  const { onM, onL, radius, x1p2, x1x2 } = planeForms(n);
  const squared = square(psi);
  const slopes = square(dpsi);
  const second = E(squared, unit, one);
  const gap = subtractRational(second, E(psi, psi, one));
  const over = (value: Rational) => divideRational(value, gap);
  const spread: Form = [
    [2, 0, half],
    [0, 0, rational(-1, 2)],
  ];
  const fwdL = over(subtractRational(E(squared, unit, spread), mul(rational(n), E(psi, psi, onL))));
  const fwdM = over(mul(rational(n, 2), E(psi, psi, onM)));
  const gain = rational(batch, n - 2n); // E S^-2 = B / (mu (B-3))
  const ownG: Form = [
    [0, 0, rational(n, batch)],
    [2, 0, rational(-1, batch)],
  ];
  const pairG: Form = [
    [0, 0, rational(1, batch)],
    [1, 1, rational(1, batch)],
  ];
  const bwdG = over(mul(gain, add(E(slopes, unit, ownG), E(dpsi, dpsi, pairG))));
  // (1-y)(1 - n/(n-1) y), y = z^2/n: what is left of Delta_11 after both projections
  const ownL = scaleForm(
    multiplyForms([...one, [2, 0, rational(-1, n)]], [...one, [2, 0, rational(-1, n - 1n)]]),
    rational(batch - 2n, batch),
  );
  const pairL: Form = [
    [0, 0, rational(-1, batch)],
    ...scaleForm(radius, rational(1, batch)),
    ...scaleForm(x1p2, rational(2n - batch, batch)),
    ...multiplyForms(x1x2, onL),
  ];
  const bwdL = over(mul(gain, subtractRational(E(slopes, unit, ownL), mul(rational(2), E(dpsi, dpsi, pairL)))));
  const pairM: Form = [...one, ...scaleForm(radius, rational(-1)), ...multiplyForms(x1x2, onM)];
  const bwdM = over(mul(gain, E(dpsi, dpsi, pairM)));
  return {
    second,
    mean: E(psi, unit, one),
    gap,
    slope: E(psi, unit, [[1, 0, rational(1)]]),
    fwdL,
    fwdM,
    bwdG,
    bwdL,
    bwdM,
  };
}

/** Independent standard normals. */
function infiniteBatch(psi: IntegerPolynomial): Exact {
  const E = expectation(null, 2 * psi.coefficients.length + 4);
  const squared = square(psi);
  const z: Form = [[1, 0, rational(1)]];
  const spread: Form = [
    [2, 0, half],
    [0, 0, rational(-1, 2)],
  ];
  const mean = E(psi, unit, one);
  const second = E(squared, unit, one);
  const gap = subtractRational(second, mul(mean, mean));
  const slope = E(psi, unit, z);
  const over = (value: Rational) => divideRational(value, gap);
  // psi - mean in place of psi; E (z^2 - 1) = 0
  const fwdL = over(subtractRational(E(squared, unit, spread), mul(rational(2), mean, E(psi, unit, spread))));
  const gradient = over(E(square(derivative(psi)), unit, one));
  const share = over(mul(slope, slope));
  return { second, mean, gap, slope, fwdL, fwdM: share, bwdG: gradient, bwdL: gradient, bwdM: share };
}

export const polynomial: Route = {
  name: "polynomial",

  refusal({ psi, epsilon, batch }) {
    if (epsilon > 0) return "finite sums hold for epsilon = 0 only";
    const coefficients = psi.facts.polynomial.value;
    if (coefficients === null) return "the activation is not a polynomial";
    if (coefficients.length - 1 > MAX_DEGREE) return `exact sums are kept to degree ${MAX_DEGREE}`;
    return batch < 4 ? "the exact sums need a batch of at least 4" : null;
  },

  solve({ psi, batch, weightVariance }: Problem): Solution {
    const exactPsi = integerPolynomial(psi.facts.polynomial.value!);
    const exact = batch === Infinity ? infiniteBatch(exactPsi) : finiteBatch(exactPsi, BigInt(batch - 1));
    const w = rationalFromNumber(weightVariance);
    const round = (value: Rational): Approximation => {
      const nearest = toNumber(value);
      return { value: nearest, error: UNIT_ROUNDOFF * Math.abs(nearest) };
    };
    const i = 1 / (batch - 1);
    const slopeShare = toNumber(divideRational(mul(exact.slope, exact.slope), exact.gap));
    const cross = (1 + i) * meanChiSquared(batch - 1) * slopeShare;
    return {
      quantities: {
        q: round(mul(w, exact.second)),
        c: round(subtractRational(rational(1), divideRational(exact.gap, exact.second))),
        mu: round(mul(w, exact.gap)),
        forwardG: { value: 0, error: 0 },
        forwardL: round(exact.fwdL),
        forwardM: round(exact.fwdM),
        backwardG: round(exact.bwdG),
        backwardL: round(exact.bwdL),
        backwardM: round(exact.bwdM),
        crossC: round(mul(w, exact.mean, exact.mean)),
        crossEigenvalue: { value: cross, error: 24 * UNIT_ROUNDOFF * cross },
      },
      evals: 0,
      collapsed: false,
    };
  },
};
