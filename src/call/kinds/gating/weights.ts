/** Inputs of the kinds of this area. */
import * as z from "zod";
import { matrix, number, vector } from "../../schemas.js";

export const gatingWeights = z.array(matrix).min(1).describe("W_1, ..., W_L, rows are neurons; ReLU and gates.");
export const expertWeights = z.array(matrix).min(1).describe("U_1, ..., U_L of the DLGN's experts.");
export const gatingBiases = z.array(vector).describe("Biases that go with W, a list a layer; default none.");
export const expertBiases = z.array(vector).describe("Biases that go with U; default none.");
export const steepness = number.describe("beta of the soft gates sigmoid(beta eta).");
