/**
 * Theorem 4 of Tian et al. 2019, the reformulation in matrices, one group of nodes a region:
 *   F_alpha  = D_alpha o F_raw_alpha,  F_raw_alpha = sum over children P_ab F_beta W_ba,
 *   G~_beta  = D_beta o sum over parents P_ab^T G~_alpha W_ba^T,   G~ = diag(P(z)) G,
 *   dW_ba    = (P_ab F_beta)^T G~_alpha.
 * P_ab is m_alpha x m_beta with rows that sum to 1, W_ba n_beta x n_alpha, F, D and G~ m x n. (Eqns 57c and 58b print G_beta for
 * G_alpha.) dW is Delta W only where f_k and g_j are uncorrelated given z_alpha; that is no part of Theorem 2's conditions.
 */
import { domainError } from "../../../numeric/domain.js";
import { add, hadamard, type Matrix, multiply, transpose, zeros } from "../../../numeric/linearAlgebra/denseMatrix.js";
import {
  assertMatrix,
  assertNumbers,
  assertProbabilities,
  assertStochastic,
} from "../../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, list, matrix, optional, record, text, vector } from "../../../numeric/shape.js";
import { weighedByPriors } from "../groupBy.js";

/** The nodes with one receptive field. */
export interface MatrixGroup {
  readonly id: string;
  /** P(z), needed where `gradient` is given; sums to 1 within 1e-9. */
  readonly prior?: readonly number[];
  /** F of a group without children; it then has one. */
  readonly activation?: Matrix;
  /** D, m x n. Default: 1 where F_raw > 0, else 0; all ones for a group without children. */
  readonly gate?: Matrix;
  /** G of a group without parents, after its own gate; without it no backward pass is made through the group. */
  readonly gradient?: Matrix;
}

/** P_ab and W_ba between two groups. */
export interface MatrixLink {
  readonly parent: string;
  readonly child: string;
  readonly table: Matrix;
  readonly weights: Matrix;
}

export interface MatrixGroupResult {
  readonly id: string;
  /** F_raw; of a group without children, F. */
  readonly raw: Matrix;
  readonly gate: Matrix;
  readonly activation: Matrix;
  /** G~, null where no gradient arrives. */
  readonly gradient: Matrix | null;
}

export interface MatrixForm {
  /** Children before parents. */
  readonly groups: readonly MatrixGroupResult[];
  /** dW_ba of each link, in the given order; null where the parent has no gradient. */
  readonly updates: readonly (Matrix | null)[];
}

/**
 * Forward and backward through all groups. Groups may have several children and several parents, in any order. Zero sizes, ragged
 * rows, shapes that do not fit, tables whose rows do not sum to 1 (within 1e-9), circles and repeated links throw TheoryError.
 */
export function matrixForm(groups: readonly MatrixGroup[], links: readonly MatrixLink[]): MatrixForm {
  assertShapes(
    {
      groups: list(
        record({
          id: text,
          prior: optional(vector),
          activation: optional(matrix),
          gate: optional(matrix),
          gradient: optional(matrix),
        }),
      ),
      links: list(record({ parent: text, child: text, table: matrix, weights: matrix })),
    },
    { groups, links },
  );
  assertLinks(groups, links);
  const ordered = childrenFirst(groups, links);
  const forward = new Map<string, Omit<MatrixGroupResult, "gradient" | "id">>();
  for (const group of ordered) forward.set(group.id, forwardOf(group, links, forward));
  const gradients = new Map<string, Matrix | null>();
  for (const group of [...ordered].reverse()) {
    gradients.set(group.id, backwardOf(group, links, gradients, forward.get(group.id)!));
  }
  return {
    groups: ordered.map(({ id }) => ({ id, ...forward.get(id)!, gradient: gradients.get(id)! })),
    updates: links.map(({ parent, child, table }) => {
      const gradient = gradients.get(parent)!;
      const below = forward.get(child)!.activation;
      if (gradient === null) return null;
      return multiply(transpose(multiply(table, below)), gradient);
    }),
  };
}

