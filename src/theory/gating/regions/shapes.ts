/** The shapes of what functions about regions are given. */
import { list, matrix, oneOf, optionsOf, pairShape, type Shape, vector } from "../../../numeric/shape.js";

const biases = list(vector);

/** W_1, ..., W_{L-1}. */
export const layersShape: Shape = list(matrix, 1);

export const biasOptions: Shape = optionsOf({ biases });
export const boxOptions: Shape = optionsOf({ biases, box: pairShape });
export const intervalOptions: Shape = optionsOf({ biases, interval: pairShape });
export const patternOptions: Shape = optionsOf({ biases, box: pairShape, gates: oneOf("relu", "linear") });
