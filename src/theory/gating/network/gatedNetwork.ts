import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import {
  assertShapes,
  finite,
  list,
  matrix,
  oneOf,
  optional,
  optionsOf,
  settingsOf,
  vector,
} from "../../../numeric/shape.js";

const MOST_LAYERS = 64;
const MOST_WIDTH = 8192;
const MOST_BETA = 1e6;

/** "relu": gates and experts share W. "dlgn": gates of a deep linear network W, experts U. "dlgn-pwc": experts read the all-ones vector. "dln": every gate is 1. */
export type GatedModel = "relu" | "dlgn" | "dlgn-pwc" | "dln";
export const gatedModels = ["relu", "dlgn", "dlgn-pwc", "dln"] as const satisfies readonly GatedModel[];

/** Whether the gates have weights of their own: in a DLGN and its piecewise constant form. */
export const isLinearlyGated = (model: string): boolean => model === "dlgn" || model === "dlgn-pwc";

export interface GatedWeights {
  /** W_1, ..., W_L; rows are neurons. A DLGN has gates from W_1, ..., W_(L-1) and needs no W_L: one that is given is not used. */
  readonly W: readonly Matrix[];
  /** U_1, ..., U_L, the experts of a DLGN. */
  readonly U?: readonly Matrix[] | undefined;
  /** Biases that go with W, a list a layer. Default none. */
  readonly b?: readonly (readonly number[])[] | undefined;
  /** Biases that go with U. Default none. */
  readonly c?: readonly (readonly number[])[] | undefined;
}

export interface GateOptions {
  /** Gates are sigmoid(beta eta) instead of steps; DLGN models only, 0 <= beta <= 1e6; at 0 every gate is 1/2. */
  readonly beta?: number | undefined;
  /** A step gate at a pre-activation of exactly 0: "open" (>=, Eqns. 2 and 4) or "closed" (>, the kernel's formula). Default "open". */
  readonly atZero?: "open" | "closed" | undefined;
}

/** A network as a mixture of path experts; frozen. */
export interface GatedNetwork {
  readonly model: GatedModel;
  /** Of the gates: L matrices, L - 1 for a DLGN. */
  readonly W: readonly Matrix[];
  readonly b: readonly (readonly number[])[] | null;
  /** Of the experts: L matrices; W itself for "relu" and "dln". */
  readonly U: readonly Matrix[];
  readonly c: readonly (readonly number[])[] | null;
  /** d, m_1, ..., m_(L-1), C. */
  readonly widths: readonly number[];
  /** Of soft gates; null for steps. */
  readonly beta: number | null;
  readonly atZero: "open" | "closed";
}

const given = {
  model: oneOf(...gatedModels),
  weights: settingsOf({
    W: list(matrix, 1),
    U: optional(list(matrix, 1)),
    b: optional(list(vector)),
    c: optional(list(vector)),
  }),
  options: optionsOf({ beta: finite, atZero: oneOf("open", "closed") }),
};

/**
 * A ReLU network, a deep linearly gated network (DLGN), its piecewise constant form or a deep linear network, from matrices whose rows are neurons:
 * W_1 is m_1 x d, W_l is m_l x m_(l-1), W_L is C x m_(L-1). Two to 64 layers, of 8192 nodes at most. Zero rows are allowed.
 * Source: sections 2.1 to 2.3, Table 1; biases, different widths and C outputs are ours.
 * @throws TheoryError "domain" for ragged or infinite entries, widths that do not chain, a DLGN without U, others with one, and soft gates of others.
 */
export function gatedNetwork(model: GatedModel, weights: GatedWeights, options: GateOptions = {}): GatedNetwork {
  assertShapes(given, { model, weights, options });
  const { beta, atZero = "open" } = options;
  const linearGates = isLinearlyGated(model);
  assertSoftness(linearGates, beta);
  assertExperts(linearGates, weights);
  const experts = linearGates ? weights.U! : weights.W;
  const name = linearGates ? "U" : "W";
  const widths = widthsOf(name, experts);
  const gating = linearGates ? gatingOf(weights.W, widths) : experts;
  const b = biasesOf("b", weights.b, widths, gating.length);
  const c = linearGates ? biasesOf("c", weights.c, widths, experts.length) : b;
  const U = copied(experts);
  const W = linearGates ? copied(gating) : U;
  return Object.freeze({ model, W, b, U, c, widths: Object.freeze(widths), beta: beta ?? null, atZero });
}

function assertSoftness(linearGates: boolean, beta: number | undefined): void {
  if (beta === undefined) return;
  if (!linearGates) throw domainError("beta", beta, "left out for relu and dln", "Soft gates belong to a DLGN.");
  if (!(beta >= 0 && beta <= MOST_BETA)) throw domainError("beta", beta, `0 <= beta <= ${MOST_BETA}`, "4 is usual.");
}

function assertExperts(linearGates: boolean, { U, c }: GatedWeights): void {
  if (linearGates && U === undefined) {
    throw domainError("U", "missing", "the experts' matrices", "A DLGN needs U_1, ..., U_L.");
  }
  if (!linearGates && (U !== undefined || c !== undefined)) {
    throw domainError(U === undefined ? "c" : "U", "a list", "left out", "relu and dln have W and b only.");
  }
}

/** W_1, ..., W_(L-1), checked against the experts' widths. */
function gatingOf(W: readonly Matrix[], widths: readonly number[]): readonly Matrix[] {
  const hidden = widths.length - 2;
  if (W.length !== hidden && W.length !== hidden + 1) {
    throw domainError("W.length", W.length, `${hidden} or ${hidden + 1}`, "Pass W_1, ..., W_(L-1).");
  }
  for (const [l, rows] of W.entries()) {
    assertMatrix(`W[${l}]`, rows, { rows: widths[l + 1], columns: widths[l] });
  }
  return W.slice(0, hidden);
}

function widthsOf(name: string, matrices: readonly Matrix[]): number[] {
  if (matrices.length < 2 || matrices.length > MOST_LAYERS) {
    const remedy = "Pass the weights of each layer, the output's too.";
    throw domainError(name, `${matrices.length} layers`, `2 to ${MOST_LAYERS} layers`, remedy);
  }
  const widths: number[] = [];
  for (const [l, rows] of matrices.entries()) {
    assertMatrix(`${name}[${l}]`, rows, l === 0 ? {} : { columns: widths[l] });
    if (Math.max(rows.length, rows[0].length) > MOST_WIDTH) {
      const size = `${rows.length} x ${rows[0].length}`;
      throw domainError(`${name}[${l}]`, size, `at most ${MOST_WIDTH} nodes a layer`, "Use fewer.");
    }
    if (l === 0) widths.push(rows[0].length);
    widths.push(rows.length);
  }
  return widths;
}

function biasesOf(
  name: "b" | "c",
  biases: readonly (readonly number[])[] | undefined,
  widths: readonly number[],
  layers: number,
): readonly (readonly number[])[] | null {
  if (biases === undefined) return null;
  // the last list of a DLGN's gates is not used, like W_L
  if (biases.length !== layers && biases.length !== widths.length - 1) {
    throw domainError(`${name}.length`, biases.length, `${layers} lists`, "Pass the biases of each layer.");
  }
  for (const [l, values] of biases.entries()) assertNumbers(`${name}[${l}]`, [...values], widths[l + 1]);
  return Object.freeze(biases.slice(0, layers).map((values) => Object.freeze([...values])));
}

const copied = (matrices: readonly Matrix[]): readonly Matrix[] =>
  Object.freeze(matrices.map((rows) => Object.freeze(rows.map((row) => Object.freeze([...row])))));
