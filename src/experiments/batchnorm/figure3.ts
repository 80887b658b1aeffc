import { trainNormalised } from "../../simulation/normalised/trainNormalised.js";
import { type Claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Study, Variant } from "../experiment.js";
import { imagesText } from "../images/imagesText.js";
import { halved, splitImages } from "../images/prepareImages.js";
import type { Line, Panel, Plot } from "../plot.js";
import { mean, rounded } from "../statistics.js";
import { stopped } from "../stopped.js";
import { logRate, theoryAt } from "./networkPoint.js";

/** Norms before each step, by layer from the lowest; layers have the weights W_2 .. W_depth, which are of one shape. */
export interface Figure3Result {
  readonly weights: readonly (readonly number[])[];
  /** Of the loss by the pre-activations H_2 .. H_depth. */
  readonly preActivations: readonly (readonly number[])[];
  readonly weightGradients: readonly (readonly number[])[];
  /** What was trained on, in words. */
  readonly data: string;
}

const kinds = ["weights", "preActivations", "weightGradients"] as const;
type Kind = (typeof kinds)[number];

const names: Readonly<Record<Kind, string>> = {
  weights: "weights",
  preActivations: "gradient, pre-activations",
  weightGradients: "gradient, weights",
};

const scales: Readonly<Record<Effort, { width: number; batch: number; depths: readonly number[] }>> = {
  quick: { width: 96, batch: 32, depths: [10, 20, 40] },
  full: { width: 384, batch: 128, depths: [10, 30, 50] },
};
const EPSILON = 1e-3;
const STEPS = 10;
const RATE = 0.05;

