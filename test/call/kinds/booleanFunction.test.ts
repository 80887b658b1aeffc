import fc from "fast-check";
import { expect, test } from "vitest";
import { booleanFunction } from "../../../src/call/kinds/ladder/booleanFunction.js";

const bits = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

test.each([
  ["z1 AND z2", "0001"],
  ["z1 and z2", "0001"],
  ["z1 OR z2", "0111"],
  ["z1 XOR z2", "0110"],
  ["z1 NAND z2", "1110"],
  ["z1 NOR z2", "1000"],
  ["z1 XNOR z2", "1001"],
  ["NOT z1", "1100"],
  ["NOT NOT z2", "0101"],
  ["NOT z1 AND z2", "0100"],
  ["NOT (z1 AND z2)", "1110"],
  ["z1 OR z2 AND NOT z1", "0111"],
  ["(z1 OR z2) AND NOT z1", "0100"],
  ["z1 XOR z2 OR z1", "0111"],
  ["z1 AND 1", "0011"],
  ["0", "0000"],
])("%s", (text, table) => {
  const f = booleanFunction("z", text, 2);
  expect(bits.map((labels) => f(labels)).join("")).toBe(table);
});

test.each([
  "",
  "z1 z2",
  "z1 AND",
  "AND z1",
  "(z1",
  "z1)",
  "z0",
  "z3",
  "z1 & z2",
  "2",
  "zz1",
  "z1 PLUS z2",
  "(".repeat(300),
  "constructor",
])("%s is refused", (text) =>
  expect(() => booleanFunction("z_alpha", text, 2)).toThrow(/^z_alpha = .*a Boolean function of z1, z2/),
);

test("any text is a function or is refused", () => {
  const word = fc.constantFrom("z1", "z2", "AND", "OR", "XOR", "NOT", "(", ")", "1", "x", "&&");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      try {
        const f = booleanFunction("z", words.join(" "), 2);
        for (const labels of bits) expect([0, 1]).toContain(f(labels));
      } catch (error) {
        expect((error as Error).name).toBe("TheoryError");
      }
    }),
  );
});
