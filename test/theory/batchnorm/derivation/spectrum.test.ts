import { describe, expect, it } from "vitest";
import { gaussLegendre } from "../../../../src/numeric/quadrature/gaussLegendre.js";
import { evaluateFunction } from "../../../../src/symbolic/algebra/rationalFunction.js";
import { plus } from "../../../../src/symbolic/build.js";
import { rational, toNumber } from "../../../../src/symbolic/rational.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { momentsIn, readMoment } from "../../../../src/theory/batchnorm/derivation/moments.js";
import { type Direction, eigenvalueForm, type Space } from "../../../../src/theory/batchnorm/derivation/spectrum.js";

const tanhSlope = (x: number) => 1 / Math.cosh(x) ** 2;

/** A sphere moment of tanh by a product rule in the two angles: no formula of the derivation is used. */
function momentOf(name: string, batch: number): number {
  const { kind, family, a, b } = readMoment(name)!;
  const f = family === "slope" ? tanhSlope : Math.tanh;
  const n = batch - 1;
  const { nodes, weights } = gaussLegendre(80);
  let [sum, mass] = [0, 0];
  nodes.forEach((s, i) => {
    const x = (Math.PI / 2) * (1 + s);
    nodes.forEach((t, j) => {
      const y = (Math.PI / 2) * (1 + t);
      const weight = weights[i]! * weights[j]! * Math.sin(x) ** (n - 2) * Math.sin(y) ** (n - 3);
      const z1 = Math.sqrt(n) * Math.cos(x);
      const z2 = Math.sqrt(n) * (-Math.cos(x) / n + Math.sqrt(1 - 1 / n ** 2) * Math.sin(x) * Math.cos(y));
      const value = kind === "square" ? f(z1) ** 2 * z1 ** a : f(z1) * f(z2) * z1 ** a * z2 ** b;
      sum += weight * value;
      mass += weight;
    });
  });
  return sum / mass;
}

function eigenvalueOf(direction: Direction, space: Space, batch: number): number {
  let sum = 0;
  for (const [name, coefficient] of eigenvalueForm(direction, space)) {
    sum += toNumber(evaluateFunction(coefficient, { B: rational(batch) })) * momentOf(name, batch);
  }
  return sum / (momentOf("s_0", batch) - momentOf("m_00", batch));
}

describe("the spectra of the Jacobians in sphere moments", () => {
  const cases = [4, 5, 8].flatMap((batch) =>
    (["forward", "backward"] as const).flatMap((direction) =>
      (["G", "L", "M"] as const).map((space) => ({ batch, direction, space })),
    ),
  );

  it.each(cases)("agree with the numeric routes for tanh: %o", ({ batch, direction, space }) => {
    const expected = batchNorm({ activation: "tanh", batch })[direction][space]!.value;
    expect(eigenvalueOf(direction, space, batch)).toBeCloseTo(expected, 11);
  });

  it("vanish forward on span(G): batch norm forgets the scale", () => {
    expect([...eigenvalueForm("forward", "G")]).toEqual([]);
  });
});

describe("moments", () => {
  it("are read from their names", () => {
    expect(readMoment("m'_31")).toEqual({ kind: "pair", family: "slope", a: 3, b: 1 });
    expect(readMoment("mu")).toBeNull();
    expect(momentsIn(plus("s_0", "m_00", "mu", "s_0")).length).toBe(2);
  });
});
