import { choiceField, flagField, numberField, textField } from "../../address/field.js";

export const efforts = ["quick", "full"] as const;
export const LARGEST_SEED = 2 ** 32 - 1;

/** What is checked, and how. */
export const checkFields = {
  effort: choiceField("quick", efforts),
  check: numberField(1, { min: 0, max: LARGEST_SEED, integer: true }),
};

export const listFields = {
  text: textField(""),
  area: textField(""),
  kind: textField(""),
  proof: textField(""),
  errata: flagField(false),
  ...checkFields,
};
