// Time of exact arithmetic against SymPy and nerdamer-prime in one run, of zero tests, and of whole derivations. `npm run bench:symbolic`
// Needs python3 with sympy for that peer; without it its column stays empty.
import { spawnSync } from "node:child_process";
import nerdamer from "nerdamer-prime/all";
import {
  decide,
  derive,
  derivedQuantities,
  kernelIdentities,
  parseTerm,
  simplifyExact,
  text,
} from "../dist/symbolic.js";
import { print, say } from "./table.mjs";

const here = new URL(".", import.meta.url).pathname;

/** Milliseconds: the first call, and the median of five more. */
function time(call) {
  const once = () => {
    const from = performance.now();
    call();
    return performance.now() - from;
  };
  const cold = once();
  const warm = Array.from({ length: 5 }, once).sort((a, b) => a - b)[2];
  return { cold, warm };
}

const ms = (value) => (value === undefined ? "-" : value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`);

const sum = Array.from({ length: 30 }, (_, k) => `(B + ${k + 1})/((B - 1)*(B + ${(k + 1) % 11}))`).join(" + ");
const common = "(2*B + u*v + 3)^5";
const fraction = `(${common}*(B*u + v - 1)^7)/(${common}*(B - u + 5*v^2)^7)`;
const ours = {
  expand: time(() => simplifyExact(parseTerm("(B + u + v)^20 + 1"))),
  gcd: time(() => simplifyExact(parseTerm(fraction))),
  sum: time(() => simplifyExact(parseTerm(sum))),
};
const python = spawnSync("python3", [`${here}peers/algebra_sympy.py`], { encoding: "utf8" });
const sympy = python.status === 0 ? JSON.parse(python.stdout) : {};
// one run: it takes a second where we take milliseconds
nerdamer.set("TIMEOUT", 60_000);
const from = performance.now();
nerdamer("expand((B+u+v)^20)").toString();
const theirs = { expand: performance.now() - from };
const names = {
  expand: "(B + u + v)^20",
  gcd: "fraction with a common factor of degree 10",
  sum: "sum of 30 fractions",
};
print(
  "Exact algebra, parsing and writing included on our side",
  ["", "first", "warm", "sympy", "nerdamer"],
  Object.entries(names).map(([key, name]) => [
    name,
    ms(ours[key].cold),
    ms(ours[key].warm),
    ms(sympy[key] === undefined ? undefined : 1000 * sympy[key]),
    ms(theirs[key]),
  ]),
);

print(
  "Zero tests of the kernel identities, exact part alone",
  ["", "first", "warm", "status"],
  kernelIdentities.map(({ id, claim, conditions }) => {
    const options = { assumptions: conditions, points: 0 };
    const { cold, warm } = time(() => decide(claim, options));
    return [id, ms(cold), ms(warm), decide(claim, options).status];
  }),
);

const activations = ["relu", "x + x^3", "abs", "leaky_relu(0.1)", "relu(x)^1.5", "x^9"];
print(
  "Derivations, every step checked",
  ["", ...activations],
  derivedQuantities.map((quantity) => [
    quantity,
    ...activations.map((name) => ms(time(() => derive(quantity, name)).warm)),
  ]),
);
say(`rate of relu: ${text(derive("rate", "relu").formula)}`);
