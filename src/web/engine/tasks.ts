/** All tasks, each with the code that answers it, loaded when first asked. */
import type { AnswerOf, PieceOf, QuestionOf } from "./task.js";

export const tasks = {
  facts: () => import("../views/activations/factsTask.js").then(({ factsTask }) => factsTask),
  rates: () => import("../views/rates/ratesTask.js").then(({ ratesTask }) => ratesTask),
} as const;

export type TaskName = keyof typeof tasks;
type Loaded<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

export type Question<Name extends TaskName> = QuestionOf<Loaded<Name>>;
export type Answer<Name extends TaskName> = AnswerOf<Loaded<Name>>;
export type Piece<Name extends TaskName> = PieceOf<Loaded<Name>>;
