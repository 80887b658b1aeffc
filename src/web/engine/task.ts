/** One thing that the page asks the engine: a pure function of plain data, that may show pieces on the way and stops between them. */
export interface TaskContext<Piece> {
  /** Shows a piece of the answer, and lets a request to stop come in: rejects with an AbortError then. */
  show(piece: Piece): Promise<void>;
  /** Lets a request to stop come in, without showing anything. */
  pause(): Promise<void>;
}

export type Task<Question, Answer, Piece = never> = (
  question: Question,
  context: TaskContext<Piece>,
) => Answer | Promise<Answer>;

export type QuestionOf<T> = T extends Task<infer Question, infer _Answer, infer _Piece> ? Question : never;
export type AnswerOf<T> = T extends (...given: never[]) => infer Answer ? Awaited<Answer> : never;
export type PieceOf<T> = T extends (question: never, context: TaskContext<infer Piece>) => unknown ? Piece : never;

/** What a stopped task rejects with. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

export function abortError(): Error {
  const error = new Error("stopped");
  error.name = "AbortError";
  return error;
}
