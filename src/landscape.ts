// The subpath theoria/landscape, as a table of contents: Hessians of networks and random matrices by the matrix Dyson equation.

export { TheoryError } from "./errors.js";
