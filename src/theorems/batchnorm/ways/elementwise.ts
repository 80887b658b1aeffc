/** The activation as the simulator takes it. */
export { elementwiseOf as elementwise } from "../../../symbolic/activation/program.js";
