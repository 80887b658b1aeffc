import fc from "fast-check";
import { expect, test } from "vitest";
import { complexGmresInPlace } from "../../../src/numeric/linearAlgebra/complexGmres.js";
import {
  type ComplexArray,
  complexArray,
  complexProduct,
  factorInPlace,
  invertInto,
  isPositiveDefiniteInPlace,
} from "../../../src/numeric/linearAlgebra/complexMatrices.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";

function random(length: number, seed: number): ComplexArray {
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const out = complexArray(length);
  stream.fill(out.re);
  stream.fill(out.im);
  return out;
}
const copy = ({ re, im }: ComplexArray): ComplexArray => ({ re: re.slice(), im: im.slice() });
const sizes = fc.record({ size: fc.integer({ min: 1, max: 8 }), seed: fc.integer({ min: 0, max: 2 ** 31 }) });

/** B B* + shift I. */
function positive(size: number, seed: number, shift: number): ComplexArray {
  const B = random(size * size, seed);
  const adjoint = complexArray(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      adjoint.re[i * size + j] = B.re[j * size + i];
      adjoint.im[i * size + j] = -B.im[j * size + i];
    }
  }
  const out = complexArray(size * size);
  complexProduct(B, adjoint, size, out);
  for (let i = 0; i < size; i++) out.re[i * size + i] += shift;
  return out;
}

test("the inverse times the matrix is the identity", () => {
  fc.assert(
    fc.property(sizes, ({ size, seed }) => {
      // positive definite: as well conditioned as its shift
      const A = positive(size, seed, 1);
      const [inverse, product] = [complexArray(size * size), complexArray(size * size)];
      expect(invertInto(copy(A), size, inverse, new Int32Array(size))).toBe(true);
      complexProduct(A, inverse, size, product);
      const scale = Math.max(...A.re.map(Math.abs));
      for (let k = 0; k < size * size; k++) {
        expect(Math.abs(product.re[k] - Number(k % (size + 1) === 0))).toBeLessThan(1e-13 * size * (1 + scale));
        expect(Math.abs(product.im[k])).toBeLessThan(1e-13 * size * (1 + scale));
      }
    }),
  );
});

test("pivots are needed, and singular matrices refused", () => {
  const swap = { re: Float64Array.of(0, 1, 1, 0), im: new Float64Array(4) };
  const out = complexArray(4);
  expect(invertInto(copy(swap), 2, out, new Int32Array(2))).toBe(true);
  expect(out).toEqual(swap);
  expect(factorInPlace({ re: Float64Array.of(1, 2, 2, 4), im: new Float64Array(4) }, 2, new Int32Array(2))).toBe(false);
  expect(factorInPlace(complexArray(1), 1, new Int32Array(1))).toBe(false);
});

test("B B* + I is positive definite; less its trace it is not", () => {
  fc.assert(
    fc.property(sizes, ({ size, seed }) => {
      const A = positive(size, seed, 1);
      expect(isPositiveDefiniteInPlace(copy(A), size)).toBe(true);
      let trace = 0;
      for (let i = 0; i < size; i++) trace += A.re[i * size + i];
      expect(isPositiveDefiniteInPlace(copy(A), size, -trace)).toBe(false);
    }),
  );
});

test("GMRES solves what it is given, by products alone", () => {
  fc.assert(
    fc.property(sizes, ({ size, seed }) => {
      const A = positive(size, seed, 2);
      const truth = random(size, seed + 1);
      const apply = (v: ComplexArray, out: ComplexArray) => {
        for (let i = 0; i < size; i++) {
          let [x, y] = [0, 0];
          for (let j = 0; j < size; j++) {
            x += A.re[i * size + j] * v.re[j] - A.im[i * size + j] * v.im[j];
            y += A.re[i * size + j] * v.im[j] + A.im[i * size + j] * v.re[j];
          }
          out.re[i] = x;
          out.im[i] = y;
        }
      };
      const b = complexArray(size);
      apply(truth, b);
      const relative = complexGmresInPlace(apply, b, { tolerance: 1e-13 });
      expect(relative).toBeLessThanOrEqual(1e-11);
      // the least eigenvalue is 2 or more
      for (let i = 0; i < size; i++) {
        expect(Math.hypot(b.re[i] - truth.re[i], b.im[i] - truth.im[i])).toBeLessThan(1e-9);
      }
    }),
  );
  const zero = complexArray(3);
  expect(complexGmresInPlace(() => expect.unreachable(), zero)).toBe(0);
});
