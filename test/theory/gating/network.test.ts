import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type GatedModel,
  gatedForward,
  gatedNetwork,
  gateNormals,
  normalAngles,
  outputsAt,
  randomGatedNetwork,
  tangentDiagonal,
  tangentKernel,
} from "../../../src/gating.js";
import reference from "../../reference/gating.json" with { type: "json" };

const { W, U, b, c, points, cases } = reference;
const named = cases.map((each) => [`${each.model}${each.beta === null ? "" : `, beta ${each.beta}`}`, each] as const);
const networkOf = ({ model, beta }: (typeof cases)[number]) =>
  gatedNetwork(
    model as GatedModel,
    model.startsWith("dlgn") ? { W, U, b, c } : { W, b },
    beta === null ? {} : { beta },
  );

/** Rounding of sums of some hundred products: both sides are doubles. */
const close = (actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
  expect(actual.length).toBe(expected.length);
  actual.flat().forEach((value, k) => {
    const target = expected.flat()[k]!;
    expect(Math.abs(value - target)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(target)));
  });
};

describe("networks with biases and two outputs, against automatic differentiation", () => {
  it.each(named)("%s: outputs", (_, each) => {
    close(outputsAt(networkOf(each), points), each.outputs);
    close(
      points.map((x) => gatedForward(networkOf(each), x).output),
      each.outputs,
    );
  });

  it.each(named)("%s: the tangent kernel, whole and in parts", (_, each) => {
    const network = networkOf(each);
    close(tangentKernel(network, points), each.all);
    close([tangentDiagonal(network, points)], [each.all.map((row, i) => row[i]!)]);
    if (!each.model.startsWith("dlgn")) return;
    close(tangentKernel(network, points, { parameters: "W" }), each.W);
    close(tangentKernel(network, points, { parameters: "U" }), each.U);
  });

  it("the kernels of single outputs add up to that of all", () => {
    const network = networkOf(cases[4]!);
    const [first, second] = [0, 1].map((output) => tangentKernel(network, points, { output }));
    close(
      first!.map((row, i) => row.map((entry, j) => entry + second![i]![j]!)),
      cases[4]!.all,
    );
  });
});

describe("gates of a DLGN", () => {
  const network = networkOf(cases[2]!);

  it("are the half-spaces of the effective normals", () => {
    const normals = gateNormals(network);
    expect(normals.map(({ layer }) => layer)).toEqual([1, 2, 3]);
    for (const x of points) {
      const { preactivations } = gatedForward(network, x);
      close(
        normals.map(({ normals: rows, offsets }) =>
          rows.map((row, i) => row.reduce((sum, entry, j) => sum + entry * x[j]!, offsets[i]!)),
        ),
        preactivations,
      );
    }
  });

  it("have the angles of their normals, and none where the normal is zero", () => {
    const plane = gatedNetwork("dlgn", {
      W: [
        [
          [0, 2],
          [3, 0],
          [0, -1],
          [0, 0],
          [1, 1],
        ],
      ],
      U: [
        [
          [1, 0],
          [1, 0],
          [1, 0],
          [1, 0],
          [1, 0],
        ],
        [[1, 1, 1, 1, 1]],
      ],
    });
    const angles = normalAngles(plane, [0, 5]);
    expect(angles.slice(0, 4)).toEqual([0, Math.PI / 2, Math.PI, null]);
    expect(angles[4]).toBeCloseTo(Math.PI / 4, 15);
    expect(normalAngles(plane, [0, 5], { layer: 1 })).toEqual(angles);
    expect(() => normalAngles(plane, [0, 0])).toThrow(/direction/);
    // products of the entries overflow and underflow, the angle does not
    const steep = gatedNetwork("dlgn", { W: [[[1e-200, 1e-200]]], U: [[[1, 1]], [[1]]] });
    expect(normalAngles(steep, [1e-200, 0])[0]).toBeCloseTo(Math.PI / 4, 15);
    const large = gatedNetwork("dlgn", {
      W: [[[1e100, 1e100]], [[1e100]], [[1e100]]],
      U: [[[1, 1]], [[1]], [[1]], [[1]]],
    });
    expect(normalAngles(large, [1e100, 0])[0]).toBeCloseTo(Math.PI / 4, 15);
    expect(() => normalAngles(plane, [0, 1], { layer: 2 })).toThrow(/layer = 2/);
  });

  it("are neither those of a ReLU network nor of a linear one", () => {
    expect(() => gateNormals(networkOf(cases[0]!))).toThrow(/half-spaces/);
    expect(() => gateNormals(networkOf(cases[1]!))).toThrow(/no gates/);
  });

  it("tend to steps with beta, away from the boundaries", () => {
    const hard = outputsAt(networkOf(cases[3]!), points);
    const soft = outputsAt(gatedNetwork("dlgn-pwc", { W, U, b, c }, { beta: 1e4 }), points);
    // every |eta| is at least 0.03 here: gates differ by exp(-300)
    close(soft, hard);
  });
});

