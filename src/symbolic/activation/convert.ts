import type { Place, TheoryError } from "../../errors.js";
import { call, type Expression, number, symbol } from "../expression.js";
import { type Converted, Converter } from "../grammar/converter.js";
import type { Token } from "../grammar/token.js";
import type { Node } from "../grammar/tree.js";
import { applyFunction } from "./apply.js";
import { constants, isFunctionName } from "./functions.js";
import { activationLanguage } from "./language.js";
import { syntaxError } from "./syntaxError.js";

/** An expression in x and where each node that the user wrote stands in the text. */
export interface Parsed {
  readonly expression: Expression;
  readonly places: ReadonlyMap<Expression, Place>;
}

class ActivationConverter extends Converter {
  protected constant(digits: string): Expression {
    return number(Number(digits));
  }

  protected name(token: Token): Expression {
    const { text: name, start, end } = token;
    if (name === "x") return symbol("x");
    const value = constants.get(name);
    if (value !== undefined) return number(value);
    if (isFunctionName(name)) {
      // Alone, a function's name is the activation itself; inside an expression `sin x` would silently be a product.
      const alone = this.tokens.every((other) => other === token || other.text === "(" || other.text === ")");
      if (alone) return applyFunction(this.text, token, [], end);
      const remedy = `write its argument in parentheses: ${name}(x)`;
      throw syntaxError(this.text, start, end, `${name} is a function`, remedy);
    }
    throw syntaxError(this.text, start, end, `'${name}' is not understood here`, "use x, numbers and functions of x");
  }

  protected apply(name: Token, args: readonly Converted[], end: number): Expression {
    if (isFunctionName(name.text)) return applyFunction(this.text, name, args, end);
    const remedy = `write the product out: ${name.text}*(...)`;
    throw syntaxError(this.text, name.start, end, `${name.text} is not a function`, remedy);
  }

  protected negative(expression: Expression): Expression {
    return call("Negate", expression);
  }

  /** The place of a part includes its parentheses. */
  protected enclosed(inner: Converted, start: number, end: number): Converted {
    this.places.set(inner.expression, Object.freeze({ text: this.text, start, end }));
    return { ...inner, start, end, levels: inner.levels + 1, chain: "" };
  }

  protected refusal({ start, end }: Token, type: string): TheoryError {
    if (type === "RangeNode") {
      const remedy = "a colon belongs to a condition: x > 0 ? x : 0";
      return syntaxError(this.text, start, this.tokens.at(-1)!.end, "ranges are not allowed", remedy);
    }
    const remedy = "use +, -, *, /, ^, comparisons and calls";
    return syntaxError(this.text, start, end, "this construction is not allowed", remedy);
  }
}

/** Converts a parsed text whose tokens are known. Throws a TheoryError at the place of what is not allowed. */
export function convert(text: string, tokens: readonly Token[], node: Node): Parsed {
  const converter = new ActivationConverter(text, tokens, activationLanguage);
  const { expression } = converter.convert(node);
  return { expression, places: converter.places };
}
