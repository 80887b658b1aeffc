/** Whether a function on matrices can be a self-energy, by random matrices. */
import { domainError } from "../../../../numeric/domain.js";
import { complexArray, complexProduct } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { GaussianStream } from "../../../../numeric/random/gaussianStream.js";
import { hermitianEigenvalues } from "../hermitian.js";
import type { Packed } from "../selfEnergy.js";

interface Candidate {
  readonly name: string;
  readonly size: number;
  readonly apply: (R: Packed, out: Packed) => void;
  readonly stream: GaussianStream;
  readonly samples: number;
}

const largest = (part: Float64Array): number => part.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const sizeOf = ({ re, im }: Packed): number => Math.max(largest(re), largest(im));
const gap = (a: Packed, b: Packed): number =>
  Math.max(largest(a.re.map((x, k) => x - b.re[k])), largest(a.im.map((x, k) => x - b.im[k])));

const mirrored = ({ re, im }: Packed, size: number, sign: number): Packed => {
  const at = (k: number) => (k % size) * size + Math.floor(k / size);
  return { re: re.map((_, k) => re[at(k)]), im: im.map((_, k) => sign * im[at(k)]) };
};

function randomMatrix({ size, stream }: Candidate, columns = size, real = false): Packed {
  const out = complexArray(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < columns; j++) {
      out.re[i * size + j] = stream.next();
      out.im[i * size + j] = real ? 0 : stream.next();
    }
  }
  return out;
}

/** B B*, B of that many columns. */
function randomPositive(candidate: Candidate, columns: number): Packed {
  const B = randomMatrix(candidate, columns);
  const out = complexArray(candidate.size ** 2);
  complexProduct(B, mirrored(B, candidate.size, -1), candidate.size, out);
  return out;
}

/** tr A B. */
function traceOfProduct(a: Packed, b: Packed, size: number): [number, number] {
  const t = mirrored(b, size, 1);
  let [x, y] = [0, 0];
  for (let k = 0; k < a.re.length; k++) {
    x += a.re[k] * t.re[k] - a.im[k] * t.im[k];
    y += a.re[k] * t.im[k] + a.im[k] * t.re[k];
  }
  return [x, y];
}

/** Throws TheoryError naming the property that fails. True where S[R^T] = S[R]^T and S keeps real matrices real. */
export function assertSelfEnergy(candidate: Candidate): boolean {
  const image = (R: Packed): Packed => {
    const out = complexArray(R.re.length);
    candidate.apply({ re: R.re.slice(), im: R.im.slice() }, out);
    return out;
  };
  let real = true;
  for (let sample = 0; sample < candidate.samples; sample++) {
    assertLinear(candidate, image);
    assertPreserving(candidate, image, sample % 2 === 0 ? 1 : candidate.size);
    assertSymmetric(candidate, image);
    const R = randomMatrix(candidate, candidate.size, true);
    const [straight, turned] = [image(R), image(mirrored(R, candidate.size, 1))];
    const limit = 1e-11 * sizeOf(straight);
    real = real && largest(straight.im) <= limit && gap(mirrored(straight, candidate.size, 1), turned) <= limit;
  }
  return real;
}

function assertLinear(candidate: Candidate, image: (R: Packed) => Packed): void {
  const { name, stream } = candidate;
  const [X, Y] = [randomMatrix(candidate), randomMatrix(candidate)];
  const [a, b] = [stream.next(), stream.next()];
  const sum: Packed = {
    re: X.re.map((x, k) => a * x - b * X.im[k] + Y.re[k]),
    im: X.im.map((y, k) => a * y + b * X.re[k] + Y.im[k]),
  };
  const [SX, SY] = [image(X), image(Y)];
  const expected: Packed = {
    re: SX.re.map((x, k) => a * x - b * SX.im[k] + SY.re[k]),
    im: SX.im.map((y, k) => a * y + b * SX.re[k] + SY.im[k]),
  };
  const size = Math.max(sizeOf(SX), sizeOf(SY), sizeOf(expected));
  const difference = gap(image(sum), expected);
  if (difference <= 1e-9 * size) return;
  const found = `a map with |S[cX + Y] - c S[X] - S[Y]| = ${difference.toPrecision(3)} for some complex c, X, Y`;
  throw domainError(
    name,
    found,
    "a linear map on complex matrices",
    "Treat re and im alike: S[X + iY] = S[X] + i S[Y].",
  );
}

function assertPreserving(candidate: Candidate, image: (R: Packed) => Packed, rank: number): void {
  const { name, size } = candidate;
  const SR = image(randomPositive(candidate, rank));
  const most = sizeOf(SR);
  const difference = gap(SR, mirrored(SR, size, -1));
  if (difference > 1e-9 * most) {
    const found = `a map with |S[R] - S[R]*| = ${difference.toPrecision(3)} for a Hermitian R`;
    throw domainError(name, found, "a map that keeps matrices Hermitian", "S[R] = E[W R W] with Hermitian W does.");
  }
  const least = hermitianEigenvalues(SR, size)[0];
  if (least >= -1e-10 * most) return;
  const found = `a map with an eigenvalue ${least.toPrecision(3)} of S[R] for a positive semidefinite R`;
  throw domainError(name, found, "a map that preserves positivity", "S[R] = E[W R W] with Hermitian W does.");
}

function assertSymmetric(candidate: Candidate, image: (R: Packed) => Packed): void {
  const { name, size } = candidate;
  const [X, Y] = [randomPositive(candidate, size), randomPositive(candidate, 1)];
  const [SX, SY] = [image(X), image(Y)];
  const [left] = traceOfProduct(X, SY, size);
  const [right] = traceOfProduct(SX, Y, size);
  const scale = size * Math.max(sizeOf(SX) * sizeOf(Y), sizeOf(X) * sizeOf(SY));
  if (Math.abs(left - right) <= 1e-9 * scale) return;
  const found = `a map with tr X S[Y] = ${left.toPrecision(6)} and tr S[X] Y = ${right.toPrecision(6)} for some X, Y`;
  throw domainError(name, found, "a symmetric map, <X, S[Y]> = <S[X], Y>", "S[R] = E[W R W] with Hermitian W is one.");
}
