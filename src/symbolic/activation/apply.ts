import { evaluate } from "../evaluate.js";
import { call, contains, type Expression, symbol } from "../expression.js";
import type { Token } from "../grammar/token.js";
import { unaryFunctions, variadicFunctions } from "./functions.js";
import { type Preset, presets } from "./presets.js";
import { syntaxError } from "./syntaxError.js";

interface Argument {
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
}

const x = symbol("x");

/**
 * A name applied to arguments. No arguments at all (the bare name) means applied to x. For a preset with a parameter, one
 * argument that does not contain x is the parameter: leaky_relu(0.2) is leaky_relu(x, 0.2), leaky_relu(2*x) is not.
 */
export function applyFunction(text: string, name: Token, args: readonly Argument[], end: number): Expression {
  const bare = end === name.end;
  const expressions = args.map((arg) => arg.expression);
  const wrongCount = (expected: string, remedy: string) => {
    const given = `${args.length} argument${args.length === 1 ? "" : "s"}`;
    return syntaxError(text, name.start, end, `${name.text} takes ${expected}, not ${given}`, remedy);
  };
  const unary = unaryFunctions.get(name.text);
  if (unary !== undefined) {
    if (bare) return call(unary, x);
    if (expressions.length !== 1) throw wrongCount("one argument", `write ${name.text}(x)`);
    return call(unary, expressions[0]!);
  }
  const variadic = variadicFunctions.get(name.text);
  if (variadic !== undefined) {
    const exact = variadic === "Power";
    const example = variadic === "Power" ? "x^2" : `${name.text}(x, 0)`;
    if (expressions.length < 2 || (exact && expressions.length > 2)) {
      throw wrongCount(exact ? "two arguments" : "two or more arguments", `write ${example}`);
    }
    return expressions.reduce((a, b) => call(variadic, a, b));
  }
  return applyPreset(text, name, args, end, presets.get(name.text)!);
}

function applyPreset(text: string, name: Token, args: readonly Argument[], end: number, preset: Preset): Expression {
  const { parameters, build } = preset;
  const bare = end === name.end;
  const only = args.length === 1 ? args[0]! : null;
  const parameterOnly = only !== null && parameters.length > 0 && !contains(only.expression, "x");
  const input = bare || parameterOnly ? x : args[0]?.expression;
  const given = parameterOnly ? args : args.slice(1);
  if (input === undefined || given.length > parameters.length) {
    const names = ["x", ...parameters.map((parameter) => parameter.name)].join(", ");
    const count = `${args.length} argument${args.length === 1 ? "" : "s"}`;
    const message = `${name.text} takes ${parameters.length === 0 ? "one argument" : `(${names})`}, not ${count}`;
    throw syntaxError(text, name.start, end, message, `write ${name.text}(${names})`);
  }
  return build(input, ...parameters.map((parameter, i) => parameterValue(text, name, end, parameter, given[i])));
}

function parameterValue(
  text: string,
  name: Token,
  end: number,
  parameter: Preset["parameters"][number],
  given: Argument | undefined,
): number {
  if (given === undefined) {
    if (parameter.default !== null) return parameter.default;
    const remedy = `write for example ${name.text}(1.5) or ${name.text}(x, 1.5)`;
    throw syntaxError(text, name.start, end, `${name.text} needs its ${parameter.name}`, remedy);
  }
  const value = contains(given.expression, "x") ? Number.NaN : evaluate(given.expression);
  if (Number.isFinite(value)) return value;
  const message = `the ${parameter.name} of ${name.text} must be a number`;
  throw syntaxError(text, given.start, given.end, message, `write for example ${name.text}(x, 0.2)`);
}
