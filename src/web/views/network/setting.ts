import type { BatchNormOptions } from "../../../theory/batchnorm/problem.js";

/** The network that theory and simulation are asked about. */
export interface NetworkSetting {
  readonly activation: string;
  readonly batch: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
}

export interface SimulatedSetting extends NetworkSetting {
  readonly width: number;
  readonly depth: number;
}

/** Without the size, which the theory does not know. */
export const theorySetting = ({
  activation,
  batch,
  epsilon,
  gamma,
  beta,
}: NetworkSetting): NetworkSetting & BatchNormOptions => ({ activation, batch, epsilon, gamma, beta });
