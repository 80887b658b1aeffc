import { choiceField, flagField, numberField, type ValuesOf } from "../../address/field.js";
import type { MoveSetting } from "./moveStudentsTask.js";

export const limits = {
  teachers: { min: 1, max: 6, integer: true },
  students: { min: 1, max: 30, integer: true },
  outputs: { min: 1, max: 5, integer: true },
  polarity: { min: 0, max: 2 },
  scale: { min: 1e-3, max: 1 },
  batch: { min: 1, max: 256, integer: true },
  rate: { min: 1e-3, max: 0.2 },
  steps: { min: 100, max: 20_000, integer: true },
} as const;

/** What the address of the view says. */
export const teachersFields = {
  teachers: numberField(3, limits.teachers),
  students: numberField(9, limits.students),
  outputs: numberField(3, limits.outputs),
  polarity: numberField(1, limits.polarity),
  scale: numberField(0.02, limits.scale),
  gradient: choiceField<MoveSetting["gradient"]>("samples", ["samples", "population"]),
  batch: numberField(16, limits.batch),
  rate: numberField(0.05, limits.rate),
  steps: numberField(3000, limits.steps),
  seed: numberField(3, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
  /** That is looked at; Infinity: the last one. */
  step: numberField(Infinity, { min: 0, max: Infinity, integer: true }),
  /** Whether the flow is drawn. */
  flow: flagField(true),
};

export type TeachersValues = ValuesOf<typeof teachersFields>;

export function settingOf(values: TeachersValues): MoveSetting {
  const { teachers, students, outputs, polarity, scale, gradient, batch, rate, steps, seed } = values;
  return { teachers, students, outputs, polarity, scale, gradient, batch, rate, steps, seed };
}
