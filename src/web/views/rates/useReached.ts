import { useRef, useState } from "preact/hooks";
import type { DynamicsResult } from "../../../theory/batchnorm/results/dynamicsResult.js";
import { useLongTask } from "../../engine/useLongTask.js";
import type { ReachedQuestion } from "./reachedTask.js";

export interface Reached {
  readonly running: boolean;
  readonly error: Error | null;
  /** What is done at the moment; "" when nothing runs. */
  readonly progress: string;
  /** Of those activations that have been followed, in the order of the question. */
  readonly results: readonly { readonly activation: string; readonly result: DynamicsResult }[];
  /** Follows those that have no result yet. */
  start(): void;
  stop(): void;
}

/** What has been found stays while the page is open: a slider that comes back finds it again. */
const MOST_KEPT = 200;

/** Where networks of this setting go, on request. */
export function useReached(question: ReachedQuestion): Reached {
  const [found, setFound] = useState<ReadonlyMap<string, DynamicsResult>>(new Map());
  const [progress, setProgress] = useState("");
  const asked = useRef(question);
  const { activations, ...rest } = question;
  const keyOf = (activation: string, { activations: _, ...setting }: ReachedQuestion) =>
    JSON.stringify([activation, setting]);

  const task = useLongTask("reached", (piece) => {
    const activation = asked.current.activations[piece.index]!;
    if (piece.kind === "layer") {
      const groups = piece.groups === null ? "" : `, groups of ${piece.groups.join(" and ")}`;
      setProgress(`${activation}: layer ${piece.layer}${groups}`);
      return;
    }
    const key = keyOf(activation, asked.current);
    setFound((before) => new Map([...[...before].slice(-MOST_KEPT), [key, piece.result]]));
  });

  const results = activations.flatMap((activation) => {
    const result = found.get(keyOf(activation, question));
    return result === undefined ? [] : [{ activation, result }];
  });
  const start = () => {
    const open = activations.filter((activation) => !found.has(keyOf(activation, question)));
    asked.current = { ...rest, activations: [...new Set(open)] };
    setProgress("starting …");
    task.start(asked.current);
  };
  return {
    ...{ running: task.running, error: task.error, results, start, stop: task.stop },
    progress: task.running ? progress : "",
  };
}
