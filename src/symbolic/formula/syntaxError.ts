import { syntaxErrorOf } from "../grammar/syntaxError.js";

const formulaDomain = "a formula such as J(1, -1/(B-1))^2 + 3*pi/2, or an equation: left == right";

export const syntaxError = syntaxErrorOf("formula", formulaDomain);
