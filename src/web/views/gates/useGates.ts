import type { TaskState } from "../../engine/useTask.js";
import { type CircleNetwork, type CircleRecord, kindWords, readPath } from "./circleNetwork.js";
import { type GatesValues, networksOf } from "./gatesFields.js";
import type { GatesLook } from "./gatesLookTask.js";
import type { TrainedNetwork } from "./gatesReport.js";
import type { NamedLook } from "./lookPlots.js";
import { useLook } from "./useLook.js";
import { type Training, useTraining } from "./useTraining.js";

export interface Gates {
  /** One network or two; what follows is in their order. */
  readonly networks: readonly CircleNetwork[];
  readonly runs: readonly Training[];
  readonly trained: readonly TrainedNetwork[];
  /** Where all networks have been. */
  readonly epochs: readonly number[];
  /** The epoch that is looked at. */
  readonly at: number;
  readonly found: readonly TaskState<GatesLook>[];
  readonly looks: readonly NamedLook[];
  /** The path in the address is none of these networks. */
  readonly wrongPath: boolean;
}

/** The record of an epoch, or of the last one before it. */
const recordAt = (records: readonly CircleRecord[], epoch: number): CircleRecord | null =>
  records.filter((record) => record.epoch <= epoch).at(-1) ?? records[0] ?? null;

const questionOf = (network: CircleNetwork | undefined, { epochs, seed }: GatesValues) =>
  network === undefined ? null : { ...network, epochs, seed };

/** Trains the networks of the address, and looks at one epoch of them. */
export function useGates(values: GatesValues, paused: boolean): Gates {
  const { path, depth } = values;
  const networks = networksOf(values);
  const [one, other] = networks;
  const runs = [useTraining(questionOf(one, values), paused), useTraining(questionOf(other, values), paused)].slice(
    0,
    networks.length,
  );
  const reached = Math.min(...runs.map(({ records }) => records.at(-1)?.epoch ?? -1));
  const shared = runs[0]!.records.filter(({ epoch }) => epoch <= reached);
  const at = recordAt(shared, values.epoch)?.epoch ?? 0;
  const chosen = path === "" ? null : readPath(path, values);
  const records = runs.map((run) => recordAt(run.records, at));
  const found = [
    useLook(one ?? null, records[0] ?? null, values, chosen),
    useLook(other ?? null, records[1] ?? null, values, chosen),
  ].slice(0, networks.length);
  const looks = found.flatMap(({ answer }, index): NamedLook[] => {
    const { kind } = networks[index]!;
    // the answer to an earlier question may be about another network
    if (answer === null || answer.kind !== kind || answer.path.length !== depth) return [];
    return [{ name: kindWords[kind], index, look: answer }];
  });
  return {
    ...{ networks, runs, found, looks, at },
    epochs: shared.map(({ epoch }) => epoch),
    trained: networks.map((network, k) => ({ name: kindWords[network.kind], network, records: runs[k]!.records })),
    wrongPath: path !== "" && chosen === null,
  };
}
