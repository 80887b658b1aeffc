import { varianceOf } from "../../simulation/statistics/mean.js";
import { judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Study, Variant } from "../experiment.js";
import type { Mark, Panel } from "../plot.js";
import { rounded } from "../statistics.js";
import { assertAgreement, type Compared, compare, comparedCells, comparedColumns } from "./compared.js";
import { drawNetworks } from "./drawNetworks.js";
import { atWidths } from "./growthStudy.js";
import { theoryAt } from "./networkPoint.js";

export interface Figure1aResult {
  /** Backward eigenvalues of the neurons of a network, means over its upper layers. */
  readonly G: number;
  readonly L: number;
}

const spaces = ["G", "L"] as const;

const settings: Readonly<
  Record<Effort, { batches: readonly number[]; widths: readonly [number, number]; depth: number }>
> = {
  quick: { batches: [4, 5, 6, 8, 10, 12, 16, 24, 32, 48, 64, 100], widths: [125, 250], depth: 8 },
  full: { batches: [4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 50, 64, 80, 100], widths: [500, 1000], depth: 10 },
};
/** Layers at the input that are left out. */
const SKIPPED = 3;
/** Below it the variance of the simulated eigenvalue is infinite: E |y|^-4 over chi of B-1 degrees diverges. */
const SMALLEST = 6;

const pointOf = ({ batch }: Variant) => ({ activation: "relu", batch: batch! });

const study: Study<Figure1aResult> = {
  id: "batchnorm-figure-1a",
  settings: (effort) => ({ activation: "relu", depth: settings[effort].depth, skipped: SKIPPED }),
  async run(job, context) {
    const { depth } = settings[context.effort];
    const size = { width: job.variant.width!, depth };
    const [sample] = await drawNetworks(pointOf(job.variant), size, job, context, { recording: { jacobian: true } });
    const of = (space: "G" | "L") => {
      const layers = sample!.jacobian![space].slice(SKIPPED);
      return rounded(layers.reduce((sum, value) => sum + value, 0) / layers.length, 7);
    };
    return { G: of("G"), L: of("L") };
  },
};

interface Group extends Record<(typeof spaces)[number], Compared> {
  readonly batch: number;
  /** Standard deviations at the largest width. */
  readonly deviation: Readonly<Record<(typeof spaces)[number], number>>;
}

function groupsOf(finished: readonly Finished<Figure1aResult>[], effort: Effort): readonly Group[] {
  const { batches, widths } = settings[effort];
  return batches.flatMap((batch): Group[] => {
    const found = byVariant(finished, atWidths([{ batch }], widths));
    if (found.length === 0) return [];
    const { backward } = theoryAt(pointOf({ batch }));
    const of = (space: "G" | "L") =>
      compare(
        `${space}, B = ${batch}`,
        backward[space]!,
        found.map(({ variant, results }) => ({ width: variant.width!, values: results.map((each) => each[space]) })),
      );
    const last = found.at(-1)!.results;
    const spread = (space: "G" | "L") => {
      const values = last.map((each) => each[space]);
      return values.length < 2 ? 0 : Math.sqrt(varianceOf(values, values.reduce((a, b) => a + b, 0) / values.length));
    };
    return [{ batch, G: of("G"), L: of("L"), deviation: { G: spread("G"), L: spread("L") } }];
  });
}

const marksOf = (groups: readonly Group[]): readonly Mark[] =>
  spaces.flatMap((space, colour): Mark[] => {
    const simulated = groups.map(({ batch, deviation, [space]: { widths } }) => {
      return { batch, value: widths.at(-1)!.measured.value, deviation: deviation[space] };
    });
    return [
      {
        ...{ kind: "band", colour },
        points: simulated.map(({ batch, value, deviation }) => [batch, value - deviation, value + deviation]),
      },
      {
        ...{ kind: "line", colour, label: `${space}, simulated` },
        points: simulated.map(({ batch, value }) => [batch, value]),
      },
      {
        ...{ kind: "line", colour: "ink", dash: "dashed", width: 1.25 },
        // last in the legend
        ...(space === "L" && { label: "theory" }),
        points: groups.map(({ batch, [space]: { theory } }) => [batch, theory.value]),
      },
    ];
  });

const panelOf = (groups: readonly Group[]): Panel => ({
  title: "",
  x: { label: "batch size B", domain: [0, 100] },
  y: { label: "eigenvalue", domain: [1.2, 3.2] },
  marks: marksOf(groups),
});

function summarise(finished: readonly Finished<Figure1aResult>[], effort: Effort): Findings {
  const width = settings[effort].widths[1];
  const groups = groupsOf(finished, effort);
  const { assertions, notes } = judged(
    groups.length === 0
      ? []
      : [
          assertAgreement(
            `theory and simulation agree at B >= ${SMALLEST}, extrapolated to infinite width`,
            groups.filter(({ batch }) => batch >= SMALLEST).flatMap(({ G, L }) => [G, L]),
          ),
        ],
  );
  return {
    tables: spaces.map((space) => ({
      title: `backward eigenvalue on ${space}, ReLU`,
      columns: ["B", ...comparedColumns(width)],
      rows: groups.map((group) => [group.batch, ...comparedCells(group[space])]),
    })),
    plots: [
      {
        title: "Backward eigenvalues of ReLU networks against the batch size",
        caption: `Dashed: theory at infinite width. Lines: simulated networks of width ${width}, with bands of one standard deviation over the networks. Below B = ${SMALLEST} the simulated numbers have infinite variance.`,
        columns: 1,
        panels: groups.length === 0 ? [] : [panelOf(groups)],
      },
    ],
    assertions,
    notes:
      groups.length === 0
        ? notes
        : [
            ...notes,
            "At B = 4 and 5 the simulated eigenvalues have infinite variance (the mean of 1/|y|^4 over B - 1 dimensions diverges): they are shown and not asserted.",
          ],
  };
}

export const figure1a: Experiment<Figure1aResult> = Object.freeze({
  id: "batchnorm/figure-1a",
  title: "The backward eigenvalues of ReLU networks, theory and simulation",
  paper:
    "Figure 1a: eigenvalues on G and L against the batch size, 200 networks of width 1000. Here the simulated numbers are also extrapolated to infinite width.",
  cost: { quick: "6 s", full: "about 4 min" },
  study,
  seeds: { quick: 20, full: 200 },
  variants: (effort: Effort) =>
    atWidths(
      settings[effort].batches.map((batch) => ({ batch })),
      settings[effort].widths,
    ),
  summarise,
});
