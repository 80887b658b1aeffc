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
];
