import type { StartWorker } from "../simulation/parallel/channel.js";
import { threadWorker } from "./threadWorker.js";

/** A worker thread that draws samples or trains students; the file stands beside the one that this is bundled into. */
export const startNodeWorker: StartWorker = () => threadWorker(new URL("./nodeWorker.js", import.meta.url));

/** A worker thread that runs the jobs of experiments. */
export const startExperimentWorker: StartWorker = () => threadWorker(new URL("./experimentWorker.js", import.meta.url));
