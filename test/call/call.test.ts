import { expect, test } from "vitest";
import { call } from "../../src/call/call.js";
import { entriesOf, MAX_ENTRIES } from "../../src/call/entriesOf.js";
import * as library from "../../src/call.js";
import { asJson, errorOf, resultOf } from "./support.js";

const entry = (id: unknown, batch: unknown = 8) => ({ id, kind: "transition", inputs: { batch } });

test("answers stand in the order of the entries, a bad entry spoils no other, an id may occur twice", () => {
  const { results } = call([entry("a"), entry("b", 1), entry("a"), { id: 4 }, entry(0)]);
  expect(results.map(({ id }) => id)).toEqual(["a", "b", "a", 4, 0]);
  expect(results.map((one) => "result" in one)).toEqual([true, false, true, false, true]);
  expect(results[0]).toEqual(results[2]);
});

test("a list, { cases } and a single entry are requests", () => {
  const { results } = call([entry(1)]);
  expect(call({ cases: [entry(1)] }).results).toEqual(results);
  expect(call(entry(1)).results).toEqual(results);
  expect(call([]).results).toEqual([]);
});

test.each([[null], [3], ["text"], [{}], [{ entries: [] }], [{ cases: 3 }], [undefined]])(
  "%j is no request",
  (request) => {
    expect(() => call(request)).toThrow(/these are no entries/);
  },
);

test("too many entries are refused before any is answered", () => {
  expect(() => call(new Array(MAX_ENTRIES + 1).fill(entry(1)))).toThrow("100001 entries");
});

test("keys besides id, kind and inputs are ignored", () => {
  const noted = { ...entry(1), expected: { alpha: 0 }, tolerance: { abs: 0 }, how: "by hand" };
  expect(call([noted])).toEqual(call([entry(1)]));
});

test("an entry without id has the id null; an id is a text or a number", () => {
  expect(call([{ kind: "transition", inputs: { batch: 8 } }]).results[0]!.id).toBeNull();
  expect(errorOf({ ...entry({}) })).toMatchObject({ parameter: "id", domain: "a text or a number" });
  expect(call([entry([1])]).results[0]!.id).toBeNull();
});

