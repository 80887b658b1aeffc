import type { Activation } from "../symbolic/activation/activation.js";
import type { Parameters, Values } from "../theorems/domain.js";

export type ParameterValue = number | string | Activation | readonly number[] | readonly (readonly number[])[];

/** A value for each parameter, whatever the parameters are. */
export type Point = Readonly<Record<string, ParameterValue>>;

export const valuesAt = <P extends Parameters>(point: Point): Values<P> => point as Values<P>;
