/** The file that a worker thread of Node runs for experiments. */
import { experiments } from "../experiments/experiments.js";
import { serveExperiments } from "../experiments/serve.js";
import { threadChannel } from "./threadChannel.js";

serveExperiments(threadChannel(), experiments);
