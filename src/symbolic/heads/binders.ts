import { type BinderHead, boundSymbols, call, type Expression, integer, number, substitute } from "../expression.js";
import type { Head } from "./head.js";
import { gaussianMeanIntegral, sphereMeanIntegral } from "./means.js";
import { named, type Written } from "./notation.js";
import { add, isZero, multiply, negate, subtract } from "./terms.js";

const zero = number(0);

type Boundary = (args: readonly Expression[], slopes: readonly Expression[]) => readonly Expression[];

/** What is left where nothing but the body may depend on the variable. */
const fixed =
  (head: BinderHead): Boundary =>
  (_, slopes) => {
    if (slopes.every(isZero)) return [];
    throw new RangeError(`${head} cannot be differentiated in what it ranges over`);
  };

/** Leibniz' rule: f(b) b' - f(a) a'. */
const leibniz: Boundary = ([body, variable, ...ends], slopes) =>
  ends.flatMap((end, i) => {
    if (isZero(slopes[i]!)) return [];
    const value = multiply(substitute(body!, variable!.head === "Symbol" ? variable!.name : "", end), slopes[i]!);
    return [i === 0 ? negate(value) : value];
  });

/**
 * The derivative under the sign, and what the ends contribute. A binder of the variable of differentiation hides it:
 * the slope of the bound symbol is not 0 exactly then.
 */
function binder(head: BinderHead, name: string, boundary: Boundary, written: Written): Head {
  const first = 1 + boundSymbols[head];
  return {
    arity: 4,
    evaluate: () => {
      throw new RangeError(`${head} has no value in doubles: evaluate it with a number of digits`);
    },
    derivative: (args, slopes) => {
      const hidden = slopes.slice(1, first).some((slope) => !isZero(slope));
      const inside = hidden || isZero(slopes[0]!) ? [] : [call(head, slopes[0]!, ...args.slice(1))];
      const terms = [...inside, ...boundary(args, slopes.slice(first))];
      return terms.length === 0 ? zero : terms.reduce(add);
    },
    slope: null,
    parity: "none",
    notation: named(name, { javascript: null, ...written }),
  };
}

/** A loop, which needs an end. */
function finiteSum(end: Expression): string {
  if (end.head === "Infinity") throw new RangeError("JavaScript has no sums to infinity");
  return "$sum((#2) => #1, #3, #4)";
}

/**
 * Sum(f, k, a, b): f at k = a, a+1, ..., b (b may be Infinity). Integral(f, x, a, b). GaussianMean(f, z1, z2, c): f
 * over two standard normals of correlation c. SphereMean(f, z1, z2, B): f over two samples of a batch of B, z =
 * sqrt(B-1) <w, x> with x uniform on the unit sphere of R^(B-1) and <w1, w2> = -1/(B-1).
 */
export const binders: Readonly<Record<BinderHead, Head>> = Object.freeze({
  Sum: binder("Sum", "sum", fixed("Sum"), {
    tex: "\\sum_{$2=$3}^{$4} #1*",
    javascript: (_, _name, _from, to) => finiteSum(to!),
    sympy: "Sum(#1, (#2, #3, #4))",
  }),
  Integral: binder("Integral", "integral", leibniz, {
    tex: "\\int_{$3}^{$4} #1* \\,\\mathrm{d}#2",
    sympy: "Integral(#1, (#2, #3, #4))",
  }),
  GaussianMean: binder("GaussianMean", "gaussianMean", fixed("GaussianMean"), {
    tex: "\\mathbb{E}_{($2, $3) \\sim \\mathcal{N}($4)}[#1]",
    sympy: (...args) => gaussianMeanIntegral(args),
  }),
  SphereMean: binder("SphereMean", "sphereMean", fixed("SphereMean"), {
    tex: (body, z1, z2, batch) => {
      const dimension = batch!.head === "Integer" ? integer(batch!.value - 2n) : subtract(batch!, integer(2));
      return ["\\mathbb{E}_{($2, $3) \\sim S^{$4}}[#1]", body!, z1!, z2!, dimension];
    },
    sympy: (...args) => sphereMeanIntegral(args),
  }),
});
