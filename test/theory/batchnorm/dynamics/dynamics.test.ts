import { describe, expect, it } from "vitest";
import { TheoryError } from "../../../../src/errors.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { basins } from "../../../../src/theory/batchnorm/dynamics/basins.js";
import { dynamics, followDynamics } from "../../../../src/theory/batchnorm/dynamics/dynamics.js";
import { periodOf } from "../../../../src/theory/batchnorm/dynamics/path/periodOf.js";
import { reached } from "../../../../src/theory/batchnorm/dynamics/reached.js";

function theoryError(action: () => unknown): TheoryError {
  try {
    action();
  } catch (error) {
    if (error instanceof TheoryError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const square = { activation: "x^2", batch: 10 };

describe("dynamics", () => {
  it("finds groups where BSB1 is unstable, the same for the same seed", () => {
    const found = dynamics(square);
    expect(found.kind).toBe("bsb2");
    expect(found.blocks).toEqual([3, 7]);
    expect(found.rate!.value).toBeCloseTo(3.75935915, 7);
    expect(found.bsb1.stability.verdict).toBe("unstable");
    expect(found.path.at(-1)!.groups).toEqual([3, 7]);
    expect(dynamics(square).path).toEqual(found.path);
    expect(dynamics(square, { seed: 2 }).path).not.toEqual(found.path);
  });

  it("stays at BSB1 where that is stable, with its rate", () => {
    const found = dynamics({ activation: "relu", batch: 8 });
    expect([found.kind, found.blocks]).toEqual(["bsb1", [8]]);
    expect(found.rate!.value).toBe(batchNorm({ activation: "relu", batch: 8 }).rate.value);
  });

  it("leaves BSB1 from BSB1 itself, by the network's noise", () => {
    expect(dynamics(square, { start: "bsb1" }).kind).toBe("bsb2");
  });

  it("keeps given groups: the same activation, from a covariance with two samples set apart", () => {
    const start = Array.from({ length: 56 }, (_, i) =>
      Array.from({ length: 56 }, (_, j) => (i === j ? (i === 0 ? 8 : 1) : 0)),
    );
    const relu = { activation: "relu", batch: 56 };
    expect(dynamics(relu, { start, width: 3000, steps: 60 }).blocks).toEqual([1, 55]);
  });

  it("says collapse where epsilon swallows the signal, and for constants", () => {
    const found = dynamics({ activation: "tanh", batch: 8, epsilon: 10 });
    expect([found.kind, found.blocks]).toEqual(["collapse", [8]]);
    expect(dynamics({ activation: "3", batch: 8 }).kind).toBe("collapse");
  });

  it("says undecided when there are too few layers, or when it is stopped", () => {
    expect(dynamics(square, { steps: 5 }).kind).toBe("undecided");
    const stopped = dynamics(square, { signal: { aborted: true } });
    expect([stopped.kind, stopped.layers, stopped.rate]).toEqual(["undecided", 0, null]);
  });

  it("does not take the noise of a stable BSB1 for groups", () => {
    // at layer 20 one sample has twice the variance of the others, and 1 + 31 samples would attract
    expect(dynamics({ activation: "gelu", batch: 32 }, { steps: 60 }).kind).not.toBe("bsb2");
  });

  it("says which groups attract where the noise keeps the path from them", () => {
    const found = dynamics({ activation: "silu", batch: 26 }, { steps: 300 });
    expect([found.kind, found.rate]).toEqual(["undecided", null]);
    expect(found.notes.join(" ")).toMatch(
      /Groups of \d+ and \d+, the last ones seen, do attract, where the rate is 1\.4/,
    );
  });

  it("can be run layer by layer", () => {
    const run = followDynamics(square);
    expect(run.next().done).toBe(false);
    run.return(null as never);
  });

  it("refuses what is outside its domain", () => {
    expect(theoryError(() => dynamics({ activation: "gelu", batch: 3 })).details.parameter).toBe("batch");
    expect(theoryError(() => dynamics({ activation: "gelu", batch: Infinity })).details.parameter).toBe("batch");
    expect(theoryError(() => dynamics(square, { seed: -1 })).details.parameter).toBe("seed");
    expect(theoryError(() => dynamics(square, { steps: 0 })).details.parameter).toBe("steps");
    expect(theoryError(() => dynamics(square, { width: 1 })).details.parameter).toBe("width");
    expect(theoryError(() => dynamics(square, { start: [[1]] })).details.parameter).toBe("start");
    const indefinite = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 10 }, (_, j) => (i === j ? (i === 0 ? -1 : 1) : 0)),
    );
    expect(theoryError(() => dynamics(square, { start: indefinite })).details.parameter).toBe("start");
    const lopsided = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => (i === j ? 4 : i / 20)));
    expect(theoryError(() => dynamics(square, { start: lopsided })).details.parameter).toBe("start");
    const same = Array.from({ length: 10 }, () => new Array(10).fill(1));
    expect(theoryError(() => dynamics(square, { start: same })).details.parameter).toBe("start");
  });
});

describe("basins", () => {
  it("counts where seeds go", () => {
    const { basins: found, runs } = basins(square, 4);
    expect(runs).toBe(4);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(found[0]!.blocks).toEqual([3, 7]);
  });
});

describe("reached", () => {
  it("is null where BSB1 is not unstable, and undecided at once for large batches", () => {
    expect(reached(batchNorm({ activation: "relu", batch: 8 }))).toBeNull();
    expect(reached(batchNorm({ activation: "gelu", batch: Infinity }))!.kind).toBe("undecided");
    expect(reached(batchNorm({ activation: "gelu", batch: 512 }))!.rate).toBeNull();
  });

  it("gives the rate and its depth scale where networks go", () => {
    const found = reached(batchNorm(square))!;
    expect(found.depthScale!.value).toBeCloseTo(1 / Math.log(found.rate!.value), 12);
  });
});

describe("periodOf", () => {
  const history = (f: (l: number) => number[]) => Array.from({ length: 24 }, (_, l) => Float64Array.from(f(l)));

  it("finds the least period of a cycle", () => {
    expect(periodOf(history((l) => [1 + (l % 2), 1]))).toBe(2);
    expect(periodOf(history((l) => [1 + (l % 3), 1, 2]))).toBe(3);
  });

  it("finds none in a constant, in drift, in noise, or in a short history", () => {
    expect(periodOf(history(() => [1, 2]))).toBeNull();
    expect(periodOf(history((l) => [l, 1]))).toBeNull();
    expect(periodOf(history((l) => [1 + Math.sin(l * l), 1]))).toBeNull();
    expect(periodOf(history((l) => [l % 2]).slice(1))).toBeNull();
  });
});
