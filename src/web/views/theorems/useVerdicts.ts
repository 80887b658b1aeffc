import { useRef, useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import { remainingIds } from "./runSummary.js";
import type { CheckedVerdict, VerdictPiece, VerdictsQuestion } from "./verdicts.js";

export interface VerdictRun {
  readonly running: boolean;
  readonly error: Error | null;
  /** What was asked for last. */
  readonly question: VerdictsQuestion | null;
  /** Theorems of it that have their verdict. */
  readonly finished: readonly string[];
  /** The theorem under way: how much of it is done. */
  readonly current: { readonly id: string; readonly done: number; readonly expected: number } | null;
  start(question: VerdictsQuestion): void;
  /** What of the question has no verdict yet, as if it had not been stopped. */
  resume(): void;
  stop(): void;
}

/** A run of checks on the long engine; each verdict goes to `onVerdict` as it comes. */
export function useVerdicts(onVerdict: (checked: CheckedVerdict) => void): VerdictRun {
  const [question, setQuestion] = useState<VerdictsQuestion | null>(null);
  const [current, setCurrent] = useState<VerdictRun["current"]>(null);
  const [finished, setFinished] = useState<readonly string[]>([]);
  const listener = useRef(onVerdict);
  listener.current = onVerdict;
  const receive = (piece: VerdictPiece) => {
    if (piece.kind === "progress") {
      setCurrent(piece);
      return;
    }
    setCurrent(null);
    setFinished((before) => [...before, piece.checked.id]);
    listener.current(piece.checked);
  };
  const { running, error, start, stop } = useLongTask("verdicts", receive);
  const resume = () => {
    if (question === null) return;
    setCurrent(null);
    // the probability of error stays split among the statements of the whole run
    start({ ...question, ids: remainingIds(question, finished), among: question.ids });
  };
  return {
    ...{ running, error, question, finished, current, stop, resume },
    start(next) {
      setQuestion(next);
      setFinished([]);
      setCurrent(null);
      start(next);
    },
  };
}
