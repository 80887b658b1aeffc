import type { EntryLaw } from "../../../simulation/ensembles/entryLaw.js";
import type { LossName } from "../../../theory/landscape/hessian/pointLoss.js";
import { choiceField, flagField, numberField, type ValuesOf } from "../../address/field.js";
import { type Atoms, type Ensemble, type EnsembleKind, ensembleKinds, lawChoices } from "./ensemble.js";
import { fitted } from "./fitted.js";
import { listField, matrixField } from "./numbersFields.js";

/** Blocks, atoms and rows at most. */
export const MOST_BLOCKS = 4;
export const MOST_SIZE = 600;
export const MOST_SAMPLES = 2000;

const most = MOST_BLOCKS;
const variances = { min: 0, max: 1e4, most };
const anything = { min: -1e4, max: 1e4, most };
const weights = { min: 1e-3, max: 1e3, most };

/** What the address of the view says. */
export const matricesFields = {
  ensemble: choiceField<EnsembleKind>("deformed", ensembleKinds),
  /** Of the semicircle. */
  variance: numberField(1, { min: 1e-3, max: 1e4 }),
  law: choiceField<EntryLaw>("gaussian", lawChoices),
  eigenvalues: listField([1.5, -1.5], anything),
  eigenweights: listField([0.5, 0.5], weights),
  profile: matrixField(
    [
      [1, 0.2],
      [0.2, 0.5],
    ],
    variances,
  ),
  blocks: listField([0.3, 0.7], weights),
  rows: listField([0.3, 1.5], variances),
  rowweights: listField([0.5, 0.5], weights),
  mean: matrixField(
    [
      [0.4, 0],
      [0, -0.2],
    ],
    anything,
  ),
  first: matrixField(
    [
      [1, 0.5],
      [0.5, -1],
    ],
    anything,
  ),
  second: matrixField(
    [
      [0, 1],
      [1, 0.3],
    ],
    anything,
  ),
  ratio: numberField(0.5, { min: 0.15, max: 20 }),
  population: listField([1], variances),
  populationweights: listField([1], weights),
  size: numberField(200, { min: 4, max: MOST_SIZE, integer: true }),
  samples: numberField(100, { min: 1, max: MOST_SAMPLES, integer: true }),
  /** Whether the panel of Hessians is open; width, layers, data and loss are its own. */
  hessian: flagField(false),
  width: numberField(8, { min: 2, max: 12, integer: true }),
  layers: numberField(3, { min: 1, max: 4, integer: true }),
  data: numberField(100, { min: 1, max: 500, integer: true }),
  loss: choiceField<LossName>("hinge", ["hinge", "abs", "squared", "logistic"]),
  seed: numberField(1, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
};

export type MatricesValues = ValuesOf<typeof matricesFields>;

/** An address may give another number of weights than of values: they are cut, or filled with 1. */
const weighed = (given: readonly number[], count: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => given[k] ?? 1);

const atoms = (values: readonly number[], given: readonly number[]): Atoms => ({
  values,
  weights: weighed(given, values.length),
});

export function ensembleOf(values: MatricesValues): Ensemble {
  const { variance, law, ratio, mean } = values;
  switch (values.ensemble) {
    case "wigner":
      return { kind: "wigner", variance, law };
    case "deformed":
      return { kind: "deformed", variance, ...atoms(values.eigenvalues, values.eigenweights) };
    case "profile":
      return { kind: "profile", variances: values.profile, weights: weighed(values.blocks, values.profile.length) };
    case "separable":
      return { kind: "separable", ...atoms(values.rows, values.rowweights) };
    case "kronecker":
      return {
        kind: "kronecker",
        mean,
        coefficients: [values.first, values.second].map((A) => fitted(A, mean.length)),
      };
    case "chiral":
      return { kind: "chiral", ratio };
    case "wishart":
      return { kind: "wishart", ratio, ...atoms(values.population, values.populationweights) };
    case "centred-wishart":
      return { kind: "centred-wishart", ratio };
  }
}
