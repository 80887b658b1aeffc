/** All tasks, each with the code that answers it, loaded when first asked. */
import type { AnswerOf, PieceOf, QuestionOf } from "./task.js";

export const tasks = {
  converge: () => import("../views/fixedPoint/convergeTask.js").then(({ convergeTask }) => convergeTask),
  spectrum: () => import("../views/fixedPoint/spectrumTask.js").then(({ spectrumTask }) => spectrumTask),
  transition: () => import("../views/fixedPoint/transitionTask.js").then(({ transitionTask }) => transitionTask),
  facts: () => import("../views/activations/factsTask.js").then(({ factsTask }) => factsTask),
  curves: () => import("../views/rates/curvesTask.js").then(({ curvesTask }) => curvesTask),
  dyson: () => import("../views/matrices/dysonTask.js").then(({ dysonTask }) => dysonTask),
  eigenvalues: () => import("../views/matrices/eigenvaluesTask.js").then(({ eigenvaluesTask }) => eigenvaluesTask),
  wholeSpectrum: () =>
    import("../views/matrices/wholeSpectrumTask.js").then(({ wholeSpectrumTask }) => wholeSpectrumTask),
  hessian: () => import("../views/matrices/hessianTask.js").then(({ hessianTask }) => hessianTask),
  gatesLook: () => import("../views/gates/gatesLookTask.js").then(({ gatesLookTask }) => gatesLookTask),
  factors: () => import("../views/ladders/factorsTask.js").then(({ factorsTask }) => factorsTask),
  ladders: () => import("../views/ladders/laddersTask.js").then(({ laddersTask }) => laddersTask),
  moveStudents: () => import("../views/teachers/moveStudentsTask.js").then(({ moveStudentsTask }) => moveStudentsTask),
  trainCircle: () => import("../views/gates/trainCircleTask.js").then(({ trainCircleTask }) => trainCircleTask),
  formula: () => import("../views/activations/formulaTask.js").then(({ formulaTask }) => formulaTask),
  knobs: () => import("../views/knobs/knobsTask.js").then(({ knobsTask }) => knobsTask),
  portrait: () => import("../views/activations/portraitTask.js").then(({ portraitTask }) => portraitTask),
  rates: () => import("../views/rates/ratesTask.js").then(({ ratesTask }) => ratesTask),
  reached: () => import("../views/rates/reachedTask.js").then(({ reachedTask }) => reachedTask),
  networkTheory: () =>
    import("../views/network/networkTheoryTask.js").then(({ networkTheoryTask }) => networkTheoryTask),
  simulate: () => import("../views/network/simulateTask.js").then(({ simulateTask }) => simulateTask),
  errata: () => import("../views/theorems/errataTask.js").then(({ errataTask }) => errataTask),
  sides: () => import("../views/theorems/sidesTask.js").then(({ sidesTask }) => sidesTask),
  statement: () => import("../views/theorems/statementTask.js").then(({ statementTask }) => statementTask),
  steps: () => import("../views/theorems/stepsTask.js").then(({ stepsTask }) => stepsTask),
  theorems: () => import("../views/theorems/theoremsTask.js").then(({ theoremsTask }) => theoremsTask),
  verdicts: () => import("../views/theorems/verdictsTask.js").then(({ verdictsTask }) => verdictsTask),
} as const;

/** What tasks load by themselves in some browsers. */
export const extras = [
  async () => {
    if ("gpu" in navigator) await import("../views/network/webgpuBackend.js");
  },
] as const;

export type TaskName = keyof typeof tasks;
type Loaded<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

export type Question<Name extends TaskName> = QuestionOf<Loaded<Name>>;
export type Answer<Name extends TaskName> = AnswerOf<Loaded<Name>>;
export type Piece<Name extends TaskName> = PieceOf<Loaded<Name>>;
