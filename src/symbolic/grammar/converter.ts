import type { Place, TheoryError } from "../../errors.js";
import { call, type Expression } from "../expression.js";
import { type Language, maximumLevels } from "./language.js";
import { binaryHeads, chainOf, relationHeads } from "./operators.js";
import type { Token } from "./token.js";
import type { Node } from "./tree.js";

/** A converted node: where it stands, and its nesting levels, where a chain such as a + b + c counts as one. */
export interface Converted {
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
  readonly levels: number;
  readonly chain: string;
}

/**
 * The parser's tree, read by a whitelist. Its nodes carry no positions, but an in-order walk meets their tokens in the
 * order of the text: the cursor moves along the tokens and every node gets its place. Names and numbers are those of the tokens,
 * the parser's own are never looked at.
 */
export abstract class Converter {
  private next = 0;
  /** Where each node that the user wrote stands. */
  readonly places = new Map<Expression, Place>();

  constructor(
    protected readonly text: string,
    protected readonly tokens: readonly Token[],
    private readonly language: Language,
  ) {}

  /** The value of digits in decimal notation. */
  protected abstract constant(digits: string): Expression;

  /** A name that nothing in parentheses follows. */
  protected abstract name(token: Token): Expression;

  /** A name applied to what stands in parentheses, the last of which ends at `end`. */
  protected abstract apply(name: Token, args: readonly Converted[], end: number): Expression;

  protected abstract negative(expression: Expression): Expression;

  /** What stands in parentheses, which reach from start to end. */
  protected abstract enclosed(inner: Converted, start: number, end: number): Converted;

  /** Says what is wrong with a construction that is not on the list: its next token and its node's type. */
  protected abstract refusal(token: Token, type: string): TheoryError;

  protected place(expression: Expression, start: number, end: number, levels: number, chain = ""): Converted {
    if (levels > maximumLevels) {
      const { noun, syntaxError } = this.language;
      throw syntaxError(this.text, start, end, `nested over ${maximumLevels} levels deep`, `simplify the ${noun}`);
    }
    if (!this.places.has(expression)) this.places.set(expression, Object.freeze({ text: this.text, start, end }));
    return { expression, start, end, levels, chain };
  }

  /** Throws a TheoryError at the place of what is not allowed. */
  convert(node: Node): Converted {
    switch (node.type) {
      case "ConstantNode": {
        const { text, start, end } = this.take();
        return this.place(this.constant(text), start, end, 1);
      }
      case "SymbolNode": {
        const token = this.take();
        return this.place(this.name(token), token.start, token.end, 1);
      }
      case "ParenthesisNode": {
        const { start } = this.take("(");
        const inner = this.convert(node.content!);
        return this.enclosed(inner, start, this.take(")").end);
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
        return this.refuse(node);
    }
  }

  private take(expected?: string): Token {
    const token = this.tokens[this.next];
    if (token === undefined || (expected !== undefined && token.text !== expected)) {
      const at = token?.start ?? this.text.length;
      const [message, remedy] = ["this is not understood here", "use * and parentheses"];
      throw this.language.syntaxError(this.text, at, token?.end ?? at + 1, message, remedy);
    }
    this.next += 1;
    return token;
  }

  private refuse({ type }: Node): never {
    throw this.refusal(this.tokens[this.next] ?? this.tokens.at(-1)!, type);
  }

  private prefix(node: Node): Converted {
    const { start } = this.take(node.op);
    const { expression, end, levels } = this.convert(node.args![0]!);
    const place = (result: Expression) => this.place(result, start, end, levels + 1);
    if (node.op === "+") return place(expression);
    if (node.op === "not") return place(call("Not", expression));
    return node.op === "-" ? place(this.negative(expression)) : this.refuse(node);
  }

  private infix(node: Node): Converted {
    const head = binaryHeads.get(node.op ?? "");
    if (head === undefined || node.args!.length !== 2) return this.refuse(node);
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
      return head ? call(head, params[i]!.expression, params[i + 1]!.expression) : this.refuse(node);
    });
    const expression = tests.reduce((a, b) => call("And", a, b));
    const levels = 2 + Math.max(...params.map((param) => param.levels));
    return this.place(expression, params[0]!.start, params.at(-1)!.end, levels);
  }

  private functionCall(node: Node): Converted {
    const name = this.take();
    if (name.kind !== "word" || typeof node.fn === "string") return this.refuse(node);
    this.take("(");
    const args: Converted[] = [];
    for (const [i, arg] of node.args!.entries()) {
      if (i > 0) this.take(",");
      args.push(this.convert(arg));
    }
    const { end } = this.take(")");
    const levels = 1 + Math.max(0, ...args.map((arg) => arg.levels));
    return this.place(this.apply(name, args, end), name.start, end, levels);
  }
}
