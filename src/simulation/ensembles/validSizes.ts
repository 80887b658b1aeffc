import { assertInteger } from "../../numeric/domain.js";

/** Of matrices: eigenvalues of the largest take a minute. */
export const LARGEST_SIZE = 4096;

/** Throws TheoryError "domain" for a size that is no integer from 1 to 4096. */
export const assertSize = (parameter: string, size: number): void => assertInteger(parameter, size, 1, LARGEST_SIZE);
