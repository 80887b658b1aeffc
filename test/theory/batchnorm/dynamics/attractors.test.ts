import { describe, expect, it } from "vitest";
import { wasmBackend } from "../../../../src/simulation/kernels/wasm/wasmBackend.js";
import { simulate } from "../../../../src/simulation/simulate.js";
import { activation } from "../../../../src/symbolic/activation/create.js";
import { elementwiseOf } from "../../../../src/symbolic/activation/program.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import type { Attractor } from "../../../../src/theory/batchnorm/dynamics/attractor.js";
import { transition } from "../../../../src/theory/batchnorm/transition.js";
import { attractorOf } from "./support.js";

const isBsb1 = ({ sizes, state: { between, within } }: Attractor) =>
  within.every((value, a) => sizes[a]! === 1 || Math.abs(value - between) < 1e-6 * between);

describe("where gelu and silu go", () => {
  // diagonal and off it of the large group, the merged group, between them, rate, largest growth of a perturbation
  it.each([
    ["gelu", 17, 47, [1.67899706, 0.57553965, 0.02597496, -0.04101529], 1.42193856, 0.94463974],
    ["gelu", 25, 103, [2.35271057, 0.90703914, 0.01828696, -0.04850107], 1.39533539, 0.9574395],
    ["silu", 12, 52, [2.26834218, 0.71013451, 0.01611525, -0.05670227], 1.40103836, 0.9416432],
    ["silu", 15, 113, [3.85548583, 1.43029716, 0.01003489, -0.06436625], 1.38823781, 0.94002696],
  ] as const)("%s: %i samples stay apart, %i become one", (text, one, two, entries, rate, growth) => {
    const found = attractorOf(text, [one, two]);
    const { diagonal, offDiagonal, between } = found.covariance;
    const values = [diagonal[0].value, offDiagonal[0].value, diagonal[1].value, between.value];
    // pinned to 8 digits; each error is far below
    for (const [i, value] of values.entries()) expect(Math.abs(value - entries[i]!)).toBeLessThan(6e-9);
    expect(Math.abs(found.rate.value - rate)).toBeLessThan(6e-9 + found.rate.error);
    expect(Math.abs(found.growth.value - growth)).toBeLessThan(6e-8);
    expect(found.merged).toEqual([false, true]);
    expect(offDiagonal[1].value).toBe(diagonal[1].value);
    expect(found.rate.error).toBeLessThan(2e-8);
    expect(found.residual).toBeLessThan(1e-10);
    const network = batchNorm({ activation: text, batch: one + two });
    expect(network.stability.verdict).toBe("unstable");
    expect(found.rate.value).toBeGreaterThan(network.rate.value * 1.03);
  });

  it("several group sizes attract: gelu at B = 64 from 7 to 26", () => {
    const growth = (m: number) => attractorOf("gelu", [m, 64 - m]).growth.value;
    expect([7, 26, 27].map((m) => growth(m) < 1)).toEqual([true, true, false]);
  });

  it("the gradient grows in simulated networks as the rate there says, not as that of BSB1", async () => {
    const found = attractorOf("gelu", [17, 47]);
    const { diagonal, offDiagonal, between } = found.covariance;
    const group = (i: number) => (i < 17 ? 0 : 1);
    const input = Array.from({ length: 64 }, (_, i) =>
      Array.from({ length: 64 }, (_, j) => {
        if (group(i) !== group(j)) return between.value;
        return (i === j ? diagonal : offDiagonal)[group(i)].value;
      }),
    );
    const network = { activation: elementwiseOf(activation("gelu")), batch: 64, width: 600, depth: 60, input };
    const run = await simulate(network, { samples: 6, seed: 1, backend: wasmBackend });
    const { value, standardError } = run.summary({ from: 1, to: 50 }).growth!.meanLog;
    const bsb1 = Math.log(batchNorm({ activation: "gelu", batch: 64 }).rate.value);
    // t of 5 degrees of freedom at alpha = 1e-3 is 6.9; a finite-width term of 1/N beside it
    expect(Math.abs(value - Math.log(found.rate.value))).toBeLessThan(6.9 * standardError + 1 / 600);
    expect(value - bsb1).toBeGreaterThan(6.9 * standardError + 1 / 600);
  });
});

describe("the alpha-ReLU at B = 10", () => {
  const attractor = (alpha: number, m: number) => attractorOf(`relu(x)^${alpha}`, [m, 10 - m], 0.3);

  it("has groups beyond alpha_c and only BSB1 well below it", () => {
    expect(transition(10).alpha!.value).toBeCloseTo(1.40073, 4);
    expect(isBsb1(attractor(1.3, 3))).toBe(true);
    for (const m of [2, 3, 4]) {
      const found = attractor(1.42, m);
      expect([m, isBsb1(found), found.growth.value < 1]).toEqual([m, false, true]);
    }
  });

  it("breaks discontinuously: groups attract below alpha_c too", () => {
    const found = attractor(1.395, 3);
    expect(isBsb1(found)).toBe(false);
    expect(found.growth.value + found.growth.error).toBeLessThan(1);
    expect(found.state.within[0] / found.state.within[1]).toBeGreaterThan(2);
    expect(isBsb1(attractor(1.38, 3))).toBe(true);
  });

  it("merges the smaller samples when alpha is large enough", () => {
    expect(attractor(1.5, 4).merged).toEqual([false, false]);
    expect(attractor(2, 3).merged).toEqual([false, true]);
    expect(attractor(1.5, 4).rate.value).toBeCloseTo(2.0695476, 6);
  });
});

describe("ReLU", () => {
  it("at B = 64 has a second attractor: one sample of six times the others' variance stays so", () => {
    const found = attractorOf("relu", [1, 63], 0.5);
    const { diagonal } = found.covariance;
    expect(diagonal[0].value / diagonal[1].value).toBeCloseTo(6.4112, 3);
    expect(found.growth.value).toBeCloseTo(0.9601231, 6);
    expect(found.rate.value).toBeCloseTo(1.48975303, 7);
    expect(batchNorm({ activation: "relu", batch: 64 }).stability.verdict).toBe("stable");
  });

  it("at B = 48 has none: the same start returns to BSB1", () => {
    expect(isBsb1(attractorOf("relu", [1, 47], 0.5))).toBe(true);
  });
});

it("two samples do not stand apart from eight others under x^2: the state repels", () => {
  expect(attractorOf("x^2", [2, 8]).growth.value).toBeGreaterThan(1);
});
