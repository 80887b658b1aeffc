/** The shapes of what this room's functions are given: see numeric/shape.ts. */
import { madeBy, type Shape } from "../../../numeric/shape.js";

export const selfEnergyShape: Shape = madeBy("a builder of self-energies", "apply", "structure", "weights", "norm");
export const equationShape: Shape = madeBy("dysonEquation", "selfEnergy", "mean", "meanRange");
