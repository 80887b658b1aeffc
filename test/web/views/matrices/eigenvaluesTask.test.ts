import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { eigenvalueHistogram } from "../../../../src/simulation/ensembles/eigenvalueHistogram.js";
import { spectrumOf } from "../../../../src/simulation/ensembles/spectrumOf.js";
import { abortError } from "../../../../src/web/engine/task.js";
import {
  type EigenvaluesQuestion,
  eigenvaluesTask,
  type SampledSpectrum,
} from "../../../../src/web/views/matrices/eigenvaluesTask.js";
import { apportioned } from "../../../../src/web/views/matrices/ensemble.js";
import { sampleEnsemble } from "../../../../src/web/views/matrices/sampleEnsemble.js";
import { ensembles, sampled, wholeSpectrum } from "./support.js";

async function questionOf(index: number, change: Partial<EigenvaluesQuestion> = {}): Promise<EigenvaluesQuestion> {
  const ensemble = ensembles[index]!;
  const { expected } = await wholeSpectrum(ensemble, change.size ?? 40);
  return { ensemble, size: 40, samples: 12, seed: 5, expected, from: null, ...change };
}

const eigenvaluesOf = ({ ensemble, size, samples, seed }: EigenvaluesQuestion) =>
  Array.from({ length: samples }, (_, sample) =>
    spectrumOf(sampleEnsemble(ensemble, size, new GaussianStream({ seed, sample, draw: 0 }))),
  );

describe("eigenvaluesTask", () => {
  it.each(ensembles.map((ensemble, index) => [ensemble.kind, index] as const))(
    "counts what eigenvalueHistogram counts: %s",
    async (_, index) => {
      const question = await questionOf(index);
      const answer = await sampled(question);
      const { edges } = question.expected;
      const histogram = eigenvalueHistogram(eigenvaluesOf(question), edges);
      expect(answer.samples).toBe(12);
      for (const [k, bin] of answer.bins.entries()) {
        expect(bin.share).toBeCloseTo(histogram.shares[k]!, 12);
        expect(bin.standardError).toBeCloseTo(histogram.standardErrors[k]!, 12);
        expect([bin.low, bin.high]).toEqual([edges[k], edges[k + 1]]);
      }
      expect(answer.outside).toBeCloseTo(histogram.outside, 12);
      const all = eigenvaluesOf(question).flatMap((own) => Array.from(own));
      expect(answer.least).toBe(Math.min(...all));
      expect(answer.greatest).toBe(Math.max(...all));
      expect(answer.moments[1]!.mean).toBeCloseTo(all.reduce((sum, x) => sum + x * x, 0) / all.length, 10);
    },
  );

  it.each(ensembles.slice(0, 8).map((ensemble, index) => [ensemble.kind, index] as const))(
    "finds samples near the density: %s",
    async (_, index) => {
      const answer = await sampled(await questionOf(index, { size: 60, samples: 24 }));
      const { bins, distance, halfDistance, betweenHalves, moments } = answer;
      expect(bins.reduce((sum, { mass }) => sum + mass, 0)).toBeCloseTo(1, 6);
      expect(halfDistance!).toBeLessThan(2 * betweenHalves!);
      expect(distance).toBeLessThan(0.15);
      // order 1/N, a few of it, besides chance
      const square = moments[1]!;
      expect(Math.abs(square.mean / square.theory - 1)).toBeLessThan(
        4 / 60 + (5 * square.standardError) / square.theory,
      );
    },
  );

  it("finds that X X^T/n - I does not follow the equation of its covariance", async () => {
    const answer = await sampled(await questionOf(8, { size: 60, samples: 24 }));
    expect(answer.halfDistance!).toBeGreaterThan(2 * answer.betweenHalves!);
  });

  it("puts an atom at 0 into the middle of a bin", async () => {
    for (const index of [5, 6]) {
      const answer = await sampled(await questionOf(index));
      const bin = answer.bins.find(({ low, high }) => low < 0 && high > 0)!;
      expect(Math.abs(bin.low + bin.high)).toBeLessThan(1e-12);
      // (1 - r)/(1 + r) of chiral matrices, 1 - 1/r of Wishart's; 40 rows round the ratio
      expect(bin.mass).toBeGreaterThan((index === 5 ? 1 / 3 : 0.5) - 1e-9);
      expect(bin.mass).toBeLessThan(0.6);
      expect(Math.abs(bin.share - bin.mass)).toBeLessThan(0.05);
    }
  });

  it("continues where it stopped, with the same bits", async () => {
    const whole = await sampled(await questionOf(3, { samples: 9 }));
    const first = await sampled(await questionOf(3, { samples: 4 }));
    const rest = await sampled(await questionOf(3, { samples: 9, from: first.sums }));
    expect(rest).toEqual(whole);
    const other = await sampled(await questionOf(3, { samples: 9, seed: 6 }));
    expect(other.bins).not.toEqual(whole.bins);
  });

  it("keeps what it has shown when it is stopped", async () => {
    const pieces: SampledSpectrum[] = [];
    const stopped = eigenvaluesTask(await questionOf(0, { samples: 1000 }), {
      show: async (piece) => {
        pieces.push(structuredClone(piece));
        throw abortError();
      },
      pause: async () => {},
    });
    await expect(stopped).rejects.toThrow("stopped");
    const resumed = await sampled(await questionOf(0, { samples: 6, from: pieces[0]!.sums }));
    expect(resumed).toEqual(await sampled(await questionOf(0, { samples: 6 })));
  });

  it("has no errors for one matrix, and no halves", async () => {
    const answer = await sampled(await questionOf(0, { samples: 1 }));
    expect(answer.bins[0]!.standardError).toBe(Infinity);
    expect(answer).toMatchObject({ halfDistance: null, betweenHalves: null });
  });
});

describe("apportioned", () => {
  it("shares out all of it, by weight, and leaves none out", () => {
    expect(apportioned([0.3, 0.7], 10)).toEqual([3, 7]);
    expect(apportioned([1, 1, 1], 10).reduce((a, b) => a + b, 0)).toBe(10);
    expect(apportioned([0.001, 1, 1000], 4)).toEqual([1, 1, 2]);
    expect(apportioned([1000, 0.001, 0.001, 0.001], 4)).toEqual([1, 1, 1, 1]);
    for (let total = 4; total < 40; total++) {
      const counts = apportioned([0.01, 0.5, 0.2, 0.9], total);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(total);
      expect(Math.min(...counts)).toBeGreaterThan(0);
    }
  });
});
