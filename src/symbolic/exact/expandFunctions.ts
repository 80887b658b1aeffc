import { degreeIn } from "../algebra/polynomial.js";
import { kernelInElliptic, kernelInHypergeometric } from "./arccosineKernel.js";
import { functionAtom, integerExact } from "./create.js";
import type { Exact, FunctionAtom } from "./exact.js";
import type { ExactField } from "./field.js";
import { exactKey } from "./key.js";
import { reduceHypergeometrics } from "./reduceHypergeometrics.js";
import { functionsIn, type Image, substituteAtoms } from "./substituteAtoms.js";

/** sin(t)^2 = 1 - cos(t)^2 in every power above the first. */
function sineImages({ numerator, atoms }: Exact, field: ExactField): readonly (readonly [string, Image])[] {
  const high = functionsIn(numerator, atoms, "Sin").filter(([name]) => degreeIn(numerator, name) > 1);
  return high.map(([name, [angle]]) => {
    const square = field.subtract(field.one, field.power(functionAtom("Cos", angle!), 2));
    const image: Image = (k) => {
      const even = field.power(square, Math.floor(k / 2));
      return k % 2 === 0 ? even : field.multiply(even, functionAtom("Sin", angle!));
    };
    return [name, image] as const;
  });
}

/** Kernels of c where hypergeometric functions of c^2, or elliptic integrals of (1+c)/2, occur beside them. */
function kernelImages({ numerator, atoms }: Exact, field: ExactField): readonly (readonly [string, Image])[] {
  const kernels = functionsIn(numerator, atoms, "ArccosineKernel");
  if (kernels.length === 0) return [];
  const keysOf = (head: FunctionAtom["head"], place: number) =>
    new Set(functionsIn(numerator, atoms, head).map(([, args]) => exactKey(args[place]!)));
  const squares = keysOf("Hypergeometric", 3);
  const moduli = new Set([...keysOf("EllipticK", 0), ...keysOf("EllipticE", 0)]);
  return kernels.flatMap(([name, [alpha, c]]) => {
    const modulus = field.divide(field.add(field.one, c!), integerExact(2));
    const elliptic = moduli.has(exactKey(modulus)) ? kernelInElliptic(alpha!, c!, field) : null;
    const value =
      elliptic ?? (squares.has(exactKey(field.multiply(c!, c!))) ? kernelInHypergeometric(alpha!, c!, field) : null);
    return value === null ? [] : [[name, (k: number) => field.power(value, k)] as const];
  });
}

/**
 * An element that is zero where this one is, by relations that the normal form does not use: sin^2 + cos^2 = 1, kernels
 * as hypergeometric functions or elliptic integrals where such occur beside them, contiguous hypergeometric functions
 * and the Wronskian of two that solve one equation. Null where none applies and beyond the limits of the algebra.
 */
export function expandFunctions(x: Exact, field: ExactField): Exact | null {
  try {
    const images = new Map([...sineImages(x, field), ...kernelImages(x, field)]);
    const expanded = images.size === 0 ? x : substituteAtoms(x.numerator, x.atoms, images, field);
    const reduced = reduceHypergeometrics(expanded, field);
    return reduced ?? (images.size === 0 ? null : expanded);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
