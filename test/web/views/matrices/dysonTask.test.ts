import { describe, expect, it } from "vitest";
import { abortError } from "../../../../src/web/engine/task.js";
import { dysonTask } from "../../../../src/web/views/matrices/dysonTask.js";
import type { Ensemble } from "../../../../src/web/views/matrices/ensemble.js";
import { ensembleTheory } from "../../../../src/web/views/matrices/ensembleTheory.js";
import { densities, ensembles, wholeSpectrum } from "./support.js";

/** The fine line with the points at the edges, as the picture has it. */
const drawn = async (ensemble: Ensemble) =>
  [...(await densities(ensemble)).at(-1)!, ...(await wholeSpectrum(ensemble)).points].sort(
    (a, b) => a.energy - b.energy,
  );

describe("dysonTask and wholeSpectrumTask", () => {
  it.each(ensembles)("show $kind roughly at once, then finely, and its mass, which is 1", async (ensemble) => {
    const pieces = await densities(ensemble);
    expect(pieces.map((points) => points.length > 200)).toEqual([false, true]);
    for (const points of pieces) {
      const energies = points.map(({ energy }) => energy);
      expect(energies).toEqual([...energies].sort((a, b) => a - b));
      for (const { density, error, residual } of points) {
        expect(density).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(density) && Number.isFinite(error) && residual < 1e-9).toBe(true);
      }
    }
    const { mass, bandMasses, atoms, expected } = await wholeSpectrum(ensemble);
    expect(Math.abs(mass - 1)).toBeLessThan(1e-6);
    expect([...bandMasses, ...atoms.map((atom) => atom.mass)].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
    expect(expected.masses.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  });

  it.each(ensembles)(
    "have the mass and the moments of $kind by the trapezium rule on what is drawn",
    async (ensemble) => {
      const points = await drawn(ensemble);
      const { atoms, expected } = await wholeSpectrum(ensemble);
      // steps are fine at the edges of bands; atoms are added
      for (const power of [0, 1, 2]) {
        const f = (k: number) => points[k]!.density * points[k]!.energy ** power;
        const area = points
          .slice(1)
          .reduce((sum, { energy }, k) => sum + ((f(k) + f(k + 1)) / 2) * (energy - points[k]!.energy), 0);
        const heavy = atoms.reduce((sum, { energy, mass }) => sum + mass * energy ** power, 0);
        const moment = expected.moments[power]!;
        expect(Math.abs(area + heavy - moment) / Math.max(1, Math.abs(moment))).toBeLessThan(4e-3);
      }
    },
  );

  it("draws the semicircle", async () => {
    const points = await drawn({ kind: "wigner", variance: 2, law: "gaussian" });
    for (const { energy, density } of points) {
      const height = Math.sqrt(Math.max(0, 8 - energy ** 2)) / (4 * Math.PI);
      expect(Math.abs(density - height)).toBeLessThan(1e-7);
    }
  });

  it("draws Marchenko's and Pastur's density, edges and atom", async () => {
    for (const ratio of [0.25, 4]) {
      const ensemble: Ensemble = { kind: "wishart", ratio, values: [1], weights: [1] };
      const [low, high] = [(1 - Math.sqrt(ratio)) ** 2, (1 + Math.sqrt(ratio)) ** 2];
      for (const { energy, density } of await drawn(ensemble)) {
        const inside = (energy - low) * (high - energy);
        const height = inside > 0 ? Math.sqrt(inside) / (2 * Math.PI * ratio * energy) : 0;
        expect(Math.abs(density - height)).toBeLessThan(1e-6);
      }
      const { bands, atoms } = await wholeSpectrum(ensemble);
      expect(bands.length).toBe(1);
      expect(bands[0]!.low.value).toBeCloseTo(low, 10);
      expect(bands[0]!.high.value).toBeCloseTo(high, 10);
      expect(atoms.map(({ energy, mass }) => [energy, mass])).toEqual(ratio > 1 ? [[0, 1 - 1 / ratio]] : []);
    }
  });

  it("has a Wishart spectrum whose cumulative rises by what its density has", () => {
    const theory = ensembleTheory({ kind: "wishart", ratio: 0.4, values: [1, 4], weights: [0.5, 0.5] });
    const { cumulative } = theory.spectrum();
    const [from, to, steps] = [0.4, 6, 400];
    const energies = Array.from({ length: steps }, (_, k) => from + ((to - from) * (k + 0.5)) / steps);
    const area = theory.densities(energies).reduce((sum, { density }) => sum + (density * (to - from)) / steps, 0);
    // the middle rule; the density has square roots inside
    expect(Math.abs(cumulative(to) - cumulative(from) - area)).toBeLessThan(2e-4);
    expect(cumulative(-1)).toBe(0);
    expect(cumulative(100)).toBeCloseTo(1, 12);
  });

  it("stops between its pieces", async () => {
    let pieces = 0;
    const stopped = dysonTask(ensembles[2]!, {
      show: async () => {
        pieces += 1;
        throw abortError();
      },
      pause: async () => {},
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(pieces).toBe(1);
  });

  it("says in the engine's words what is no ensemble", async () => {
    await expect(densities({ kind: "wigner", variance: -1, law: "gaussian" })).rejects.toThrow(/variance/);
    await expect(densities({ kind: "chiral", ratio: 0 })).rejects.toThrow(/ratio/);
  });

  it("draws ensembles at the ends of what the controls allow", async () => {
    const ends: readonly Ensemble[] = [
      { kind: "wishart", ratio: 1, values: [1], weights: [1] },
      { kind: "wishart", ratio: 0.5, values: [0, 1], weights: [1, 1] },
      { kind: "separable", values: [0, 1], weights: [1, 1] },
      { kind: "separable", values: [0], weights: [1] },
      { kind: "profile", variances: [[0]], weights: [1] },
      { kind: "kronecker", mean: [[0]], coefficients: [[[0]], [[0]]] },
      { kind: "chiral", ratio: 1 },
    ];
    for (const ensemble of ends) {
      const { mass } = await wholeSpectrum(ensemble);
      expect(Math.abs(mass - 1)).toBeLessThan(0.02);
    }
  });
});
