/** The ensembles that a file can describe: what belongs to each, its equation, and an example. */
import * as z from "zod";
import { matrix, number, vector } from "../../call/schemas.js";
import { deformedEquation } from "../../theory/landscape/dyson/deformedEquation.js";
import { type DysonEquation, dysonEquation } from "../../theory/landscape/dyson/dysonEquation.js";
import { empiricalEquation } from "../../theory/landscape/dyson/empiricalEquation.js";
import { chiralSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { kroneckerSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { literalSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { profileSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { scalarSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";
import { separableSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/separableSelfEnergy.js";
import { wignerSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/wignerSelfEnergy.js";
import type { SelfEnergy } from "../../theory/landscape/dyson/selfEnergy.js";

/** A matrix, or { "re", "im" } of a Hermitian one. */
const hermitian = z.union([matrix, z.strictObject({ re: matrix, im: matrix })], {
  error: 'a matrix, or {"re": matrix, "im": matrix}',
});
const range = z.strictObject({ from: number, to: number, points: z.int().min(2).max(100_000) });

/** What a file of any ensemble may say. */
export const shared = {
  ensemble: z.string(),
  energies: z
    .union([vector.max(100_000), range], { error: 'a list of energies, or {"from", "to", "points"}' })
    .optional(),
  eta: number.optional(),
  method: z.enum(["newton", "anderson", "averaged", "plain"]).optional(),
  tolerance: number.optional(),
  maxIterations: z.int().optional(),
};

export interface Ensemble {
  readonly schema: z.ZodObject;
  readonly equation: (given: never) => DysonEquation;
  /** The part of an example that is its own. */
  readonly example: object;
}

const schemaOf = <T extends z.ZodRawShape>(own: T) => z.strictObject({ ...shared, ...own });

function ensemble<T extends z.ZodRawShape>(
  own: T,
  equation: (given: z.output<z.ZodObject<T>>) => DysonEquation,
  example: z.input<z.ZodObject<T>>,
): Ensemble {
  return { schema: schemaOf(own), equation, example: example as object };
}

/** With a mean where one is given. */
const withMean = (S: SelfEnergy, mean: Parameters<typeof deformedEquation>[0] | undefined): DysonEquation =>
  dysonEquation(S, mean === undefined ? {} : { mean });

const mean = { mean: z.union([vector, hermitian], { error: "a list, or a matrix" }).optional() };

export const ensembles: Readonly<Record<string, Ensemble>> = {
  semicircle: ensemble({ variance: number.optional() }, ({ variance }) => dysonEquation(scalarSelfEnergy(variance)), {
    variance: 1,
  }),
  wigner: ensemble(
    { N: z.int(), offDiagonal: number.optional(), diagonal: number.optional() },
    ({ N, offDiagonal = 1, diagonal = 2 }) => dysonEquation(wignerSelfEnergy(N, { offDiagonal, diagonal })),
    { N: 5 },
  ),
  deformed: ensemble(
    {
      eigenvalues: vector.optional(),
      matrix: hermitian.optional(),
      weights: vector.optional(),
      variance: number.optional(),
    },
    ({ eigenvalues, matrix: A, weights, variance = 1 }) =>
      deformedEquation(A ?? eigenvalues ?? [0], weights === undefined ? { variance } : { variance, weights }),
    { eigenvalues: [2, -2, 0], weights: [0.2, 0.5, 0.3], variance: 0.5 },
  ),
  profile: ensemble(
    { variances: matrix, fractions: vector.optional(), ...mean },
    ({ variances, fractions, mean: A }) => withMean(profileSelfEnergy(variances, fractions), A),
    {
      variances: [
        [1, 0.2],
        [0.2, 0.5],
      ],
      fractions: [0.3, 0.7],
    },
  ),
  literal: ensemble(
    { variances: matrix, ...mean },
    ({ variances, mean: A }) => withMean(literalSelfEnergy(variances), A),
    {
      variances: [
        [2, 1],
        [1, 0.5],
      ],
      mean: [
        [0.5, 0.2],
        [0.2, -0.3],
      ],
    },
  ),
  kronecker: ensemble(
    { matrices: z.array(hermitian).min(1), ...mean },
    ({ matrices, mean: A }) => withMean(kroneckerSelfEnergy(matrices), A),
    {
      matrices: [
        [
          [1, 0.5],
          [0.5, -1],
        ],
        [
          [0, 1],
          [1, 0.3],
        ],
      ],
      mean: [
        [0.4, 0],
        [0, -0.2],
      ],
    },
  ),
  separable: ensemble({ D: hermitian, ...mean }, ({ D, mean: A }) => withMean(separableSelfEnergy(D), A), {
    D: [
      [1, 0.4],
      [0.4, 0.5],
    ],
    mean: [0.3, -0.3],
  }),
  chiral: ensemble({ ratio: number }, ({ ratio }) => dysonEquation(chiralSelfEnergy(ratio)), { ratio: 0.5 }),
  samples: ensemble({ samples: z.array(hermitian).min(2) }, ({ samples }) => empiricalEquation(samples), {
    samples: [
      [
        [1, 0.5],
        [0.5, -1],
      ],
      [
        [-1, 0.2],
        [0.2, 0.7],
      ],
      [
        [0.3, -1],
        [-1, 0],
      ],
    ],
  }),
};

export const ensembleNames: readonly string[] = Object.keys(ensembles);
