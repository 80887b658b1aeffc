import { choiceField, flagField, numberField, textField, type ValuesOf } from "../../address/field.js";
import { LARGEST_BATCH, SMALLEST_BATCH } from "./parseMatrix.js";
import { pastedField } from "./pastedField.js";
import { LARGEST_ALPHA, SMALLEST_ALPHA } from "./power.js";
import { type StartKind, startKinds } from "./startKinds.js";

export const fixedPointFields = {
  family: choiceField("own", ["own", "power"]),
  activation: textField("relu"),
  alpha: numberField(1.3, { min: SMALLEST_ALPHA, max: LARGEST_ALPHA }),
  batch: numberField(8, { min: SMALLEST_BATCH, max: LARGEST_BATCH, integer: true }),
  start: choiceField<StartKind>("random", startKinds),
  data: pastedField,
  layers: numberField(60, { min: 1, max: 400, integer: true }),
  layer: numberField(3, { min: 0, max: 400, integer: true }),
  width: numberField(1000, { min: 16, max: 10_000, integer: true }),
  seed: numberField(1, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
  sorted: flagField(true),
  epsilon: numberField(0, { min: 0, max: 1e12 }),
  gamma: numberField(1, { min: -1e6, max: 1e6 }),
  beta: numberField(0, { min: -1e6, max: 1e6 }),
};

export type FixedPointValues = ValuesOf<typeof fixedPointFields>;
