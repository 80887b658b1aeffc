/** The shapes of what this area's functions are given: see numeric/shape.ts. */
import { having, list, madeBy, mapOf, numbers, oneOf, record, type Shape, text, vector } from "../../numeric/shape.js";

export const ladderShape: Shape = madeBy("a ladder's builder (ladderFromAtoms and others)", "weights", "regions");
/** A Region of a ladder, not its name. */
export const regionShape: Shape = having("a Region: regionOf(ladder, name) has it", (value) => {
  return (
    typeof value === "object" && value !== null && Object.isFrozen(value) && "contents" in value && "event" in value
  );
});
export const networkShape: Shape = madeBy("locallyConnectedNetwork", "ladder", "nodes");

const sameLength = (a: unknown, b: unknown) =>
  a instanceof Float64Array && b instanceof Float64Array && a.length === b.length;
/** What forwardPass returns for that network. */
export const activityShape: Shape = mapOf(
  having("the activity of a node, as forwardPass returns it", (value) => {
    const { raw, gate, activation } = (value ?? {}) as Record<string, unknown>;
    return sameLength(raw, gate) && sameLength(raw, activation);
  }),
);
export const gradientsShape: Shape = mapOf(
  having("the gradient of a node, as backwardPass returns it", (value) => {
    const { raw, gradient } = (value ?? {}) as Record<string, unknown>;
    return sameLength(raw, gradient);
  }),
);

const isNumber = (value: unknown) => typeof value === "number";
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1e7;
/** Groups 0 to count - 1, none of them empty. */
export const groupingShape: Shape = having("groups {of, count}: byEvent(region) or byContent(region)", (value) => {
  if (typeof value !== "object" || value === null) return false;
  const { of, count } = value as { of?: unknown; count?: unknown };
  if (!Array.isArray(of) || !isCount(count)) return false;
  // of a region: checked by its builder
  if (Object.isFrozen(of)) return true;
  const seen = new Uint8Array(count as number);
  let left = count as number;
  for (const group of of) {
    if (!isCount(group) || group >= (count as number)) return false;
    if (seen[group] === 0) left -= 1;
    seen[group] = 1;
  }
  return left === 0;
});

export const counts: Shape = list(having("a whole number from 0 up", isCount), 1);
const child = { tables: list(list(vector, 1), 1), activations: list(vector), sizes: counts };
export const childShape: Shape = record(child);
export const weightedChildShape: Shape = record({ ...child, weights: list(vector) });
export const factorisedShape: Shape = record({ ...child, marginals: list(vector) });
export const trainedShape: Shape = record({ ...child, marginals: list(vector), target: list(vector) });
export const vectors: Shape = list(vector, 1);
export const layerShape: Shape = record({ X: list(vector, 1), V: list(vector, 1), Y: list(vector, 1) });
export const regionSpecShape: Shape = record({
  id: text,
  pixels: list(having("the index of a pixel", isNumber)),
  children: having(
    "a list of names",
    (value) => value === undefined || (Array.isArray(value) && value.every((id) => typeof id === "string")),
  ),
  labels: having(
    'a label for each atom, a function, or "content"',
    (value) => typeof value === "function" || value === "content" || Array.isArray(value),
  ),
});
export const nestingShape: Shape = oneOf("nested", "content", "stochastic");
/** Targets by the name of the output node. */
export const targetsShape: Shape = (parameter, value) => {
  record({})(parameter, value);
  for (const [name, target] of Object.entries(value as object))
    having("a list of numbers", (value) => Array.isArray(value) || value instanceof Float64Array)(
      `${parameter}.${name}`,
      target,
    );
};
export const nodeShape: Shape = (parameter, value) => {
  record({ kind: oneOf("input", "inner"), id: text, region: text, gate: oneOf("relu", "linear") })(parameter, value);
  if ((value as { kind: string }).kind === "input") record({ raw: numbers })(parameter, value);
  else record({ inputs: list(record({ node: text, weight: having("a number", isNumber) })) })(parameter, value);
};
