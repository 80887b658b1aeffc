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
    id: "theorems",
    name: "Theorems",
    purpose:
      "Every statement of the papers as an object that a machine checks: move its parameters, and check it here.",
    load: () => import("./theorems/TheoremsView.js").then(({ TheoremsView }) => TheoremsView),
  },
];