const norm = (values: Float64Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

const study: Study<Figure3Result> = {
  id: "batchnorm-figure-3",
  settings: (effort) => ({ ...scales[effort], epsilon: EPSILON, steps: STEPS, rate: RATE }),
  async run({ variant, seed }, { effort, images, signal, onProgress }) {
    const { width, batch } = scales[effort];
    const depth = variant.depth!;
    const small = halved(images!);
    const { training, trainingLabels } = splitImages(small);
    const settings = { inputs: small.dimension, outputs: small.classes, width, depth, epsilon: EPSILON };
    const found: Record<Kind, number[][]> = { weights: [], preActivations: [], weightGradients: [] };
    const { steps } = await trainNormalised(
      { ...settings, gamma: 1, beta: 0 },
      { inputs: training, labels: trainingLabels },
      {
        ...{ batch, steps: STEPS + 1, rate: RATE, seed },
        ...(signal && { signal }),
        async onStep(step, weights, gradients) {
          const hidden = (matrices: readonly Float64Array[]) =>
            matrices.slice(1, depth).map((matrix) => rounded(norm(matrix)));
          found.weights.push(hidden(weights));
          found.weightGradients.push(hidden(gradients.weights));
          found.preActivations.push(gradients.squares.slice(1).map((square) => rounded(Math.sqrt(square))));
          await onProgress?.((step + 1) / (STEPS + 1));
        },
      },
    );
    if (signal?.aborted && steps <= STEPS) throw stopped();
    return { ...found, data: imagesText(small) };
  },
};

const variantsOf = (effort: Effort): readonly Variant[] => scales[effort].depths.map((depth) => ({ depth }));

interface Group {
  readonly depth: number;
  readonly results: readonly Figure3Result[];
}

/** Geometric means over the seeds, of one kind before one step. */
const profileOf = ({ results }: Group, kind: Kind, step: number): readonly number[] =>
  results[0]![kind][step]!.map((_, l) =>
    Math.exp(mean(results.map((result) => Math.log(Math.max(1e-30, result[kind][step]![l]!))))),
  );

const stepsOf = ({ results }: Group): number => Math.min(...results.map(({ weights }) => weights.length));

/** ln of the square at the lowest layer over that at the top, a layer. */
function slopeOf(group: Group, kind: Kind, step: number): number {
  const profile = profileOf(group, kind, step);
  return (2 * Math.log(profile[0]! / profile.at(-1)!)) / (profile.length - 1);
}

/** Whole powers of ten around all values of a kind: its panels are then compared at a glance. */
function domainOf(groups: readonly Group[], kind: Kind): readonly [number, number] {
  const values = groups.flatMap((group) =>
    Array.from({ length: stepsOf(group) }, (_, step) => profileOf(group, kind, step)).flat(),
  );
  return [
    10 ** Math.floor(Math.log10(Math.min(...values)) - 1e-9),
    10 ** Math.ceil(Math.log10(Math.max(...values)) + 1e-9),
  ];
}

function panelOf(group: Group, kind: Kind, domain: readonly [number, number]): Panel {
  const count = stepsOf(group);
  const lines = Array.from({ length: count }, (_, step): Line => {
    const ends = step === 0 || step === count - 1;
    const points = profileOf(group, kind, step).map((value, l) => [l + 2, value] as const);
    return {
      ...{ kind: "line", colour: { ramp: step / STEPS }, width: 1.25, points },
      ...(ends && { label: step === 0 ? "at the start" : `after ${step} steps` }),
    };
  });
  return {
    title: `depth ${group.depth}`,
    x: { label: "layer", domain: [2, group.depth] },
    y: { label: names[kind], scale: "log", domain },
    marks: lines,
  };
}

/** Of ln(rate): networks of a hundred neurons, on images whose covariance is not that of the fixed point. */
const NEAR = 0.1;

/** Growth that is no explosion any longer, as a part of that before the first step. */
const CALM = 0.25;

function claimsOf(groups: readonly Group[], effort: Effort): readonly Claim[] {
  const deepest = groups.at(-1);
  if (deepest === undefined || stepsOf(deepest) < 2) return [];
  const predicted = logRate(theoryAt({ activation: "relu", batch: scales[effort].batch, epsilon: EPSILON }))!.value;
  const start = slopeOf(deepest, "preActivations", 0);
  const after = slopeOf(deepest, "preActivations", stepsOf(deepest) - 1);
  const [before, grown] = [0, 1].map((step) => slopeOf(deepest, "weights", step)) as [number, number];
  return [
    {
      says: `before the first step gradients explode at the predicted rate within ${100 * NEAR} %`,
      holds: Math.abs(start / predicted - 1) < NEAR,
      detail: `ln of the square a layer ${rounded(start, 3)}, theory ${rounded(predicted, 3)}`,
    },
    {
      says: "one step makes the norm of the weights grow exponentially towards the input",
      holds: Math.abs(before) < 0.02 && grown > 0.1,
      detail: `ln of the square a layer ${rounded(before, 2)} before, ${rounded(grown, 2)} after`,
    },
    {
      says: `at depth ${deepest.depth} gradients then grow less than ${CALM} times as fast as before`,
      holds: after < CALM * start,
      detail: `ln of the square a layer ${rounded(after, 2)} after ${stepsOf(deepest) - 1} steps`,
    },
  ];
}

const plotOf = (groups: readonly Group[], effort: Effort): Omit<Plot, "metadata"> => ({
  title: "Gradients in the first ten steps of training (small version)",
  caption: `Frobenius norms by layer, ReLU networks of width ${scales[effort].width} on ${groups[0]?.results[0]?.data ?? "images"}, batches of ${scales[effort].batch}, rate ${RATE}, before each of the first steps.`,
  columns: 3,
  panels: kinds.flatMap((kind) => groups.map((group) => panelOf(group, kind, domainOf(groups, kind)))),
});

function summarise(finished: readonly Finished<Figure3Result>[], effort: Effort): Findings {
  const groups = byVariant(finished, variantsOf(effort)).map(
    ({ variant, results }): Group => ({ depth: variant.depth!, results }),
  );
  const { assertions, notes } = judged(claimsOf(groups, effort));
  return {
    tables: [
      {
        title: "growth of squared norms a layer, downwards: ln of the lowest over the top layer",
        columns: ["depth", "step", ...kinds.map((kind) => names[kind])],
        rows: groups.flatMap((group) =>
          [0, 1, 2, 5, 10]
            .filter((step) => step < stepsOf(group))
            .map((step) => [group.depth, step, ...kinds.map((kind) => rounded(slopeOf(group, kind, step), 3))]),
        ),
      },
    ],
    plots: [plotOf(groups, effort)],
    assertions,
    notes,
  };
}

export const figure3: Experiment<Figure3Result> = Object.freeze({
  id: "batchnorm/figure-3",
  title: "Ten steps of training stop the explosion of gradients in deep networks (small version)",
  paper:
    "Figure 3: norms of weights and gradients by layer in the first ten steps. The paper prints neither rate nor batch size; those here are chosen.",
  cost: { quick: "3 s", full: "about 2 min" },
  needsImages: "MNIST",
  study,
  seeds: { quick: 2, full: 2 },
  variants: variantsOf,
  summarise,
});
