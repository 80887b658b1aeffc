import { syntaxErrorOf } from "../grammar/syntaxError.js";

export const activationDomain = "an expression in x, such as tanh(2*x), x > 0 ? x : 0.1*x or relu(x)^1.5";

export const syntaxError = syntaxErrorOf("activation", activationDomain);
