import type { MathNode } from "mathjs/number";
import type { Place } from "../../errors.js";
import { call, type Expression, type HeadName, number, symbol } from "../expression.js";
import { applyFunction } from "./apply.js";
import { constants, isFunctionName } from "./functions.js";
import { binaryHeads, chainOf, maximumLevels, type Node, type Parsed, relationHeads } from "./grammar.js";
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
 * order of the text: the cursor moves along the tokens and every node gets its place.
 */
class Converter {
  private next = 0;
  readonly places = new Map<Expression, Place>();

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

  private place(expression: Expression, start: number, end: number, levels: number, chain = ""): Converted {
    if (levels > maximumLevels) {
      throw syntaxError(this.text, start, end, `nested over ${maximumLevels} levels deep`, "simplify the expression");
    }
    if (!this.places.has(expression)) this.places.set(expression, Object.freeze({ text: this.text, start, end }));
    return { expression, start, end, levels, chain };
  }

  convert(node: Node): Converted {
    switch (node.type) {
      case "ConstantNode": {
        const token = this.take();
        return this.place(number(Number(token.text)), token.start, token.end, 1);
      }
      case "SymbolNode":
        return this.name(this.take());
      case "ParenthesisNode": {
        const open = this.take("(");
        const inner = this.convert(node.content!);
        const close = this.take(")");
        this.places.set(inner.expression, Object.freeze({ text: this.text, start: open.start, end: close.end }));
        return { ...inner, start: open.start, end: close.end, levels: inner.levels + 1, chain: "" };
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
        return this.refuse(node.type);
    }
  }

  private refuse(type: string): never {
    const token = this.tokens[this.next] ?? this.tokens.at(-1)!;
    const range = type === "RangeNode";
    const end = this.tokens.at(-1)!.end;
    const message = range ? "ranges are not allowed" : "this construction is not allowed";
    const remedy = range ? "a colon belongs to a condition: x > 0 ? x : 0" : "use +, -, *, /, ^, comparisons and calls";
    throw syntaxError(this.text, token.start, range ? end : token.end, message, remedy);
  }

  private name(token: Token): Converted {
    const { text: name, start, end } = token;
    if (name === "x") return this.place(symbol("x"), start, end, 1);
    const value = constants.get(name);
    if (value !== undefined) return this.place(number(value), start, end, 1);
    if (isFunctionName(name)) {
      // Alone, a function's name is the activation itself; inside an expression `sin x` would silently be a product.
      const alone = this.tokens.every((other) => other === token || other.text === "(" || other.text === ")");
      if (alone) return this.place(applyFunction(this.text, token, [], end), start, end, 1);
      throw syntaxError(
        this.text,
        start,
        end,
        `${name} is a function`,
        `write its argument in parentheses: ${name}(x)`,
      );
    }
    throw syntaxError(this.text, start, end, `'${name}' is not understood here`, "use x, numbers and functions of x");
  }

  private prefix(node: Node): Converted {
    const token = this.take(node.op);
    const inner = this.convert(node.args![0]!);
    if (node.op !== "-" && node.op !== "+" && node.op !== "not") return this.refuse(node.type);
    const head: HeadName = node.op === "-" ? "Negate" : "Not";
    const expression = node.op === "+" ? inner.expression : call(head, inner.expression);
    return this.place(expression, token.start, inner.end, inner.levels + 1);
  }

  private infix(node: Node): Converted {
    const head = binaryHeads.get(node.op ?? "");
    if (head === undefined || node.args!.length !== 2) return this.refuse(node.type);
    const left = this.convert(node.args![0]!);
    if (!node.implicit) this.take(node.op);
    const right = this.convert(node.args![1]!);
    const chain = chainOf(node.op!);
    const levels = Math.max(left.levels + (left.chain === chain && chain !== "^" ? 0 : 1), right.levels + 1);
    return this.place(call(head, left.expression, right.expression), left.start, right.end, levels, chain);
  }

  private conditional(node: Node): Converted {
    const test = this.convert(node.condition!);
    this.take("?");
    const then = this.convert(node.trueExpr!);
    this.take(":");
    const otherwise = this.convert(node.falseExpr!);
    const expression = call("Conditional", test.expression, then.expression, otherwise.expression);
    const levels = 1 + Math.max(test.levels, then.levels, otherwise.levels);
    return this.place(expression, test.start, otherwise.end, levels);
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
      return head ? call(head, params[i]!.expression, params[i + 1]!.expression) : this.refuse(node.type);
    });
    const expression = tests.reduce((a, b) => call("And", a, b));
    const levels = 2 + Math.max(...params.map((param) => param.levels));
    return this.place(expression, params[0]!.start, params.at(-1)!.end, levels);
  }

  private functionCall(node: Node): Converted {
    const name = this.take();
    if (name.kind !== "word" || typeof node.fn === "string") return this.refuse(node.type);
    this.take("(");
    const args: Converted[] = [];
    for (const [i, arg] of node.args!.entries()) {
      if (i > 0) this.take(",");
      args.push(this.convert(arg));
    }
    const end = this.take(")").end;
    if (!isFunctionName(name.text)) {
      const remedy = `write the product out: ${name.text}*(...)`;
      throw syntaxError(this.text, name.start, end, `${name.text} is not a function`, remedy);
    }
    const levels = 1 + Math.max(0, ...args.map((arg) => arg.levels));
    const expression = applyFunction(this.text, name, args, end);
    return this.place(expression, name.start, end, levels);
  }
}

/** Converts a parsed text whose tokens are known. Throws a TheoryError at the place of what is not allowed. */
export function convert(text: string, tokens: readonly Token[], node: MathNode): Parsed {
  const converter = new Converter(text, tokens);
  const { expression } = converter.convert(node as unknown as Node);
  return { expression, places: converter.places };
}