function forwardOf(
  group: MatrixGroup,
  links: readonly MatrixLink[],
  done: ReadonlyMap<string, Omit<MatrixGroupResult, "gradient" | "id">>,
): Omit<MatrixGroupResult, "gradient" | "id"> {
  const below = links.filter(({ parent }) => parent === group.id);
  const first = below[0];
  if ((first === undefined) === (group.activation === undefined)) {
    const given = first === undefined ? "no activation and no children" : "an activation and children";
    throw domainError(`group ${group.id}`, given, "either of them", "The bottom groups have F, the others have links.");
  }
  let raw: Matrix;
  if (first === undefined) raw = assertMatrix(`activation of ${group.id}`, group.activation!);
  else {
    assertMatrix(`weights of ${group.id} <- ${first.child}`, first.weights);
    raw = zeros(first.table.length, first.weights[0]!.length);
    for (const { child, table, weights } of below) {
      const { activation } = done.get(child)!;
      const name = `${group.id} <- ${child}`;
      assertStochastic(`table of ${name}`, table, { rows: raw.length, columns: activation.length });
      assertMatrix(`weights of ${name}`, weights, { rows: activation[0]!.length, columns: raw[0]!.length });
      raw = add(raw, multiply(multiply(table, activation), weights));
    }
  }
  const open = raw.map((row) => row.map((value) => (first === undefined || value > 0 ? 1 : 0)));
  const shape = { rows: raw.length, columns: raw[0]!.length };
  const gate = group.gate === undefined ? open : assertMatrix(`gate of ${group.id}`, group.gate, shape);
  return { raw, gate, activation: first === undefined ? raw : hadamard(gate, raw) };
}

function backwardOf(
  group: MatrixGroup,
  links: readonly MatrixLink[],
  above: ReadonlyMap<string, Matrix | null>,
  { raw, gate }: Omit<MatrixGroupResult, "gradient" | "id">,
): Matrix | null {
  const readers = links.filter(({ child }) => child === group.id);
  if (readers.length > 0 && group.gradient !== undefined) {
    throw domainError(`gradient of ${group.id}`, "a matrix", "groups without parents", "Leave it out: it is computed.");
  }
  if (group.gradient !== undefined) {
    const shape = { rows: raw.length, columns: raw[0]!.length };
    const gradient = assertMatrix(`gradient of ${group.id}`, group.gradient, shape);
    if (group.prior === undefined) {
      throw domainError(
        `prior of ${group.id}`,
        "none",
        "P(z) of a group with a gradient",
        "G~ = diag(P(z)) G needs it.",
      );
    }
    assertNumbers(`prior of ${group.id}`, group.prior, raw.length);
    assertProbabilities(`prior of ${group.id}`, group.prior);
    return weighedByPriors(group.prior, gradient);
  }
  let sum: Matrix | null = null;
  for (const { parent, table, weights } of readers) {
    const gradient = above.get(parent)!;
    if (gradient === null) continue;
    const back = multiply(multiply(transpose(table), gradient), transpose(weights));
    sum = sum === null ? back : add(sum, back);
  }
  return sum === null ? null : hadamard(gate, sum);
}

function assertLinks(groups: readonly MatrixGroup[], links: readonly MatrixLink[]): void {
  const names = groups.map(({ id }) => id);
  if (names.length === 0 || new Set(names).size < names.length) {
    throw domainError("groups", names.join(", "), "at least one group, names that differ", "Rename or add groups.");
  }
  const seen = new Set<string>();
  for (const { parent, child } of links) {
    const unknown = [parent, child].find((id) => !names.includes(id));
    if (unknown !== undefined) throw domainError("links", unknown, `groups: ${names.join(", ")}`, "Add that group.");
    const key = JSON.stringify([parent, child]);
    if (seen.has(key)) throw domainError("links", `${child} -> ${parent}`, "one link a pair", "Add the two weights.");
    seen.add(key);
  }
}

function childrenFirst(groups: readonly MatrixGroup[], links: readonly MatrixLink[]): readonly MatrixGroup[] {
  const order: MatrixGroup[] = [];
  const waiting = new Set(groups);
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ id }) =>
      links.every(({ parent, child }) => parent !== id || ![...waiting].some((other) => other.id === child)),
    );
    if (ready.length === 0) {
      const left = [...waiting].map(({ id }) => id).join(", ");
      throw domainError("links", left, "links without circles", "No group may be below itself.");
    }
    for (const group of ready) {
      order.push(group);
      waiting.delete(group);
    }
  }
  return order;
}
