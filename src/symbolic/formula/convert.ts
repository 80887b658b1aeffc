import type { MathNode } from "mathjs/number";
import { binaryHeads, chainOf, maximumLevels, type Node, relationHeads } from "../activation/grammar.js";
import { type BinderHead, boundSymbols, call, type Expression, type HeadName, integer, symbol } from "../expression.js";
import { heads } from "../heads.js";
import { exactNumber } from "./exactNumber.js";
import { constantOf, functionNames, functionOf, isReserved, nearestFunction, needsArguments } from "./names.js";
import { syntaxError } from "./syntaxError.js";
import type { Token } from "./tokens.js";

/** A converted node: where it stands, and its nesting levels, where a chain such as a + b + c counts as one. */
interface Converted {
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
  readonly levels: number;
  readonly chain: string;
}

/**
 * The parser's tree, read by a whitelist. Its nodes carry no positions, but an in-order walk meets their tokens in the
 * order of the text; names and numbers are those of the tokens, the parser's own are never looked at.
 */
class Converter {
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  private take(expected?: string): Token {
    const token = this.tokens[this.next];
    if (token === undefined || (expected !== undefined && token.text !== expected)) {
      const at = token?.start ?? this.text.length;
      throw syntaxError(this.text, at, token?.end ?? at + 1, "this is not understood here", "use * and parentheses");
    }
    this.next += 1;
    return token;
  }

  private done(expression: Expression, start: number, end: number, levels: number, chain = ""): Converted {
    if (levels > maximumLevels) {
      throw syntaxError(this.text, start, end, `nested over ${maximumLevels} levels deep`, "simplify the formula");
    }
    return { expression, start, end, levels, chain };
  }

  convert(node: Node): Converted {
    switch (node.type) {
      case "ConstantNode": {
        const token = this.take();
        return this.done(exactNumber(token.text), token.start, token.end, 1);
      }
      case "SymbolNode":
        return this.name(this.take());
      case "ParenthesisNode": {
        const open = this.take("(");
        const { expression, levels } = this.convert(node.content!);
        return this.done(expression, open.start, this.take(")").end, levels + 1);
      }
      case "OperatorNode":
        return node.args!.length === 1 ? this.prefix(node) : this.infix(node);
      case "ConditionalNode":
        return this.conditional(node);
      case "RelationalNode":
        return this.relation(node);
      case "FunctionNode":
        return this.functionCall(node);
      default:
        return this.refuse();
    }
  }

  private refuse(): never {
    const token = this.tokens[this.next] ?? this.tokens.at(-1)!;
    const remedy = "use +, -, *, /, ^ and calls of functions";
    throw syntaxError(this.text, token.start, token.end, "this construction is not allowed", remedy);
  }

  private name({ text: name, start, end }: Token): Converted {
    if (isReserved(name)) {
      throw syntaxError(this.text, start, end, `'${name}' is no name of a symbol`, "choose another name");
    }
    if (needsArguments(name)) {
      const remedy = `write its argument in parentheses: ${name}(...)`;
      throw syntaxError(this.text, start, end, `${name} is a function`, remedy);
    }
    return this.done(constantOf(name) ?? symbol(name), start, end, 1);
  }

  private prefix(node: Node): Converted {
    const token = this.take(node.op);
    const { expression, end, levels } = this.convert(node.args![0]!);
    const done = (result: Expression) => this.done(result, token.start, end, levels + 1);
    if (node.op === "+") return done(expression);
    if (node.op === "not") return done(call("Not", expression));
    if (node.op !== "-") return this.refuse();
    return done(expression.head === "Integer" ? integer(-expression.value) : call("Negate", expression));
  }

  private infix(node: Node): Converted {
    const head = binaryHeads.get(node.op ?? "");
    if (head === undefined || node.args!.length !== 2) return this.refuse();
    const left = this.convert(node.args![0]!);
    if (!node.implicit) this.take(node.op);
    const right = this.convert(node.args![1]!);
    const chain = chainOf(node.op!);
    const levels = Math.max(left.levels + (left.chain === chain && chain !== "^" ? 0 : 1), right.levels + 1);
    return this.done(call(head, left.expression, right.expression), left.start, right.end, levels, chain);
  }

  private conditional(node: Node): Converted {
    const test = this.convert(node.condition!);
    this.take("?");
    const then = this.convert(node.trueExpr!);
    this.take(":");
    const otherwise = this.convert(node.falseExpr!);
    const expression = call("Conditional", test.expression, then.expression, otherwise.expression);
    const levels = 1 + Math.max(test.levels, then.levels, otherwise.levels);
    return this.done(expression, test.start, otherwise.end, levels);
  }

  /** a < b < c: a < b and b < c. */
  private relation(node: Node): Converted {
    const params: Converted[] = [];
    for (const [i, param] of node.params!.entries()) {
      if (i > 0) this.take();
      params.push(this.convert(param));
    }
    const tests = node.conditionals!.map((name, i) => {
      const head = relationHeads.get(name);
      return head ? call(head, params[i]!.expression, params[i + 1]!.expression) : this.refuse();
    });
    const levels = 2 + Math.max(...params.map((param) => param.levels));
    return this.done(
      tests.reduce((a, b) => call("And", a, b)),
      params[0]!.start,
      params.at(-1)!.end,
      levels,
    );
  }

  private functionCall(node: Node): Converted {
    const name = this.take();
    if (name.kind !== "word" || typeof node.fn === "string") return this.refuse();
    this.take("(");
    const args: Converted[] = [];
    for (const [i, arg] of node.args!.entries()) {
      if (i > 0) this.take(",");
      args.push(this.convert(arg));
    }
    const { end } = this.take(")");
    const head = this.headOf(name, args, end);
    const levels = 1 + Math.max(0, ...args.map((arg) => arg.levels));
    return this.done(call(head, ...args.map(({ expression }) => expression)), name.start, end, levels);
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
export function convert(text: string, tokens: readonly Token[], node: MathNode): Expression {
  return new Converter(text, tokens).convert(node as unknown as Node).expression;
}
