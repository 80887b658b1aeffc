import { numberField } from "../../address/field.js";

/** What a network has besides activation and batch size, as `BatchNormOptions` has it. */
export interface Setting {
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
}

/** Wider than the sliders reach: an address may ask for more. */
export const settingFields = {
  epsilon: numberField(0, { min: 0, max: 1e12 }),
  gamma: numberField(1, { min: -1e6, max: 1e6 }),
  beta: numberField(0, { min: -1e6, max: 1e6 }),
  variance: numberField(1, { min: 1e-12, max: 1e12 }),
};

interface SettingValues {
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly variance: number;
}

export const settingOf = ({ epsilon, gamma, beta, variance }: SettingValues): Setting => ({
  ...{ epsilon, gamma, beta, weightVariance: variance },
});
