/** -G^{-1} = z - A + S[G] for n x n matrices. Where A and S are real, G is symmetric and has n (n + 1) / 2 unknowns. */
import {
  type ComplexArray,
  complexArray,
  complexProduct,
  invertInto,
  isPositiveDefiniteInPlace,
} from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonEquation } from "../dysonEquation.js";
import type { DysonProblem } from "./problem.js";
import { combineInto } from "./states.js";

/** Unknowns up to which Newton's method, with systems solved by elimination, is the faster way: 10 rows where G is symmetric. */
const LARGEST_NEWTON = 60;

/** Rows and columns of the unknowns: all places, or those of the upper triangle. */
function places(size: number, symmetric: boolean): { readonly row: Int32Array; readonly column: Int32Array } {
  const row: number[] = [];
  const column: number[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = symmetric ? i : 0; j < size; j++) {
      row.push(i);
      column.push(j);
    }
  }
  return { row: Int32Array.from(row), column: Int32Array.from(column) };
}

function coordinates(size: number, symmetric: boolean) {
  const { row, column } = places(size, symmetric);
  const toUnknowns = ({ re, im }: ComplexArray, out: ComplexArray): void => {
    for (let k = 0; k < row.length; k++) {
      const [a, b] = [row[k] * size + column[k], symmetric ? column[k] * size + row[k] : row[k] * size + column[k]];
      out.re[k] = (re[a] + re[b]) / 2;
      out.im[k] = (im[a] + im[b]) / 2;
    }
  };
  const fromUnknowns = ({ re, im }: ComplexArray, out: ComplexArray): void => {
    for (let k = 0; k < row.length; k++) {
      const [a, b] = [row[k] * size + column[k], symmetric ? column[k] * size + row[k] : row[k] * size + column[k]];
      out.re[a] = re[k];
      out.im[a] = im[k];
      out.re[b] = re[k];
      out.im[b] = im[k];
    }
  };
  return { count: row.length, toUnknowns, fromUnknowns };
}

/** S of every unit of the unknowns, made when it is first needed. */
function imagesOf({ selfEnergy }: DysonEquation, { count, fromUnknowns }: ReturnType<typeof coordinates>) {
  let images: readonly ComplexArray[] | null = null;
  return (): readonly ComplexArray[] => {
    if (images !== null) return images;
    const length = selfEnergy.size ** 2;
    const [unknown, unit] = [complexArray(count), complexArray(length)];
    images = Array.from({ length: count }, (_, k) => {
      unknown.re.fill(0)[k] = 1;
      const image = complexArray(length);
      fromUnknowns(unknown, unit);
      selfEnergy.apply(unit, image);
      return image;
    });
    return images;
  };
}

export function matrixProblem(equation: DysonEquation): DysonProblem {
  const { selfEnergy, mean } = equation;
  const { size, apply } = selfEnergy;
  const length = size * size;
  const [image, half, scratch, column] = [0, 1, 2, 3].map(() => complexArray(length)) as [
    ComplexArray,
    ComplexArray,
    ComplexArray,
    ComplexArray,
  ];
  const pivots = new Int32Array(size);
  const own = coordinates(size, equation.real);
  const images = imagesOf(equation, own);

  const resolvent: DysonProblem["resolvent"] = (x, y, G, out) => {
    apply(G, image);
    for (let k = 0; k < length; k++) {
      scratch.re[k] = mean.re[k] - image.re[k];
      scratch.im[k] = mean.im[k] - image.im[k];
    }
    for (let i = 0; i < size; i++) {
      scratch.re[i * size + i] -= x;
      scratch.im[i * size + i] -= y;
    }
    return invertInto(scratch, size, out, pivots);
  };
  const once = complexArray(length);
  /** out = (G X F + F X G) / 2. */
  const sandwich = (G: ComplexArray, F: ComplexArray, middle: ComplexArray, out: ComplexArray): void => {
    complexProduct(G, middle, size, half);
    complexProduct(half, F, size, out);
    if (G === F) return;
    complexProduct(F, middle, size, half);
    complexProduct(half, G, size, once);
    for (let k = 0; k < length; k++) {
      out.re[k] = (out.re[k] + once.re[k]) / 2;
      out.im[k] = (out.im[k] + once.im[k]) / 2;
    }
  };
  const defect: DysonProblem["defect"] = (x, y, G) => {
    apply(G, image);
    for (let k = 0; k < length; k++) {
      const onDiagonal = k % (size + 1) === 0;
      scratch.re[k] = image.re[k] - mean.re[k] + (onDiagonal ? x : 0);
      scratch.im[k] = image.im[k] - mean.im[k] + (onDiagonal ? y : 0);
    }
    complexProduct(scratch, G, size, half);
    let sum = 0;
    for (let k = 0; k < length; k++) sum += (half.re[k] + Number(k % (size + 1) === 0)) ** 2 + half.im[k] ** 2;
    return Math.sqrt(sum);
  };
  return {
    length,
    unknowns: own.count,
    systems: own.count <= LARGEST_NEWTON ? "dense" : "products",
    prefersNewton: own.count <= LARGEST_NEWTON,
    cost: 2 * size * length,
    resolvent,
    transfer: (G, F, X, out) => {
      apply(X, image);
      sandwich(G, F, image, out);
    },
    defect,
    square: (G, out) => complexProduct(G, G, size, out),
    multiplied: (G, D, out) => {
      combineInto(G, -0.5, D, scratch);
      if (!invertInto(scratch, size, half, pivots)) return false;
      combineInto(G, 0.5, D, scratch);
      complexProduct(scratch, half, size, once);
      complexProduct(once, G, size, out);
      return true;
    },
    stabilityMatrix: (G, F, out) => {
      const unknown = complexArray(own.count);
      images().forEach((of, k) => {
        sandwich(G, F, of, column);
        own.toUnknowns(column, unknown);
        for (let i = 0; i < own.count; i++) {
          out.re[i * own.count + k] = Number(i === k) - unknown.re[i];
          out.im[i * own.count + k] = -unknown.im[i];
        }
      });
    },
    toUnknowns: own.toUnknowns,
    fromUnknowns: own.fromUnknowns,
    multipleOfIdentity: (re, im, out) => {
      out.re.fill(0);
      out.im.fill(0);
      for (let i = 0; i < length; i += size + 1) {
        out.re[i] = re;
        out.im[i] = im;
      }
    },
    trace: ({ re, im }) => {
      let [x, y] = [0, 0];
      for (let i = 0; i < length; i += size + 1) {
        x += re[i];
        y += im[i];
      }
      return [x / size, y / size];
    },
    traceNorm: 1 / Math.sqrt(size),
    hermitianPart: ({ re, im }, out) => {
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          const [a, b] = [i * size + j, j * size + i];
          out.re[a] = (re[a] + re[b]) / 2;
          out.im[a] = (im[a] - im[b]) / 2;
        }
      }
    },
    isPositive: (G, shift) => {
      imaginaryPart(G, size, scratch);
      return isPositiveDefiniteInPlace(scratch, size, shift);
    },
  };
}

/** out = (G - G*) / 2i. */
function imaginaryPart({ re, im }: ComplexArray, size: number, out: ComplexArray): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [a, b] = [i * size + j, j * size + i];
      out.re[a] = (im[a] + im[b]) / 2;
      out.im[a] = (re[b] - re[a]) / 2;
    }
  }
}
