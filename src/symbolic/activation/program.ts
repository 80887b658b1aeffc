import { compile } from "../compile.js";
import { differentiate } from "../differentiate.js";
import { call, type Expression, number, symbol } from "../expression.js";
import { Lowering } from "../lower/lower.js";
import { prune } from "../lower/prune.js";
import type { StraightLineProgram } from "../lower/straightLine.js";
import { simplify } from "../simplify.js";
import type { Activation } from "./activation.js";
import { collectPatches } from "./create.js";
import { analyse } from "./facts.js";
import type { Patch } from "./patch.js";

const x = symbol("x");

/** Horner's rule for the Taylor polynomial of a patch. */
function polynomial({ at, coefficients }: Patch): Expression {
  const t = at === 0 ? x : call("Subtract", x, number(at));
  return coefficients.reduceRight<Expression | null>(
    (sum, c) => (sum === null ? number(c) : call("Add", call("Multiply", sum, t), number(c))),
    null,
  )!;
}

/** The tree with its patches: what `applyPatches` does to a closure. The first patch that covers a point wins. */
function patched(tree: Expression, patches: readonly Patch[]): Expression {
  return patches.reduceRight((rest, patch) => {
    const t = patch.at === 0 ? x : call("Subtract", x, number(patch.at));
    return call("Conditional", call("LessEqual", call("Abs", t), number(patch.radius)), polynomial(patch), rest);
  }, tree);
}

/**
 * phi and phi' as one straight line of arithmetic with shared subexpressions, for engines that run plain data. null for
 * a plain function. Where x is finite the values are those of `activation.value` and `activation.derivative` to a few
 * ulp, patches at removable singularities included. Everything that the grammar accepts has a program, of a length that
 * is proportional to the trees of phi and phi' as `Sharing` counts them.
 */
export function programOf(activation: Activation): StraightLineProgram | null {
  const { expression, text } = activation;
  if (expression === null) return null;
  const plain = simplify(expression);
  const slope = simplify(differentiate(plain));
  const second = simplify(differentiate(slope));
  const closures = [compile(plain), compile(slope), compile(second)] as const;
  const analysis = analyse(expression, closures, { text, places: new Map() });
  const [values, slopes] = collectPatches(closures, analysis);
  const lowering = new Lowering();
  const value = lowering.lower(patched(plain, values));
  const derivative = lowering.lower(patched(slope, slopes));
  return prune({ instructions: lowering.instructions, value, derivative });
}

/** An activation as an engine takes it: what it does to a number, and no formula. */
export interface ElementwiseActivation {
  readonly text: string;
  readonly value: (x: number) => number;
  readonly derivative: (x: number) => number;
  readonly program: StraightLineProgram | null;
}

/** Text, closures and program of an activation. */
export function elementwiseOf(activation: Activation): ElementwiseActivation {
  const { text, value, derivative } = activation;
  return Object.freeze({ text, value, derivative, program: programOf(activation) });
}
