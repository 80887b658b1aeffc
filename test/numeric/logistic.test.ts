import { expect, it } from "vitest";
import { sigmoid, softplus } from "../../src/numeric/special/logistic.js";

it("sigmoid and softplus keep their digits in both tails", () => {
  for (const x of [0.1, 1, 5, 30]) {
    expect(sigmoid(x) + sigmoid(-x)).toBeCloseTo(1, 15);
    // softplus(x) = x + softplus(-x), and d softplus = sigmoid
    expect(softplus(x) - x).toBeCloseTo(softplus(-x), 13);
    expect((softplus(x + 1e-4) - softplus(x - 1e-4)) / 2e-4 / sigmoid(x)).toBeCloseTo(1, 8);
  }
  // e^-700 = 9.859676543759770e-305
  expect(sigmoid(-700) / 9.85967654375977e-305).toBeCloseTo(1, 13);
  expect(softplus(-700) / 9.85967654375977e-305).toBeCloseTo(1, 13);
  expect([sigmoid(-1e4), sigmoid(1e4), softplus(-1e4), softplus(1e4)]).toEqual([0, 1, 0, 1e4]);
});
