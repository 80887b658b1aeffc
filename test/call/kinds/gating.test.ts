/** What the kinds about gated networks add to the library's functions. */
import { expect, test } from "vitest";
import { errorOf, resultOf } from "../support.js";

const W = [[[1, 2]], [[1]]];
const U = [[[2, 1]], [[3]]];

test("several outputs are refused: an answer is one number a point", () => {
  const two = [[[1, 2]], [[1], [2]]];
  const points = { x: [1, 2], x_prime: [1, 0] };
  expect(errorOf({ kind: "forward", inputs: { W: two, x: [1, 2] } })).toMatchObject({ parameter: "W[1].length" });
  expect(errorOf({ kind: "ntk", inputs: { W: two, U, ...points } })).toMatchObject({ parameter: "W[1].length" });
  expect(errorOf({ kind: "ntk", inputs: { W, U: two, ...points } })).toMatchObject({ parameter: "U[1].length" });
});

test("beta = 0 halves every layer", () => {
  // two hidden layers: the output of the experts' linear network of (1, ..., 1), over 4
  const inputs = { W: [[[1, 2]], [[1]], [[1]]], U: [[[2, 1]], [[3]], [[5]]], x: [1, 2], beta: 0 };
  expect(resultOf("forward", inputs)).toMatchObject({ dlgn_pwc_soft: 45 / 4, soft_path_mass: 1 / 4 });
});

test("the slope of ReLU at 0 is 0, as in automatic differentiation", () => {
  // x lies on the boundary of the only neuron; with slope 1 the first layer would add <x, x> = 5
  const tie = { W: [[[2, -1]], [[1]]], U, x: [1, 2], x_prime: [1, 2] };
  expect(resultOf("ntk", tie)).toMatchObject({ relu: 0 });
  expect(resultOf("ntk", { ...tie, x: [2, 1], x_prime: [2, 1] })).toMatchObject({ relu: 5 + 9 });
});

test("the second point's dimension is named as such", () => {
  expect(errorOf({ kind: "ntk", inputs: { W, U, x: [1, 2], x_prime: [1] } })).toMatchObject({
    parameter: "x_prime.length",
  });
});
