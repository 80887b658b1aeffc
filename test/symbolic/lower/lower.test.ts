import { describe, expect, it } from "vitest";
import { interpret } from "../../../src/simulation/elementwise/interpret.js";
import { call, type ElementaryHead, elementaryHeads, number, symbol } from "../../../src/symbolic/expression.js";
import { heads } from "../../../src/symbolic/heads.js";
import { Lowering } from "../../../src/symbolic/lower/lower.js";
import { prune } from "../../../src/symbolic/lower/prune.js";

const x = symbol("x");

function lowered(...trees: Parameters<Lowering["lower"]>) {
  const lowering = new Lowering();
  const value = lowering.lower(...trees);
  return prune({ instructions: lowering.instructions, value, derivative: 0 });
}

/** The head at x, and beside it numbers: in every place once. */
function trees(head: ElementaryHead) {
  const { arity } = heads[head];
  return Array.from({ length: arity }, (_, spot) => {
    const constants = [0.75, 0, 2].slice(0, arity);
    const args = constants.map((value, k) => (k === spot ? x : number(value)));
    const evaluate = (at: number) => heads[head].evaluate(...constants.map((value, k) => (k === spot ? at : value)));
    return { tree: call(head, ...args), evaluate };
  });
}

describe("lowering", () => {
  it.each(elementaryHeads)("%s has the value of the head", (head) => {
    for (const { tree, evaluate } of trees(head)) {
      const { value } = interpret(lowered(tree));
      for (const at of [0, 0.75, -0.75, 1, 2, -3, 0.2, 5.5]) {
        const expected = evaluate(at);
        if (Number.isNaN(expected)) expect(value(at)).toBeNaN();
        else if (!Number.isFinite(expected)) expect(value(at)).toBe(expected);
        else expect(Math.abs(value(at) - expected)).toBeLessThanOrEqual(3e-16 * Math.abs(expected));
      }
    }
  });

  it("emits an instruction once, folds constants, and writes squares and cubes as products", () => {
    const sum = call("Add", call("Sin", x), call("Multiply", call("Sin", x), call("Exp", number(0))));
    expect(lowered(sum).instructions.map(({ operation }) => operation)).toEqual(["sin", "constant", "multiply", "add"]);
    const cube = lowered(call("Power", x, number(3))).instructions.filter(({ operation }) => operation !== "constant");
    expect(cube.map(({ operation }) => operation)).toEqual(["multiply", "multiply"]);
  });

  it("keeps -0 and 0 apart, and computes what is not finite", () => {
    const { value } = interpret(lowered(call("Divide", number(1), call("Multiply", number(-0), call("Exp", x)))));
    expect(value(1)).toBe(Number.NEGATIVE_INFINITY);
    expect(interpret(lowered(call("Divide", number(1), number(0)))).value(3)).toBe(Number.POSITIVE_INFINITY);
    expect(interpret(lowered(number(Number.NEGATIVE_INFINITY))).value(3)).toBe(Number.NEGATIVE_INFINITY);
    expect(interpret(lowered(number(Number.NaN))).value(3)).toBeNaN();
  });

  it("refuses other symbols and special functions", () => {
    expect(() => lowered(symbol("y"))).toThrow(RangeError);
    expect(() => lowered(call("Gamma", x))).toThrow(RangeError);
  });
});
