/** A network on one atom by the recursion of Eqn 1, downwards for f and upwards for g, one node at a time. */
import type { Targets } from "../../../theory/ladder/network/backwardPass.js";
import type { LocallyConnectedNetwork } from "../../../theory/ladder/network/network.js";

export interface AtomRecursion {
  /** f_raw, f' and f. */
  activity(id: string): { readonly raw: number; readonly gate: number; readonly value: number };
  /** g_raw and g, the negative gradient. */
  gradient(id: string): { readonly raw: number; readonly value: number };
}

/** Each number is made once. */
export function atomRecursion(
  { ladder, nodes }: LocallyConnectedNetwork,
  targets: Targets,
  atom: number,
): AtomRecursion {
  const named = new Map(nodes.map((node) => [node.id, node]));
  const known = new Map<string, { readonly raw: number; readonly gate: number; readonly value: number }>();
  const received = new Map<string, { readonly raw: number; readonly value: number }>();
  const activity = (id: string): { readonly raw: number; readonly gate: number; readonly value: number } => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const node = named.get(id)!;
    const raw =
      node.kind === "input"
        ? node.raw[ladder.regions.find((region) => region.id === node.region)!.content[atom]!]!
        : node.inputs.reduce((sum, { node: below, weight }) => sum + weight * activity(below).value, 0);
    const gate = node.gate === "linear" || raw > 0 ? 1 : 0;
    const made = { raw, gate, value: gate === 1 ? raw : 0 };
    known.set(id, made);
    return made;
  };
  const gradient = (id: string): { readonly raw: number; readonly value: number } => {
    const found = received.get(id);
    if (found !== undefined) return found;
    let raw = id in targets ? targets[id]![atom]! - activity(id).value : 0;
    for (const reader of nodes) {
      if (reader.kind === "input") continue;
      for (const { node: below, weight } of reader.inputs) if (below === id) raw += weight * gradient(reader.id).value;
    }
    const made = { raw, value: activity(id).gate === 1 ? raw : 0 };
    received.set(id, made);
    return made;
  };
  return { activity, gradient };
}
