import { type TaskState, useTask } from "../../engine/useTask.js";
import type { CircleNetwork, CircleRecord } from "./circleNetwork.js";
import type { GatesValues } from "./gatesFields.js";
import type { GatesLook } from "./gatesLookTask.js";

/** What a network looks like at a record. `null`: nothing is asked. */
export const useLook = (
  network: CircleNetwork | null,
  record: CircleRecord | null,
  { kernel, angle }: Pick<GatesValues, "kernel" | "angle">,
  path: readonly number[] | null,
): TaskState<GatesLook> =>
  useTask(
    "gatesLook",
    network === null || record === null
      ? null
      : {
          ...{ kind: network.kind, epoch: record.epoch, beta: network.beta },
          ...{ weights: record.weights, kernel, angle, path },
        },
  );
