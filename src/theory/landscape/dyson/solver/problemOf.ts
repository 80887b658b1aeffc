import type { DysonEquation } from "../dysonEquation.js";
import { diagonalProblem } from "./diagonalProblem.js";
import { matrixProblem } from "./matrixProblem.js";
import type { DysonProblem } from "./problem.js";

export const problemOf = (equation: DysonEquation): DysonProblem =>
  equation.selfEnergy.structure === "diagonal" ? diagonalProblem(equation) : matrixProblem(equation);
