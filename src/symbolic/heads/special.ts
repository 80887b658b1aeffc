import gamma from "@stdlib/math-base-special-gamma";
import { call, type Expression, integer, type SpecialHead } from "../expression.js";
import type { Head } from "./head.js";

const notYet = (): never => {
  throw new RangeError("no derivative in this argument");
};

function constant(name: string, value: number): Head {
  return head(
    name,
    0,
    () => value,
    () => integer(0),
  );
}

function head(name: string, arity: number, evaluate: Head["evaluate"], derivative: Head["derivative"] = notYet): Head {
  return { arity, evaluate, derivative, slope: null, parity: "none", notation: { form: "function", name } };
}

const _unused = (a: Expression) => call("Gamma", a);
void _unused;

export const special: Readonly<Record<SpecialHead, Head>> = Object.freeze({
  Pi: constant("pi", Math.PI),
  Infinity: constant("infinity", Infinity),
  Factorial: head("factorial", 1, (n) => gamma(n! + 1)),
  Binomial: head("binomial", 2, notYet),
  Gamma: head("gamma", 1, (x) => gamma(x!)),
  Polygamma: head("polygamma", 2, notYet),
  Beta: head("beta", 2, notYet),
  Pochhammer: head("pochhammer", 2, notYet),
  Hypergeometric: head("hypergeometric", 4, notYet),
  Gegenbauer: head("gegenbauer", 3, notYet),
  ArccosineKernel: head("arccosineKernel", 2, notYet),
  EllipticK: head("ellipticK", 1, notYet),
  EllipticE: head("ellipticE", 1, notYet),
  BigO: head("O", 1, notYet),
});
