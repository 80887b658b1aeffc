import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { having, type Shape } from "../../numeric/shape.js";

const shape: Shape = having("a GaussianStream", (value) => value instanceof GaussianStream);

/** Throws TheoryError "domain" for what is no stream. */
export const assertStream = (stream: GaussianStream): void => shape("stream", stream);
