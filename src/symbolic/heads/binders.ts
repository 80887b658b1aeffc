import { type BinderHead, call, type Expression } from "../expression.js";
import type { Head } from "./head.js";

/**
 * Sum(f, k, a, b): f at k = a, a+1, ..., b (b may be Infinity). Integral(f, x, a, b). GaussianMean(f, z1, z2, c): f over two
 * standard normals of correlation c. SphereMean(f, z1, z2, B): f over two samples of a batch of B, z = sqrt(B-1) <w, x> with
 * x uniform on the unit sphere of R^(B-1) and <w1, w2> = -1/(B-1).
 */
function binder(head: BinderHead, name: string): Head {
  return {
    arity: 4,
    evaluate: () => {
      throw new RangeError(`${head} has no value in doubles: evaluate it with a number of digits`);
    },
    // under the sign; what it ranges over must not depend on the variable
    derivative: ([, ...rest], [slope]) => call(head, slope!, ...rest) as Expression,
    slope: null,
    parity: "none",
    notation: { form: "function", name },
  };
}

export const binders: Readonly<Record<BinderHead, Head>> = Object.freeze({
  Sum: binder("Sum", "sum"),
  Integral: binder("Integral", "integral"),
  GaussianMean: binder("GaussianMean", "gaussianMean"),
  SphereMean: binder("SphereMean", "sphereMean"),
});
