import type { TheoryError } from "../../errors.js";
import { type BinderHead, boundSymbols, call, type Expression, type HeadName, integer, symbol } from "../expression.js";
import { type Converted, Converter } from "../grammar/converter.js";
import type { Token } from "../grammar/token.js";
import type { Node } from "../grammar/tree.js";
import { heads } from "../heads.js";
import { exactNumber } from "./exactNumber.js";
import { formulaLanguage } from "./language.js";
import { constantOf, functionNames, functionOf, isReserved, nearestFunction, needsArguments } from "./names.js";
import { syntaxError } from "./syntaxError.js";

class FormulaConverter extends Converter {
  protected constant(digits: string): Expression {
    return exactNumber(digits);
  }

  protected name({ text: name, start, end }: Token): Expression {
    if (isReserved(name)) {
      throw syntaxError(this.text, start, end, `'${name}' is no name of a symbol`, "choose another name");
    }
    if (needsArguments(name)) {
      const remedy = `write its argument in parentheses: ${name}(...)`;
      throw syntaxError(this.text, start, end, `${name} is a function`, remedy);
    }
    return constantOf(name) ?? symbol(name);
  }

  protected apply(name: Token, args: readonly Converted[], end: number): Expression {
    const head = this.headOf(name, args, end);
    return call(head, ...args.map(({ expression }) => expression));
  }

  protected negative(expression: Expression): Expression {
    return expression.head === "Integer" ? integer(-expression.value) : call("Negate", expression);
  }

  protected enclosed({ expression, levels }: Converted, start: number, end: number): Converted {
    return this.place(expression, start, end, levels + 1);
  }

  protected refusal({ start, end }: Token): TheoryError {
    const remedy = "use +, -, *, /, ^ and calls of functions";
    return syntaxError(this.text, start, end, "this construction is not allowed", remedy);
  }

  private headOf({ text: name, start, end: nameEnd }: Token, args: readonly Converted[], end: number): HeadName {
    const head = functionOf(name);
    if (head === null) {
      const near = nearestFunction(name);
      const remedy =
        near === null
          ? `write the product out: ${name}*(...); functions: ${functionNames().join(", ")}`
          : `did you mean ${near}?`;
      throw syntaxError(this.text, start, nameEnd, `${name} is not a function`, remedy);
    }
    const { arity } = heads[head];
    if (args.length !== arity) {
      const many = `${name} takes ${arity} argument${arity === 1 ? "" : "s"}, not ${args.length}`;
      throw syntaxError(this.text, start, end, many, `write ${name}(${usage(head, arity)})`);
    }
    const bound = Object.hasOwn(boundSymbols, head) ? boundSymbols[head as BinderHead] : 0;
    const wrong = args.slice(1, 1 + bound).find(({ expression }) => expression.head !== "Symbol");
    if (wrong !== undefined) {
      throw syntaxError(
        this.text,
        wrong.start,
        wrong.end,
        `${name} runs over a name, not this`,
        `write ${name}(${usage(head, arity)})`,
      );
    }
    return head;
  }
}

const usages: Readonly<Partial<Record<HeadName, string>>> = {
  Sum: "f, k, 0, n",
  Integral: "f, x, a, b",
  GaussianMean: "f, x, y, c",
  SphereMean: "f, x, y, B",
  ArccosineKernel: "alpha, c",
  Gegenbauer: "k, lambda, x",
  Hypergeometric: "a, b, c, z",
  Pochhammer: "a, k",
  Binomial: "n, k",
};

const usage = (head: HeadName, arity: number) => usages[head] ?? ["x", "x, y", "x, y, z"][arity - 1] ?? "...";

/** Converts a parsed text whose tokens are known. Throws a TheoryError at the place of what is not allowed. */
export const convert = (text: string, tokens: readonly Token[], node: Node): Expression =>
  new FormulaConverter(text, tokens, formulaLanguage).convert(node).expression;
