import { compile } from "../compile.js";
import { differentiate } from "../differentiate.js";
import type { Expression } from "../expression.js";
import { simplify } from "../simplify.js";
import type { Activation } from "./activation.js";
import { type Analysis, analyse } from "./facts.js";
import { fromFunction } from "./fromFunction.js";
import type { ActivationOptions } from "./options.js";
import { parse } from "./parse.js";
import { analyticPatches, applyPatches, kinkPatch, type Patch } from "./patch.js";
import { presets } from "./presets.js";
import type { Source } from "./refuse.js";
import { oneSided } from "./sampledBreakpoint.js";
import { settleComparisons } from "./settleComparisons.js";
import { syntaxError } from "./syntaxError.js";

export type { ActivationOptions } from "./options.js";

const cache = new Map<string, Activation>();

/**
 * An activation from text (`tanh`, `leaky_relu(0.2)`, `x > 0 ? x : 0.1*x`) or from a JavaScript function, with its
 * derivatives and the facts that choose numeric routes. Text is read exactly; a function is only sampled.
 * Throws a TheoryError, with the place in the text, for what is not an activation or has infinite E phi(z)^2.
 */
export function activation(source: string | ((x: number) => number), options: ActivationOptions = {}): Activation {
  if (typeof source === "function") return fromFunction(source, options);
  if (typeof source !== "string") {
    throw syntaxError(String(source), 0, 1, "an activation is a text or a function", "write for example tanh");
  }
  const text = source.trim();
  let result = cache.get(text);
  if (result === undefined) {
    const { expression, places } = parse(source);
    result = fromExpression(expression, { text: source, places });
    if (presets.has(text) || text === "tanh" || text === "erf") cache.set(text, result);
  }
  return options.name === undefined ? result : Object.freeze({ ...result, text: options.name });
}

/** An activation from a tree in x. `source` gives errors their place in a text. */
export function fromExpression(given: Expression, source: Source): Activation {
  const expression = settleComparisons(given);
  const plain = simplify(expression);
  const slope = simplify(differentiate(plain));
  const second = simplify(differentiate(slope));
  const functions = [compile(plain), compile(slope), compile(second)] as const;
  const [value, derivative, secondDerivative] = functions;
  const analysis = analyse(expression, functions, source);
  const patches = collectPatches(functions, analysis);
  return Object.freeze({
    text: source.text.trim(),
    expression,
    value: applyPatches(value, patches[0]),
    derivative: applyPatches(derivative, patches[1]),
    secondDerivative: applyPatches(secondDerivative, patches[2]),
    derivativeAccuracy: 1e-15,
    facts: analysis.facts,
  });
}

type Three<T> = readonly [T, T, T];

/** What replaces the value and both derivatives where their trees have none (see `patch.ts`). */
export function collectPatches(
  functions: Three<(x: number) => number>,
  { local, unsettled }: Analysis,
): Three<Patch[]> {
  const [value, derivative, second] = functions;
  const patches: Three<Patch[]> = [[], [], []];
  for (const [at, behaviour] of local) {
    const found = behaviour.analytic
      ? analyticPatches(value, at, behaviour)
      : ([
          kinkPatch(value, at, behaviour.values),
          kinkPatch(derivative, at, behaviour.slopes),
          kinkPatch(second, at, [0, 0]),
        ] as const);
    for (const [i, some] of found.entries()) patches[i]!.push(...some);
  }
  for (const at of unsettled) {
    const limits = (f: (x: number) => number, side: 1 | -1) => oneSided(f, at, side, 2 ** -6).value;
    for (const [i, f] of functions.entries()) patches[i]!.push(...kinkPatch(f, at, [limits(f, -1), limits(f, 1)]));
  }
  return patches;
}
