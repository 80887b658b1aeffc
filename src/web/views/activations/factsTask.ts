import type { ActivationFacts } from "../../../symbolic/activation/activation.js";
import { activation } from "../../../symbolic/activation/create.js";

/** What is known about an activation, from its text. @throws TheoryError with the place in the text that is wrong. */
export const factsTask = (text: string): ActivationFacts => activation(text).facts;
