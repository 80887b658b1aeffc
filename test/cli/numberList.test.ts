import { expect, test } from "vitest";
import { parseNumberList, readNumber } from "../../src/cli/numberList.js";

const rules = { option: "--x", domain: "numbers", example: "1", infinity: true, step: 1 };
const parse = (text: string) => parseNumberList(text, rules);

test.each([
  ["8", [8]],
  ["8,64,inf", [8, 64, Infinity]],
  [" 8 , Infinity ,∞", [8, Infinity, Infinity]],
  ["4..8", [4, 5, 6, 7, 8]],
  ["4..9:2", [4, 6, 8]],
  ["4..100:x2", [4, 8, 16, 32, 64]],
  ["4..64:x4,1e6", [4, 16, 64, 1e6]],
  ["-1..1:0.5", [-1, -0.5, 0, 0.5, 1]],
  ["0..0.3:0.1", [0, 0.1, 0.2, 0.3]],
  ["-1,+2,.5,5.", [-1, 2, 0.5, 5]],
  ["7..7", [7]],
])("%s is %j", (text, list) => {
  expect(parse(text)).toEqual(list);
});

test.each(["", "0x10", "1_000", "1e999", "inf", "--1", "1e", ".", "1 2", "NaN"])("%s is no number", (text) => {
  expect(readNumber(text)).toBeNull();
});

test("a range is counted before it is made", () => {
  expect(() => parse("0..1e300:1e-300")).toThrow("at most 100000 values");
  expect(() => parse("1..1e8")).toThrow("at most 100000 values");
  expect(parse("1..100000")).toHaveLength(100_000);
});
