import { plus, times } from "../build.js";
import { differentiate } from "../differentiate.js";
import { type Expression, fold, type HeadName, integer, isCall } from "../expression.js";
import { compare, equation, type Proposition } from "../proposition.js";
import { decide, rationalOf } from "./decide.js";
import { gaussianMean } from "./formula.js";
import { freeSymbols } from "./freeSymbols.js";
import { correlation } from "./gaussianRules.js";
import { tidy } from "./linearForm.js";
import { type Rule, rule } from "./rule.js";

/** Continuous with at most linear growth, differentiable but for kinks: what they are applied to keeps a finite mean. */
const tame: readonly HeadName[] = [
  "Add", "Subtract", "Negate", "Multiply", "Abs", "Max", "Min", "Sin", "Cos", "Tanh", "Sech", "Atan", "Asinh", "Erf", "Erfc",
  "Sigmoid", "Softplus",
]; // biome-ignore format: a table

const inner = ["z1", "z2"];
const isInner = (node: Expression) => [...freeSymbols(node)].some((name) => inner.includes(name));

/** u^e has an integrable slope for e > 0; the slope e u^(e-1) u' of a symbolic e is 0 infinity where u vanishes on a half plane. */
function powerCondition(base: Expression, exponent: Expression): Proposition {
  const vanishes = fold<boolean>(base, ({ head }, args) => head === "Max" || head === "Min" || args.some(Boolean));
  return rationalOf(exponent) === null && vanishes
    ? compare("GreaterEqual", exponent, integer(1))
    : compare("Greater", exponent, integer(0));
}

/** The conditions under which f is absolutely continuous on lines with integrable slopes; null where that is not seen. */
function smoothness(f: Expression): readonly Proposition[] | null {
  return fold<readonly Proposition[] | null>(f, (node, args) => {
    if (!isCall(node) || !isInner(node)) return [];
    const [, exponent] = node.args;
    if (args.some((arg) => arg === null)) return null;
    const all = (args as readonly (readonly Proposition[])[]).flat();
    if (tame.includes(node.head)) return all;
    if (node.head === "Divide") return isInner(exponent!) ? null : all;
    if (node.head !== "Power" || isInner(exponent!)) return null;
    const condition = powerCondition(node.args[0]!, exponent!);
    const verdict = decide(condition);
    return verdict === false ? null : verdict === true ? all : [...all, condition];
  });
}

function sumOfMeans(first: Expression, second: Expression): Expression {
  const mixed = times("c", gaussianMean(second, "c"));
  if (rationalOf(second)?.numerator === 0n) return gaussianMean(first, "c");
  return rationalOf(first)?.numerator === 0n ? mixed : plus(gaussianMean(first, "c"), mixed);
}

/**
 * Gaussian integration by parts: E z1 f = E df/dz1 + c E df/dz2.
 *
 * f is a concrete function of z1 and z2: sums, products, positive powers and bounded or linearly growing functions of them. Throws
 * a RangeError for any other, since a jump (sign, step) or a pole would leave terms that the slopes do not show.
 */
export function steinRule(f: Expression): Rule {
  const conditions = smoothness(f);
  if (conditions === null) throw new RangeError("Stein: f may jump, have a pole or grow too fast");
  const slope = (name: string) => tidy(differentiate(f, name));
  const own = [...freeSymbols(f)].filter((name) => !inner.includes(name) && name !== "c");
  return rule({
    name: "Stein",
    parameters: ["c", ...own],
    claim: equation(gaussianMean(times("z1", f), "c"), sumOfMeans(slope("z1"), slope("z2"))),
    conditions: [...conditions, ...correlation],
    source: "C. Stein, Annals of Statistics 9 (1981) 1135-1151, Lemma 1",
  });
}
