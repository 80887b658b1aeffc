/** Inputs of the kinds about regions of the plane. */
import * as z from "zod";
import { matrix, number, vector } from "../../schemas.js";

export const hiddenWeights = z
  .array(matrix)
  .min(1)
  .describe("W_1, ..., W_(L-1), rows are neurons; W_1 has two columns.");
export const hiddenBiases = z.array(vector).describe("Biases of the hidden layers; default none.");
export const square = z.tuple([number, number]).describe("[low, high] of the square [low, high]^2; default [-1, 1].");
export const fraction = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('Exact: "-3/4", "2".');
/** What the library calls the inputs. */
export const planeNames = { weights: "W", biases: "b", path: "path_zero_based" };
