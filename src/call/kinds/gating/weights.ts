/** Inputs of the kinds of this area. */
import * as z from "zod";
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { matrix, number, vector } from "../../schemas.js";

export const gatingWeights = z.array(matrix).min(1).describe("W_1, ..., W_L, rows are neurons; ReLU and gates.");
export const expertWeights = z.array(matrix).min(1).describe("U_1, ..., U_L of the DLGN's experts.");
export const gatingBiases = z.array(vector).describe("Biases that go with W, a list a layer; default none.");
export const expertBiases = z.array(vector).describe("Biases that go with U; default none.");
/** The kinds answer one number a point: several outputs would be dropped in silence. */
export function assertOneOutput(name: "W" | "U", matrices: readonly Matrix[] | undefined): void {
  const rows = matrices?.at(-1)?.length ?? 1;
  if (rows === 1) return;
  const place = `${name}[${matrices!.length - 1}].length`;
  throw domainError(place, rows, "1, the output layer's row", "Pass the rows of several outputs one at a time.");
}

export const steepness = number.describe("beta of the soft gates sigmoid(beta eta).");