test.each([
  [null, "entry = null: expected an object"],
  [[], "entry = []: expected an object"],
  ["x", 'entry = "x": expected an object'],
  [{}, "kind is missing: expected the name of a kind. theoria call --kinds lists them."],
  [{ kind: 3 }, "kind = 3: expected the name of a kind."],
  [{ kind: "lemma 1" }, 'kind = "lemma 1": expected the name of a kind. Did you mean lemma1'],
  [{ kind: "bn_projektion", inputs: {} }, "Did you mean bn_projection?"],
  [{ kind: "__proto__", inputs: {} }, 'kind = "__proto__": expected the name of a kind.'],
  [{ kind: "constructor", inputs: {} }, 'kind = "constructor": expected the name of a kind.'],
  [{ kind: "transition" }, "inputs is missing: expected an object. theoria call --kind transition shows the inputs."],
  [{ kind: "transition", inputs: [8] }, "inputs = [8]: expected an object."],
  [
    { kind: "transition", inputs: { bath: 8, batch: 8 } },
    "bath is unknown: expected one of batch. Did you mean batch?",
  ],
  [{ kind: "transition", inputs: { batch: 8.5 } }, 'batch = 8.5: expected an integer from 2 to 1e8, or "Infinity".'],
  [
    { kind: "transition", inputs: { batch: 1 } },
    "batch = 1 is outside its domain: an integer from 2 to 1e8, or Infinity.",
  ],
  [{ kind: "thm6", inputs: { w_k: [1, "a"], w_j: [1, 2] } }, 'w_k[1] = "a": expected a finite number.'],
  [{ kind: "thm6", inputs: { w_k: [0, 0], w_j: [1, 2] } }, /^w_k = .*zero weight/],
  [{ kind: "thm6", inputs: { w_k: [1, 2], w_j: [0, 0] } }, /^w_j = .*zero weight/],
  [
    { kind: "lemma5", inputs: { d: 3, K: 4, r: 0.5, eps0: 0.01, delta: 0.1, M0: 1.2, eps: 0.02, c_j: 0.8 } },
    "eps = 0.02: expected a number from 0 to eps0. Raise eps0.",
  ],
  [
    { kind: "lemma5", inputs: { d: 3, K: 4, r: 0.5, eps0: 0.01, delta: 0.1, M0: 1.2, eps: -1, c_j: 0.8 } },
    "eps = -1: expected at least 0.",
  ],
  [
    { kind: "relu_dependence", inputs: { W: [[1, 0, 0]], region: "R^2" } },
    'region = "R^2": expected "box [-1,1]^2", "box [0,1] x [-2,2]^3", {"low"',
  ],
  [{ kind: "relu_dependence", inputs: { W: [[1, 0]], region: "box [1,1]" } }, "Give different ends."],
  [
    { kind: "theta_ode", inputs: { theta0: 2, alpha: 1, t: -1, theta_target: 1 } },
    "t = -1 is outside its domain: at least 0.",
  ],
  [
    { kind: "theta_ode", inputs: { theta0: 2, alpha: -1, t: 1, theta_target: 1 } },
    "theta_target = 1: expected above theta0 = 2. Give an angle ahead: where alpha psi(theta) is below 0 theta grows.",
  ],
  [
    { kind: "growth", inputs: { W0: [[1]], w_star: [1], a: [1], eps_bump: [1e308], t: 1 } },
    "eps_bump = 1e+308: expected at most 1e+70 in magnitude.",
  ],
  [
    { kind: "population", inputs: { W: [[1, 0]], V: [[1]], W_teacher: [[1, 1, 1]], V_teacher: [[1]] } },
    'W = "rows of 2": expected rows of 3, as of the teacher.',
  ],
  [
    { kind: "bn_projection", inputs: { f: Array.from({ length: 2001 }, (_, i) => i) } },
    "Use the kind bn_backward: it needs none.",
  ],
  [
    { kind: "lotka", inputs: { n0: [1], growth: [1], A: [[-1]], t: 1 } },
    "at most about 0.6931: there the norms grow without bound.",
  ],
  [
    { kind: "lotka", inputs: { n0: [1], growth: [1], A: [[0]], t: 1e4 } },
    "there the norms leave the numbers of double precision.",
  ],
  [{ kind: "thm6", inputs: { w_k: [1, 0], w_j: [1, 2], sigma2: 0 } }, "sigma2 = 0: expected"],
  [{ kind: "bn_projection", inputs: { f: [] } }, "f = []: expected a list of at least 1."],
  [{ kind: "bn_projection", inputs: { f: [1, 1, 1] } }, /f .*constant|f .*equal/],
  [
    { kind: "vertices", inputs: { P: [[1, 2], [3]], F: [[1], [1]] } },
    "P[1] = [3]: expected rows of one length, here 2.",
  ],
  [{ kind: "rate", inputs: { activation: "thanh", batch: 8 } }, /thanh.*tanh/],
  [
    { kind: "kernel", inputs: { activation: "relu", alpha: 1, c: [0] } },
    "alpha = 1: expected alpha or activation, not both.",
  ],
  [
    { kind: "gegenbauer", inputs: { activation: "tanh", batch: 8, terms: 0 } },
    "terms = 0: expected a number of at least 1.",
  ],
  [
    { kind: "gegenbauer", inputs: { activation: "tanh", batch: 8, tolerance: 1 } },
    "tolerance = 1: expected a number below 1.",
  ],
  [
    { kind: "match", inputs: { H_teacher: [[1], [2]], H_student: [[1], [2], [3]] } },
    /^H_student = "3 samples": expected 2 samples/,
  ],
])("%j is refused in words", (bad, said) => {
  const error = errorOf(bad);
  for (const field of ["code", "message", "parameter", "domain", "remedy"] as const) {
    expect(error[field]).toEqual(expect.any(String));
    expect(error[field]).not.toBe("");
  }
  if (typeof said === "string") expect(error.message).toContain(said);
  else expect(error.message).toMatch(said);
  expect(error.message).not.toMatch(/undefined|\[object|NaN/);
  expect(error.message).toContain(error.remedy);
});

test("keys called __proto__ and constructor are keys like others", () => {
  const request = JSON.parse(
    '[{"id":1,"__proto__":{"kind":"transition"},"kind":"transition","inputs":{"batch":8,"__proto__":{"batch":9}}}]',
  );
  expect(errorOf(request[0])).toMatchObject({ parameter: "__proto__", domain: "one of batch" });
  expect(errorOf(JSON.parse('{"__proto__":{"kind":"transition","inputs":{"batch":8}}}')).parameter).toBe("kind");
  expect(({} as Record<string, unknown>).batch).toBeUndefined();
});

test("long values are cut in errors", () => {
  const long = "x".repeat(1e6);
  for (const bad of [
    { kind: long },
    { kind: "rate", inputs: long },
    { kind: "rate", inputs: { [long]: 1 } },
    { kind: "thm6", inputs: { w_k: new Array(1e5).fill("a") } },
  ]) {
    expect(JSON.stringify(errorOf(bad)).length).toBeLessThan(2000);
  }
});

test("what JSON cannot write has words: infinities are texts", () => {
  const { rate } = asJson(resultOf("rate", { activation: "relu", batch: 3 }) as object);
  expect(rate.value).toBe("Infinity");
  expect(asJson(resultOf("transition", { batch: "Infinity" }) as object).batch).toBe("Infinity");
});

test("values that are no JSON are refused like others", () => {
  for (const odd of [Number.NaN, Infinity, () => 1, Symbol("x"), 10n, new Map(), new Date(0)]) {
    expect(errorOf(entry(1, odd)).parameter).toBe("batch");
  }
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(errorOf({ kind: "thm6", inputs: { w_k: cycle, w_j: [1] } }).parameter).toBe("w_k[0]");
});

test("a list may have 100000 entries, and no more", () => {
  const most = new Array<null>(100_000).fill(null);
  expect(entriesOf(most)).toBe(most);
  expect(entriesOf({ cases: most })).toHaveLength(MAX_ENTRIES);
  expect(() => entriesOf([...most, null])).toThrow(/100001 entries/);
});

test("the subpath has what a service needs", () => {
  expect(Object.keys(library).sort()).toEqual(["answer", "call", "callSchema", "entriesOf"]);
});
