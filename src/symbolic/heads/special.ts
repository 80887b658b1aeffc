import gamma from "@stdlib/math-base-special-gamma";
import { call, type Expression, fold, integer, isCall, number, type SpecialHead, symbol } from "../expression.js";
import { arccosineSeries, arccosineSlope } from "./arccosineFormulas.js";
import { arccosineKernel } from "./functions/arccosineKernel.js";
import { beta } from "./functions/beta.js";
import { binomial, factorial } from "./functions/binomial.js";
import { ellipticE, ellipticK } from "./functions/elliptic.js";
import { gammaRatio } from "./functions/gammaRatio.js";
import { gegenbauer } from "./functions/gegenbauer.js";
import { hypergeometric } from "./functions/hypergeometric.js";
import { polygamma } from "./functions/polygamma.js";
import type { Head } from "./head.js";
import { named, type Written } from "./notation.js";
import { add, divide, isZero, multiply, subtract } from "./terms.js";

const zero = number(0);
const one = integer(1);
const two = integer(2);
const digamma = (a: Expression) => call("Polygamma", integer(0), a);

type Slope = (...args: Expression[]) => Expression;

/** The derivative from the partial derivatives, null where there is none in closed form. */
function partial(head: SpecialHead, ...slopes: readonly (Slope | null)[]): Head["derivative"] {
  return (args, changes) => {
    const terms = slopes.flatMap((slope, i) => {
      if (isZero(changes[i]!)) return [];
      if (slope === null) throw new RangeError(`${head} has no derivative in its argument ${i + 1}`);
      return [multiply(slope(...args), changes[i]!)];
    });
    return terms.length === 0 ? zero : terms.reduce(add);
  };
}

