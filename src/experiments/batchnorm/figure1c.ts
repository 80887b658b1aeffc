import { dynamics } from "../../theory/batchnorm/dynamics/dynamics.js";
import { type Claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished } from "../experiment.js";
import type { Mark } from "../plot.js";
import { mean, rounded } from "../statistics.js";
import {
  activationOf,
  BATCH,
  criticalDegree,
  entriesOf,
  spreadOf,
  type TransitionResult,
  transitionSettings,
  transitionStudy,
  transitionVariants,
} from "./transitionStudy.js";

const kinds = ["diagonal", "offDiagonal"] as const;
type Kind = (typeof kinds)[number];
type ByKind<T> = Readonly<Record<Kind, T>>;

const names: ByKind<string> = { diagonal: "diagonal", offDiagonal: "off the diagonal" };

interface Group {
  readonly degree: number;
  /** Of each network: the variance of the entries over the batch. */
  readonly variances: ByKind<readonly number[]>;
  /** Of each network: the variance of the diagonal over the square of its mean. */
  readonly relative: readonly number[];
  /** The same variances where the batch of one path goes, at infinite width; null where it goes to no two groups. */
  readonly predicted: ByKind<number> | null;
}

/** Of a covariance with two groups of samples. */
function predictedFor(degree: number): ByKind<number> | null {
  const { attractor } = dynamics({ activation: activationOf(degree), batch: BATCH });
  if (attractor === null) return null;
  const { sizes, covariance } = attractor;
  const groups = sizes.flatMap((size, group) => Array.from({ length: size }, () => group as 0 | 1));
  const rows = groups.map((a, i) =>
    groups.map((b, j) =>
      i === j ? covariance.diagonal[a].value : a === b ? covariance.offDiagonal[a].value : covariance.between.value,
    ),
  );
  const { diagonal, offDiagonal } = entriesOf({ covariance: rows });
  return { diagonal: spreadOf(diagonal), offDiagonal: spreadOf(offDiagonal) };
}

function groupsOf(finished: readonly Finished<TransitionResult>[], effort: Effort): readonly Group[] {
  const critical = criticalDegree();
  return byVariant(finished, transitionVariants(effort)).map(({ variant, results }): Group => {
    const degree = variant.degree!;
    const entries = results.map(entriesOf);
    return {
      degree,
      variances: {
        diagonal: entries.map(({ diagonal }) => spreadOf(diagonal)),
        offDiagonal: entries.map(({ offDiagonal }) => spreadOf(offDiagonal)),
      },
      relative: entries.map(({ diagonal }) => spreadOf(diagonal) / mean(diagonal) ** 2),
      predicted: degree > critical ? predictedFor(degree) : null,
    };
  });
}

function marksOf(groups: readonly Group[]): readonly Mark[] {
  const lines = kinds.flatMap((kind, colour): Mark[] => [
    {
      ...{ kind: "band", colour },
      points: groups.map(({ degree, variances: { [kind]: v } }) => [degree, Math.min(...v), Math.max(...v)]),
    },
    {
      ...{ kind: "line", colour, label: `${names[kind]}, simulated` },
      points: groups.map(({ degree, variances: { [kind]: v } }) => [degree, mean(v)]),
    },
    {
      ...{ kind: "points", colour, symbol: "diamond", size: 8, label: `${names[kind]}, theory of two groups` },
      points: groups.flatMap(({ degree, predicted }) => (predicted === null ? [] : [[degree, predicted[kind]]])),
    },
  ]);
  const critical = criticalDegree();
  return [
    ...lines,
    {
      ...{ kind: "line", colour: "ink", dash: "dashed", width: 1.25, label: "transition, theory" },
      points: [
        [critical, 1e-5],
        [critical, 100],
      ],
    },
  ];
}

/** Relative variances of the diagonal: far below the transition they are of order 1/N, far above of order 1. */
const SYMMETRIC = 0.25;
const BROKEN = 0.5;
/** Degrees so near to alpha_c are not judged: there fluctuations live for hundreds of layers. */
const NEAR = 0.15;

function claimsOf(groups: readonly Group[]): readonly Claim[] {
  const critical = criticalDegree();
  const [below, above] = [-1, 1].map((side) => groups.filter(({ degree }) => side * (degree - critical) >= NEAR));
  const listed = (some: readonly Group[]) =>
    some.map(({ degree, relative }) => `${degree}: ${rounded(mean(relative), 2)}`).join(", ");
  return [
    ...(below!.length === 0
      ? []
      : [
          {
            says: `the samples of a batch stay alike for degrees below ${rounded(critical - NEAR, 3)}: relative variance of the diagonal below ${SYMMETRIC}`,
            holds: below!.every(({ relative }) => mean(relative) < SYMMETRIC),
            detail: listed(below!),
          },
        ]),
    ...(above!.length === 0
      ? []
      : [
          {
            says: `they part for degrees above ${rounded(critical + NEAR, 3)}: above ${BROKEN}`,
            holds: above!.every(({ relative }) => mean(relative) > BROKEN),
            detail: listed(above!),
          },
        ]),
  ];
}

function summarise(finished: readonly Finished<TransitionResult>[], effort: Effort): Findings {
  const { width, depth } = transitionSettings(effort);
  const groups = groupsOf(finished, effort);
  const { assertions, notes } = judged(claimsOf(groups));
  return {
    tables: [
      {
        title: `variance over the entries of the covariance in layer ${depth + 1}, mean over the networks, max(x, 0)^degree, B = ${BATCH}; theory: of the groups into which one path parts`,
        columns: ["degree", "diagonal", "its theory", "off it", "theory off it", "relative", "networks"],
        rows: groups.map(({ degree, variances, predicted, relative }) => [
          degree,
          ...kinds.flatMap((kind) => [
            rounded(mean(variances[kind]), 3),
            predicted === null ? null : rounded(predicted[kind], 3),
          ]),
          rounded(mean(relative), 3),
          relative.length,
        ]),
      },
    ],
    plots: [
      {
        title: "Where the symmetry of the batch breaks",
        caption: `Variance over the entries of the covariance in layer ${depth + 1} of networks of width ${width} with max(x, 0)^α and B = ${BATCH}: mean over the networks, and band from the smallest to the largest. Dashed: the degree at which BSB1 loses its stability. Diamonds: theory of the two groups into which one path parts.`,
        columns: 1,
        panels:
          groups.length === 0
            ? []
            : [
                {
                  title: "",
                  x: { label: "degree α" },
                  y: { label: "variance of entries", scale: "log", domain: [1e-5, 100] },
                  marks: marksOf(groups),
                },
              ],
      },
    ],
    assertions,
    notes,
  };
}

export const figure1c: Experiment<TransitionResult> = Object.freeze({
  id: "batchnorm/figure-1c",
  title: "The symmetry of the batch breaks at the predicted degree of the activation",
  paper:
    "Figure 1c: empirical variance of the covariance's diagonal and off-diagonal entries against the degree alpha, B = 10. Layers are ours.",
  cost: { quick: "4 s", full: "about 4 min" },
  study: transitionStudy,
  seeds: { quick: 6, full: 50 },
  variants: transitionVariants,
  summarise,
});
