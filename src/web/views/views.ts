/** All views, in the order of the navigation. The code of a view is loaded when it is first opened, or when the page is idle. */
import type { ComponentType } from "preact";

export interface View {
  /** Its place in the address; permanent. */
  readonly id: string;
  /** In the navigation. */
  readonly name: string;
  /** What a reader sees there, in a sentence. */
  readonly purpose: string;
  load(): Promise<ComponentType>;
}

export const views: readonly View[] = [
  {
    id: "rates",
    name: "Rates",
    purpose: "How fast gradients explode with depth, for your activations, against the batch size.",
    load: () => import("./rates/RatesView.js").then(({ RatesView }) => RatesView),
  },
  {
    id: "knobs",
    name: "Knobs",
    purpose: "What epsilon, gamma, beta and the batch size do to the growth of gradients, two at a time.",
    load: () => import("./knobs/KnobsView.js").then(({ KnobsView }) => KnobsView),
  },
  {
    id: "network",
    name: "Network",
    purpose:
      "The size of gradients in a deep network, layer by layer: theory's straight line, and random networks of your width drawn beside it.",
    load: () => import("./network/NetworkView.js").then(({ NetworkView }) => NetworkView),
  },
  {
    id: "fixed-point",
    name: "Fixed point",
    purpose:
      "What becomes of a batch layer by layer: its covariance comes to a symmetric fixed point, or parts into groups. The eigenvalues there say which, and how fast.",
    load: () => import("./fixedPoint/FixedPointView.js").then(({ FixedPointView }) => FixedPointView),
  },
  {
    id: "theorems",
    name: "Theorems",
    purpose:
      "Every statement of the papers as an object that a machine checks: move its parameters, and check it here.",
    load: () => import("./theorems/TheoremsView.js").then(({ TheoremsView }) => TheoremsView),
  },
  {
    id: "teachers",
    name: "Teachers",
    purpose:
      "Neurons of a student network moving to those of its teacher in the plane: trained ones, and the flow that theory predicts.",
    load: () => import("./teachers/TeachersView.js").then(({ TeachersView }) => TeachersView),
  },
  {
    id: "ladders",
    name: "Ladders",
    purpose:
      "What labels of regions say about the labels below them, and when a network can be followed by labels alone.",
    load: () => import("./ladders/LaddersView.js").then(({ LaddersView }) => LaddersView),
  },
  {
    id: "gates",
    name: "Gates",
    purpose:
      "Where neurons and paths of gated networks are active, and what their kernels look like, while they learn a function on a circle.",
    load: () => import("./gates/GatesView.js").then(({ GatesView }) => GatesView),
  },
  {
    id: "matrices",
    name: "Random matrices",
    purpose:
      "The density of eigenvalues of large random matrices by the matrix Dyson equation, against sampled matrices.",
    load: () => import("./matrices/MatricesView.js").then(({ MatricesView }) => MatricesView),
  },
];