function entry(
  head: SpecialHead,
  name: string,
  evaluate: Head["evaluate"],
  slopes: readonly (Slope | null)[],
  written: Written,
): Head {
  const notation = named(name, { javascript: `$${name}(${slopes.map((_, i) => `#${i + 1}`).join(", ")})`, ...written });
  return {
    arity: slopes.length,
    evaluate,
    derivative: partial(head, ...slopes),
    slope: null,
    parity: "none",
    notation,
  };
}

function constant(name: string, value: number, tex: string, javascript: string, sympy: string): Head {
  const notation = { form: "constant", name, tex, javascript, sympy } as const;
  return { arity: 0, evaluate: () => value, derivative: () => zero, slope: null, parity: "even", notation };
}

const next = (m: Expression) => (m.head === "Integer" ? integer(m.value + 1n) : add(m, one));
const previous = (m: Expression) => (m.head === "Integer" ? integer(m.value - 1n) : subtract(m, one));
const scaled = (head: SpecialHead, args: readonly Expression[], factor: Expression) =>
  multiply(call(head, ...args), factor);

/** SymPy's O(...) names the variable that goes to infinity. */
function order(u: Expression): readonly [string, ...Expression[]] {
  const names = fold<ReadonlySet<string>>(u, (node, args) =>
    isCall(node) ? new Set(args.flatMap((arg) => [...arg])) : new Set(node.head === "Symbol" ? [node.name] : []),
  );
  const [name] = names;
  if (name === undefined || names.size > 1) throw new RangeError("an order term in SymPy is of one symbol");
  return ["O(#1, (#2, oo))", u, symbol(name)];
}

const noValue = (): never => {
  throw new RangeError("an order term has no value");
};

/**
 * The constants and special functions of formulas; their values in doubles are in `functions/`, NaN outside the domain.
 * ArccosineKernel(alpha, c) is J_alpha(c) with J_alpha(1) = 1; Hypergeometric(a, b, c, z) is 2F1; EllipticK and
 * EllipticE have the parameter m = k^2; Polygamma(0, x) is the digamma function; Gegenbauer(k, lambda, x).
 */
export const special: Readonly<Record<SpecialHead, Head>> = Object.freeze({
  Pi: constant("pi", Math.PI, "\\pi", "Math.PI", "pi"),
  Infinity: constant("infinity", Infinity, "\\infty", "Infinity", "oo"),
  Factorial: entry(
    "Factorial",
    "factorial",
    factorial as Head["evaluate"],
    [(n) => scaled("Factorial", [n!], digamma(add(n!, one)))],
    { tex: "#1.!" },
  ),
  Binomial: entry(
    "Binomial",
    "binomial",
    binomial as Head["evaluate"],
    [
      (n, k) => scaled("Binomial", [n!, k!], subtract(digamma(add(n!, one)), digamma(add(subtract(n!, k!), one)))),
      (n, k) => scaled("Binomial", [n!, k!], subtract(digamma(add(subtract(n!, k!), one)), digamma(add(k!, one)))),
    ],
    { tex: "\\binom{#1}{#2}", sympy: "binomial(#1, #2)" },
  ),
  Gamma: entry("Gamma", "gamma", (x) => gamma(x!), [(x) => scaled("Gamma", [x!], digamma(x!))], {
    tex: "\\Gamma(#1)",
  }),
  Polygamma: entry(
    "Polygamma",
    "polygamma",
    polygamma as Head["evaluate"],
    [null, (m, x) => call("Polygamma", next(m!), x!)],
    { tex: (m) => (isZero(m!) ? "\\psi(#2)" : "\\psi^{($1)}(#2)"), sympy: "polygamma(#1, #2)" },
  ),
  Beta: entry(
    "Beta",
    "beta",
    beta as Head["evaluate"],
    [
      (a, b) => scaled("Beta", [a!, b!], subtract(digamma(a!), digamma(add(a!, b!)))),
      (a, b) => scaled("Beta", [a!, b!], subtract(digamma(b!), digamma(add(a!, b!)))),
    ],
    { tex: "\\mathrm{B}(#1, #2)", sympy: "beta(#1, #2)" },
  ),
  Pochhammer: entry(
    "Pochhammer",
    "pochhammer",
    gammaRatio as Head["evaluate"],
    [
      (a, k) => scaled("Pochhammer", [a!, k!], subtract(digamma(add(a!, k!)), digamma(a!))),
      (a, k) => scaled("Pochhammer", [a!, k!], digamma(add(a!, k!))),
    ],
    { tex: "(#1)_{$2}", sympy: "rf(#1, #2)" },
  ),
  Hypergeometric: entry(
    "Hypergeometric",
    "hypergeometric",
    hypergeometric as Head["evaluate"],
    [
      null,
      null,
      null,
      (a, b, c, z) =>
        multiply(divide(multiply(a!, b!), c!), call("Hypergeometric", add(a!, one), add(b!, one), add(c!, one), z!)),
    ],
    { tex: "{}_2F_1(#1, #2; #3; #4)", sympy: "hyper([#1, #2], [#3], #4)" },
  ),
  Gegenbauer: entry(
    "Gegenbauer",
    "gegenbauer",
    gegenbauer as Head["evaluate"],
    [
      null,
      null,
      (k, lambda, x) => multiply(multiply(two, lambda!), call("Gegenbauer", previous(k!), next(lambda!), x!)),
    ],
    { tex: "C_{$1}^{($2)}(#3)", sympy: "gegenbauer(#1, #2, #3)" },
  ),
  ArccosineKernel: entry(
    "ArccosineKernel",
    "J",
    arccosineKernel as Head["evaluate"],
    [null, (alpha, c) => arccosineSlope(alpha!, c!)],
    { tex: "J_{$1}(#2)", sympy: (alpha, c) => arccosineSeries(alpha!, c!) },
  ),
  EllipticK: entry(
    "EllipticK",
    "ellipticK",
    ellipticK as Head["evaluate"],
    [
      (m) => {
        const complement = subtract(one, m!);
        const numerator = subtract(call("EllipticE", m!), multiply(complement, call("EllipticK", m!)));
        return divide(numerator, multiply(multiply(two, m!), complement));
      },
    ],
    { tex: "K(#1)", sympy: "elliptic_k(#1)" },
  ),
  EllipticE: entry(
    "EllipticE",
    "ellipticE",
    ellipticE as Head["evaluate"],
    [(m) => divide(subtract(call("EllipticE", m!), call("EllipticK", m!)), multiply(two, m!))],
    { tex: "E(#1)", sympy: "elliptic_e(#1)" },
  ),
  BigO: entry("BigO", "O", noValue, [null], { tex: "O(#1)", javascript: null, sympy: (u) => order(u!) }),
});
