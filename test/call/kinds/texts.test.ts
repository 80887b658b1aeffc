/** Inputs that are written as texts. */
import { describe, expect, test } from "vitest";
import { gateProfile } from "../../../src/call/kinds/alignment/gateProfile.js";
import { region, regionOf } from "../../../src/call/kinds/alignment/region.js";
import { receptiveFields, standardOrder } from "../../../src/call/kinds/ladder/receptiveFields.js";
import { errorOf, resultOf } from "../support.js";

describe("regions", () => {
  test.each([
    ["box [-1,1]^2", [-1, -1], [1, 1]],
    ["box [-2, 2]^3", [-2, -2, -2], [2, 2, 2]],
    ["box [0,1]", [0], [1]],
    ["box [0,1] x [-0.5,.5]^2", [0, -0.5, -0.5], [1, 0.5, 0.5]],
    ["box [-1e-3,+2]^1", [-0.001], [2]],
    [" BOX[ -1 , 1 ] X [0,1]", [-1, 0], [1, 1]],
  ])("%s", (text, low, high) => {
    expect(regionOf(region.parse(text))).toEqual({ low, high });
  });

  test.each([
    "ball",
    "box",
    "box [1]",
    "box [0,1]^0",
    "box [0,1]^2.5",
    "box [0,1] [0,1]",
    "box [a,b]",
    "[0,1]^2",
    "",
    "box (0,1)^2",
  ])("%s is none", (text) => {
    expect(errorOf({ kind: "relu_dependence", inputs: { W: [[1, 0]], region: text } })).toMatchObject({
      parameter: "region",
    });
  });

  test("boxes and half-spaces in numbers are the same regions", () => {
    const W = [
      [1, 0.5, 0.1],
      [-1, -0.5, -0.1],
      [0, 1, 3],
    ];
    const given = [
      "box [-1,1]^2",
      { low: [-1, -1], high: [1, 1] },
      {
        A: [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ],
        b: [1, 1, 1, 1],
      },
    ];
    const [first, ...others] = given.map((where) => resultOf("relu_dependence", { W, region: where }));
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("receptive fields", () => {
  test("the order of the reference cases, and other sizes", () => {
    expect(receptiveFields("order", standardOrder)).toEqual({
      pixels: 4,
      children: [
        [0, 1],
        [2, 3],
      ],
    });
    expect(receptiveFields("order", "x=(p0, p1,p2) , lexicographic ;beta1 = {p2, p0},beta2={p1}")).toEqual({
      pixels: 3,
      children: [[2, 0], [1]],
    });
  });

  test.each([
    "",
    "x = (p0,p1)",
    "x = (p1,p0), lexicographic; beta1={p0}, beta2={p1}",
    "x = (p0,p1), lexicographic; beta1={p0}, beta2={p2}",
    "x = (p0,p1), lexicographic; beta2={p0}, beta1={p1}",
    "x = (p0,p1), lexicographic; beta1={p0} beta2={p1}",
    "x = (p0,p1), lexicographic;",
  ])("%s is refused", (text) => {
    expect(() => receptiveFields("order", text)).toThrow(/^order = .*a text such as/);
  });

  test("overlapping fields, in an order of their own", () => {
    const fields = "x = (p0,p1), lexicographic; beta1={p1,p0}, beta2={p0}";
    const inputs = {
      prob: [0.25, 0.25, 0.25, 0.25],
      z_alpha: "z1",
      child_raw1: [1, 2, 3, 4],
      child_raw2: [1, 2],
      w_j: [1, 1],
    };
    expect(
      errorOf({ kind: "ladder", inputs: { ...inputs, order: fields, z_beta_of_xbeta: [0, 1, 0, 1] } }),
    ).toMatchObject({
      parameter: "z_beta_of_xbeta",
      value: "4 numbers",
    });
  });
});

describe("profiles", () => {
  test.each([
    ["(pi-theta)/(2 pi)", (x: number) => (Math.PI - x) / (2 * Math.PI)],
    ["(π - θ) / π", (x: number) => (Math.PI - x) / Math.PI],
    ["1 - theta/pi", (x: number) => 1 - x / Math.PI],
    ["cos(theta/2)^2", (x: number) => Math.cos(x / 2) ** 2],
    ["1/2", () => 0.5],
  ])("%s", (text, f) => {
    const psi = gateProfile(text);
    for (const x of [0, 0.3, 1.5, 3]) expect(psi(x, Math.PI - x)).toBeCloseTo(f(x), 14);
  });

  test("pi - theta keeps its digits near pi", () => {
    expect(gateProfile("(pi-theta)/pi")(Math.PI, 1e-20)).toBe(1e-20 / Math.PI);
  });

  test.each(["", "x", "theta +", "theta = 1", "import(1)"])("%s is refused", (text) => {
    const error = errorOf({ kind: "theta_ode", inputs: { theta0: 2, alpha: 1, t: 1, theta_target: 1, psi: text } });
    expect(error).toMatchObject({ parameter: "psi" });
  });

  test("without a simple zero at pi there is no leading time", () => {
    const inputs = { theta0: 2.5, alpha: 1, t: 1, theta_target: 1, psi: "1/2" };
    expect(resultOf("theta_ode", inputs)).toMatchObject({ leading: null });
  });
});

test("batch norm's numbers are read from the text of the loss", () => {
  const data = {
    X: [
      [1, 0],
      [0, 2],
      [1, 1],
    ],
    W: [[0.5], [0.2]],
    V: [[1]],
    Y: [[0], [1], [0]],
  };
  const withLoss = (loss: string) => resultOf("bn_energy", { ...data, loss }) as { loss: number };
  const plain = "0.5*mean((Y - f V)^2), biased BN, eps=0, c1=1, c0=0";
  expect(withLoss(plain)).toEqual(resultOf("bn_energy", data));
  expect(withLoss("0.5*mean((Y - f V)^2)")).toEqual(withLoss(plain));
  expect(withLoss(plain.replace("eps=0", "eps=1e-2")).loss).not.toBe(withLoss(plain).loss);
  // f = c0 wherever c1 = 0: the loss is that of a constant
  expect(withLoss(plain.replace("c1=1, c0=0", "c1=0, c0=2")).loss).toBeCloseTo((4 + 1 + 4) / 6, 14);
});

test("the law of the inputs is read as a variance or a standard deviation", () => {
  const networks = { W: [[1, 0]], V: [[1]], W_teacher: [[1, 1]], V_teacher: [[1]] };
  const lossOf = (input: string) => (resultOf("population", { ...networks, input }) as { loss: number }).loss;
  expect(lossOf("N(0,2.25 I)")).toBeCloseTo(2.25 * lossOf("N(0,I)"), 13);
  expect(lossOf("N(0, 1.5^2 I)")).toBe(lossOf("N(0,2.25 I)"));
});

test("numbers whose products overflow are refused", () => {
  const inputs = { W: [[1e160, 0]], V: [[1e160]], W_teacher: [[1, 1]], V_teacher: [[1]] };
  expect(errorOf({ kind: "population", inputs })).toMatchObject({ code: "domain" });
  const layer = { X: [[1], [2]], V: [[1]], Y: [[0], [1]] };
  const others = [
    { kind: "population", inputs: { ...inputs, W: [[1e308, 0]], V: [[1]] } },
    { kind: "bn_backward", inputs: { f: [1, 2, 3], g: [1, 2, 4], c1: 1e308 } },
    { kind: "bn_energy", inputs: { ...layer, W: [[1e308]] } },
    { kind: "lemma5", inputs: { d: 3, K: 4, r: 0.5, eps0: 0.01, delta: 0.1, M0: 1e308, eps: 1e-3, c_j: 0.8 } },
  ];
  for (const entry of others) expect(errorOf(entry)).toMatchObject({ code: "domain" });
  const deep = {
    teacher: [
      [[1e200], [0]],
      [[1], [0]],
    ],
    student: [
      [[1], [0]],
      [[1], [0]],
    ],
    x: [1],
  };
  expect(errorOf({ kind: "lemma1", inputs: deep })).toMatchObject({ code: "domain", parameter: "teacher[0][0][0]" });
  const away = { theta0: Math.PI, alpha: 1, t: 1e60, theta_target: 1 };
  expect(resultOf("theta_ode", away)).toMatchObject({ time_to_target: Infinity, leading: Infinity });
});

test("tables of the ladder have a place for each label, null or 0 where a label has no probability", () => {
  const inputs = {
    prob: new Array(16).fill(1 / 16),
    z_beta_of_xbeta: [1, 1, 1, 1],
    z_alpha: "z1 OR z2",
    child_raw1: [-1, 0.5, -0.5, 1],
    child_raw2: [0.5, -0.5, 1, 1.5],
    w_j: [1, 0.5],
  };
  expect(resultOf("ladder", inputs)).toMatchObject({ P_alpha_beta1: [null, [0, 1]], f_j_exact: [null, 0.75] });
  // NOT before AND before XOR before OR: z1 OR (z2 XOR (z1 AND (NOT z2))) is 1 where both are 1
  const mixed = { ...inputs, z_alpha: "z1 or z2 xor z1 and not z2" };
  expect(resultOf("ladder", mixed)).toMatchObject({ P_alpha_beta1: [null, [0, 1]] });
  expect(resultOf("ladder", { ...inputs, z_alpha: "z1 AND NOT z1" })).toMatchObject({ P_alpha_beta1: [[0, 1], null] });
});
