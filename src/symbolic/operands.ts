import type { HeadName } from "./expression.js";

type Real = (x: number) => number;

export const identity: Real = (x) => x;

/** Where an operand is a number or the variable itself, a closure of its own saves a call. */
export type Operand =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "x" }
  | { readonly kind: "call"; readonly f: Real };

interface Binary {
  readonly xNumber: (c: number) => Real;
  readonly numberX: (c: number) => Real;
  readonly callNumber: (f: Real, c: number) => Real;
  readonly numberCall: (c: number, f: Real) => Real;
  readonly xCall: (f: Real) => Real;
  readonly callX: (f: Real) => Real;
  readonly callCall: (f: Real, g: Real) => Real;
}

/** The closures of the two-argument heads that are worth specialising. */
export const binaryShapes: Partial<Record<HeadName, Binary>> = {
  Add: {
    xNumber: (c) => (x) => x + c,
    numberX: (c) => (x) => c + x,
    callNumber: (f, c) => (x) => f(x) + c,
    numberCall: (c, f) => (x) => c + f(x),
    xCall: (f) => (x) => x + f(x),
    callX: (f) => (x) => f(x) + x,
    callCall: (f, g) => (x) => f(x) + g(x),
  },
  Subtract: {
    xNumber: (c) => (x) => x - c,
    numberX: (c) => (x) => c - x,
    callNumber: (f, c) => (x) => f(x) - c,
    numberCall: (c, f) => (x) => c - f(x),
    xCall: (f) => (x) => x - f(x),
    callX: (f) => (x) => f(x) - x,
    callCall: (f, g) => (x) => f(x) - g(x),
  },
  Multiply: {
    xNumber: (c) => (x) => x * c,
    numberX: (c) => (x) => c * x,
    callNumber: (f, c) => (x) => f(x) * c,
    numberCall: (c, f) => (x) => c * f(x),
    xCall: (f) => (x) => x * f(x),
    callX: (f) => (x) => f(x) * x,
    callCall: (f, g) => (x) => f(x) * g(x),
  },
  Divide: {
    xNumber: (c) => (x) => x / c,
    numberX: (c) => (x) => c / x,
    callNumber: (f, c) => (x) => f(x) / c,
    numberCall: (c, f) => (x) => c / f(x),
    xCall: (f) => (x) => x / f(x),
    callX: (f) => (x) => f(x) / x,
    callCall: (f, g) => (x) => f(x) / g(x),
  },
  // Not Math.max: it is slower, and these keep NaN since every comparison with NaN is false.
  Max: extremum((a, b) => (a < b ? b : Number.isNaN(b) ? b : a)),
  Min: extremum((a, b) => (a > b ? b : Number.isNaN(b) ? b : a)),
};

function extremum(pick: (a: number, b: number) => number): Binary {
  return {
    xNumber: (c) => (x) => pick(x, c),
    numberX: (c) => (x) => pick(c, x),
    callNumber: (f, c) => (x) => pick(f(x), c),
    numberCall: (c, f) => (x) => pick(c, f(x)),
    xCall: (f) => (x) => pick(x, f(x)),
    callX: (f) => (x) => pick(f(x), x),
    callCall: (f, g) => (x) => pick(f(x), g(x)),
  };
}

export function compileBinary(shapes: Binary, a: Operand, b: Operand): Real {
  if (a.kind === "call") {
    if (b.kind === "call") return shapes.callCall(a.f, b.f);
    return b.kind === "x" ? shapes.callX(a.f) : shapes.callNumber(a.f, b.value);
  }
  if (b.kind === "call") return a.kind === "x" ? shapes.xCall(b.f) : shapes.numberCall(a.value, b.f);
  if (b.kind === "number") return a.kind === "x" ? shapes.xNumber(b.value) : shapes.callNumber(() => a.value, b.value);
  return a.kind === "x" ? shapes.xCall(identity) : shapes.numberX(a.value);
}
