import type { CircleNetwork, CircleRecord } from "../../../../src/web/views/gates/circleNetwork.js";
import { type TrainCircleQuestion, trainCircleTask } from "../../../../src/web/views/gates/trainCircleTask.js";

export const small: CircleNetwork = { kind: "dlgn", beta: 4, width: 6, depth: 3, frequencies: "slow on top" };

/** All that a training shows, and what it answers. */
export async function trained(question: TrainCircleQuestion) {
  const records: CircleRecord[] = [];
  const answer = await trainCircleTask(question, {
    show: async (record) => {
      records.push(record);
    },
    pause: async () => {},
  });
  return { records, answer };
}
