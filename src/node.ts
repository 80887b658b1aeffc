// What only Node can do, for theoria/simulation: worker threads, TensorFlow.js on the machine's CPU or GPU.
export { loadTfjsNode, type TfjsNodeName } from "./node/loadTfjsNode.js";
export { startNodeWorker } from "./node/startNodeWorker.js";
