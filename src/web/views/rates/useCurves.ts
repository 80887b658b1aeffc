import { longEngine, quickEngine } from "../../engine/engines.js";
import { type Stream, type StreamOptions, useStream } from "../../engine/useStream.js";
import type { CurvesQuestion } from "./curvesTask.js";

/** Pieces are batch sizes. */
const ENOUGH = 33;
const SOON_ENOUGH = 6;
/** After so long a coarse curve is better than that of other knobs. Milliseconds. */
const SOON = 250;

const enough = (pieces: number, elapsed: number) => pieces >= ENOUGH || (elapsed > SOON && pieces >= SOON_ENOUGH);
const quick: StreamOptions = { engine: quickEngine, enough };
/** With epsilon a rate takes 20 milliseconds to a second: typing shall not wait for it. */
const slow: StreamOptions = { engine: longEngine, enough };

/** The curves of the newest knobs of which enough is known. */
export const useCurves = (question: CurvesQuestion): Stream<"curves"> =>
  useStream("curves", question, question.epsilon > 0 ? slow : quick);
