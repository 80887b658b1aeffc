/** Gating networks over the integers: every weight is read as the shortest decimal that names it, 0.1 as 1/10, and a layer has one denominator. */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { exactMatrix } from "../../../symbolic/exactMatrix.js";

const MOST_LAYERS = 64;
const MOST_WIDTH = 1024;
const MOST_INPUTS = 1024;

export interface ExactLayer {
  /** W_l times `denominator`: a row a neuron. */
  readonly weights: readonly (readonly bigint[])[];
  /** b_l times `denominator`. */
  readonly biases: readonly bigint[];
  /** Positive. */
  readonly denominator: bigint;
}

export interface ExactGates {
  readonly inputs: number;
  /** Hidden neurons a layer. */
  readonly widths: readonly number[];
  readonly layers: readonly ExactLayer[];
}

/**
 * The hidden layers W_1, ..., W_{L-1} (rows are neurons) with their biases, 0 where none are given. At most 64 layers of at most 1024 neurons and 1024 inputs.
 * @throws TheoryError "domain" for no layers, ragged or empty rows, entries that are not finite, widths that do not chain, biases that do not fit.
 */
export function exactGates(weights: readonly Matrix[], biases?: readonly (readonly number[])[]): ExactGates {
  if (weights.length > MOST_LAYERS) {
    throw domainError("weights", `${weights.length} layers`, `1 to ${MOST_LAYERS} hidden layers`, "Use fewer layers.");
  }
  if (biases !== undefined && biases.length !== weights.length) {
    const remedy = "Give the biases of every hidden layer.";
    throw domainError("biases.length", biases.length, `${weights.length}, one list a layer`, remedy);
  }
  const layers = weights.map((rows, l): ExactLayer => {
    assertMatrix(`weights[${l}]`, rows, l === 0 ? {} : { columns: weights[l - 1]!.length });
    if (rows.length > MOST_WIDTH || rows[0]!.length > MOST_INPUTS) {
      const size = `${rows.length} x ${rows[0]!.length}`;
      throw domainError(`weights[${l}]`, size, `at most ${MOST_WIDTH} x ${MOST_INPUTS}`, "Use fewer neurons.");
    }
    const own = biases?.[l] ?? rows.map(() => 0);
    assertNumbers(`biases[${l}]`, own, rows.length);
    const { integers, denominator } = exactMatrix(rows.map((row, i) => [...row, own[i]!]));
    const inputs = rows[0]!.length;
    return {
      weights: integers.map((row) => row.slice(0, inputs)),
      biases: integers.map((row) => row[inputs]!),
      denominator,
    };
  });
  return { inputs: weights[0]![0]!.length, widths: weights.map((rows) => rows.length), layers };
}

/** Throws TheoryError "domain" unless the network has two inputs. */
export function assertPlane({ inputs }: ExactGates): void {
  if (inputs === 2) return;
  throw domainError("weights[0][0].length", inputs, "2: regions of the plane", "Use networks with two inputs.");
}
