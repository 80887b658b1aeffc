import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";

export interface Expressibility {
  /** m: combinations of the leaves' events, the events of alpha. */
  readonly events: number;
  /** Rank of the concatenation [P_1 P_2 ...]: 1 + sum (m_beta - 1). */
  readonly linearRank: number;
  /** min_W ||F - I||_F^2 of a linear layer: m - rank. */
  readonly linearLoss: number;
  /** The same of a ReLU layer with biases: 0. */
  readonly reluLoss: 0;
  /** Whether every single table P_beta is all-vert: only where each tells all m events apart. */
  readonly eachChildAllVertices: boolean;
  /** Whether the concatenation is: always, since a row of zeros and ones is a vertex of the cube and no two rows are equal. */
  readonly concatenationAllVertices: true;
}

/**
 * What one layer can express on a lossless ladder: z_alpha is the list of all its leaves' events, every table is 0/1, F_beta = I.
 *
 * leafEvents: m_beta of each leaf, integers from 1 up, with a product up to 2^53. For n binary leaves a linear layer loses 2^n - n - 1 and a ReLU layer nothing.
 * Exact. Source: Theorem 6 of the ladder paper. Ours: the closed form, and that the paper's hypothesis (each P_beta all-vert) fails here for two leaves and more.
 * @throws TheoryError "domain".
 */
export function expressibility(leafEvents: readonly number[]): Expressibility {
  const events = assertCounts(leafEvents, Number.MAX_SAFE_INTEGER);
  const linearRank = leafEvents.reduce((sum, count) => sum + count - 1, 1);
  return {
    events,
    linearRank,
    linearLoss: events - linearRank,
    reluLoss: 0,
    eachChildAllVertices: leafEvents.every((count) => count === events),
    concatenationAllVertices: true,
  };
}

export interface LosslessLayer {
  /** P_beta, m x m_beta, 0/1: row after row the combinations in lexicographic order, the first leaf most significant. */
  readonly tables: readonly Matrix[];
  /** Separators in whole numbers: W_beta = P_beta^T. Node i counts the leaves on which two combinations agree. */
  readonly weights: readonly Matrix[];
  /** 1 - number of leaves, for every node: ReLU(sum P_beta W_beta + 1 b^T) = I. */
  readonly biases: readonly number[];
}

/** The tables of that layer and weights with which ReLU makes F = I, exactly. At most 1024 events. @throws TheoryError "domain". */
export function losslessLayer(leafEvents: readonly number[]): LosslessLayer {
  const events = assertCounts(leafEvents, 1024);
  let below = events;
  const tables = leafEvents.map((count) => {
    below /= count;
    const block = below;
    return Array.from({ length: events }, (_, row) =>
      Array.from({ length: count }, (__, z) => Number(Math.floor(row / block) % count === z)),
    );
  });
  return {
    tables,
    weights: tables.map((table) => table[0]!.map((_, z) => table.map((row) => row[z]!))),
    biases: new Array<number>(events).fill(1 - leafEvents.length),
  };
}

function assertCounts(leafEvents: readonly number[], most: number): number {
  if (!Array.isArray(leafEvents) || leafEvents.length === 0) {
    throw domainError("leafEvents", "no leaves", "at least one leaf", "Pass the number of events of each leaf.");
  }
  let product = 1;
  for (const [b, count] of leafEvents.entries()) {
    if (!Number.isInteger(count) || count < 1) {
      throw domainError(`leafEvents[${b}]`, count, "an integer from 1 up", "A leaf has at least one event.");
    }
    product *= count;
    if (product > most) {
      throw domainError("leafEvents", `${leafEvents.join(", ")}`, `a product of at most ${most}`, "Pass fewer leaves.");
    }
  }
  return product;
}
