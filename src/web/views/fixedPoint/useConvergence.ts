import { useEffect, useRef, useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import type { ConvergePiece, ConvergeQuestion, MappedLayer } from "./convergeTask.js";

/** A batch through the layers, as far as it is known. */
export interface Series {
  readonly batch: number;
  readonly start: Float64Array;
  readonly sampled: readonly Float64Array[];
  /** Layer l at index l-1. */
  readonly layers: readonly MappedLayer[];
}

export interface Convergence {
  /** Of an earlier question until the present one has its first layers. */
  readonly series: Series | null;
  readonly running: boolean;
  readonly settled: number | null;
  readonly error: Error | null;
  stop(): void;
  restart(): void;
}

/** A question that changes as a slider moves is asked when it rests. Milliseconds. */
const REST = 60;

/** Follows the batch of a question, and begins anew when it changes. `null`: nothing is followed. */
export function useConvergence(question: ConvergeQuestion | null): Convergence {
  const key = question === null ? null : JSON.stringify(question);
  const [series, setSeries] = useState<Series | null>(null);
  const [tries, setTries] = useState(0);
  const current = useRef<Series | null>(null);
  const hear = (piece: ConvergePiece) => {
    if (piece.kind === "start") {
      const { covariance, sampled } = piece;
      current.current = { batch: Math.sqrt(covariance.length), start: covariance, sampled, layers: [] };
    } else if (current.current !== null) {
      current.current = { ...current.current, layers: [...current.current.layers, ...piece.layers] };
      setSeries(current.current);
    }
  };
  const { running, answer, error, start, stop } = useLongTask("converge", hear);
  useEffect(() => {
    if (question === null) return stop();
    const timer = setTimeout(() => start(question), REST);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [key, tries]);
  return {
    ...{ series, running, error, settled: answer?.settled ?? null, stop },
    restart: () => setTries((before) => before + 1),
  };
}
