import type { Task, TaskContext } from "../../../src/web/engine/task.js";

/** Runs a task and keeps what it shows; with `stopAfter` it is stopped after so many pieces. */
export async function collect<Question, Answer, Piece>(
  task: Task<Question, Answer, Piece>,
  question: Question,
  stopAfter = Infinity,
): Promise<{ readonly pieces: readonly Piece[]; readonly answer: Answer | null }> {
  const pieces: Piece[] = [];
  const stop = new Error("stopped");
  const pause = async () => {
    if (pieces.length >= stopAfter) throw stop;
  };
  const context: TaskContext<Piece> = {
    pause,
    show: (piece) => {
      pieces.push(piece);
      return pause();
    },
  };
  try {
    return { pieces, answer: await task(question, context) };
  } catch (error) {
    if (error !== stop) throw error;
    return { pieces, answer: null };
  }
}