describe("the gate at zero", () => {
  it("is open by default and closed on demand; ReLU outputs do not notice", () => {
    for (const atZero of ["open", "closed"] as const) {
      const [relu, dlgn] = [
        gatedNetwork("relu", { W: [[[1], [-1]], [[2, 3]]] }, { atZero }),
        gatedNetwork("dlgn", { W: [[[0]]], U: [[[2]], [[3]]] }, { atZero }),
      ];
      expect(gatedForward(relu, [0])).toMatchObject({
        output: [0],
        gates: [[1, 1].map((gate) => (atZero === "open" ? gate : 0))],
      });
      expect(gatedForward(dlgn, [5]).output).toEqual([atZero === "open" ? 30 : 0]);
    }
  });

  it("counts in the tangent kernel of ReLU", () => {
    const at = (atZero: "open" | "closed") =>
      tangentKernel(gatedNetwork("relu", { W: [[[0]], [[2]]] }, { atZero }), [[3]]);
    // df/dW_1 = 2 * 3 with derivative 1 at zero, df/dW_2 = 0
    expect(at("open")).toEqual([[36]]);
    expect(at("closed")).toEqual([[0]]);
  });
});

it("a bias-free ReLU network is homogeneous: f(t x) = t f(x) and Theta(x, t x) = t Theta(x, x)", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.double({ min: 0.1, max: 10, noNaN: true }), (seed, t) => {
      const network = randomGatedNetwork("relu", [3, 5, 4, 1], { seed });
      const x = [0.3, -1.2, 0.7];
      const [[own], [scaled]] = outputsAt(network, [x, x.map((entry) => t * entry)]) as [[number], [number]];
      expect(Math.abs(scaled - t * own)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(scaled)));
      const kernel = tangentKernel(network, [x, x.map((entry) => t * entry)]);
      expect(Math.abs(kernel[0]![1]! - t * kernel[0]![0]!)).toBeLessThanOrEqual(1e-12 * (1 + kernel[0]![1]!));
    }),
    { numRuns: 50 },
  );
});

describe("what is refused", () => {
  const ones = [[[1, 1]], [[1]]];
  it.each([
    ["ragged rows", () => gatedNetwork("relu", { W: [[[1, 2], [1]], [[1, 1]]] }), /W\[0\]\[1\]\.length = 1/],
    ["widths that do not chain", () => gatedNetwork("relu", { W: [[[1, 2]], [[1, 1]]] }), /W\[1\]\[0\]\.length = 2/],
    ["one layer", () => gatedNetwork("relu", { W: [[[1, 2]]] }), /W = 1 layers/],
    ["NaN", () => gatedNetwork("relu", { W: [[[Number.NaN, 2]], [[1]]] }), /W\[0\]\[0\]\[0\] = NaN/],
    ["a DLGN without experts", () => gatedNetwork("dlgn", { W: ones }), /U = missing/],
    ["a ReLU network with experts", () => gatedNetwork("relu", { W: ones, U: ones }), /U = a list/],
    ["gates of another shape", () => gatedNetwork("dlgn", { W: [[[1]]], U: ones }), /W\[0\]\[0\]\.length = 1/],
    ["soft gates of a ReLU network", () => gatedNetwork("relu", { W: ones }, { beta: 4 }), /beta = 4/],
    ["a negative beta", () => gatedNetwork("dlgn", { W: ones, U: ones }, { beta: -1 }), /beta = -1/],
    ["biases of another length", () => gatedNetwork("relu", { W: ones, b: [[1, 2], [0]] }), /b\[0\]\.length = 2/],
    ["too few biases", () => gatedNetwork("relu", { W: ones, b: [[1]] }), /b\.length = 1/],
    ["a model of another name", () => gatedNetwork("mlp" as "relu", { W: ones }), /model = "?mlp/],
    ["a point of another dimension", () => gatedForward(gatedNetwork("relu", { W: ones }), [1]), /x\.length = 1/],
    ["a copy of a network", () => gatedForward({ ...gatedNetwork("relu", { W: ones }) }, [1, 1]), /gatedNetwork/],
    [
      "products that overflow",
      () => gatedForward(gatedNetwork("dln", { W: [[[1e100]], [[1e100]], [[1e100]], [[1e100]]] }), [1]),
      /overflows/,
    ],
    [
      "W of a ReLU network by itself",
      () => tangentKernel(gatedNetwork("relu", { W: ones }), [[1, 1]], { parameters: "W" }),
      /parameters = "W"/,
    ],
    ["no widths", () => randomGatedNetwork("relu", [2, 1], { seed: 1 }), /widths = 2, 1/],
    ["a width of zero", () => randomGatedNetwork("relu", [2, 0, 1], { seed: 1 }), /widths\[1\] = 0/],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
