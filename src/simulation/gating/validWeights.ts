import { domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import type { GatedSettings, TrainedLayer, TrainedWeights } from "./settings.js";
import { gatedShapes, type Shape } from "./shapes.js";

/** @throws TheoryError "domain" for weights of another network than the settings describe. */
export function validWeights(name: string, weights: TrainedWeights, settings: GatedSettings): TrainedWeights {
  assertKeys(name, weights, ["W", "U"]);
  const shapes = gatedShapes(settings);
  for (const part of ["W", "U"] as const) {
    const layers = weights[part];
    if (!Array.isArray(layers) || layers.length !== shapes[part].length) {
      const domain = `${shapes[part].length} layers for the model "${settings.model}"`;
      throw domainError(`${name}.${part}`, layers?.length ?? show(layers), domain, "Give the layers from the lowest.");
    }
    for (const [l, shape] of shapes[part].entries()) {
      assertLayer(`${name}.${part}[${l}]`, layers[l]!, shape, settings.bias);
    }
  }
  return weights;
}

function assertLayer(name: string, layer: TrainedLayer, shape: Shape, biased: boolean): void {
  assertKeys(name, layer, ["inputs", "nodes", "weights", "bias"]);
  const { inputs, nodes } = shape;
  if (layer.inputs !== inputs || layer.nodes !== nodes) {
    throw domainError(name, `${layer.nodes} x ${layer.inputs}`, `${nodes} x ${inputs}`, "Give nodes x inputs.");
  }
  assertNumbers(`${name}.weights`, layer.weights, nodes * inputs);
  if (biased) assertNumbers(`${name}.bias`, layer.bias, nodes);
  else if (layer.bias !== null) throw domainError(`${name}.bias`, show(layer.bias), "null", "The settings have none.");
}

function assertNumbers(name: string, values: Float32Array | null, length: number): void {
  if (values instanceof Float32Array && values.length === length && values.every(Number.isFinite)) return;
  throw domainError(name, show(values), `a Float32Array of ${length} finite numbers`, "Correct the layer.");
}
