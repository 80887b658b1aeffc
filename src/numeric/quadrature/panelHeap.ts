import type { Panel } from "./kronrodPanel.js";

/** A binary heap of panels, largest priority first. */
export class PanelHeap {
  readonly #panels: Panel[] = [];
  readonly #priorities: number[] = [];

  get size(): number {
    return this.#panels.length;
  }

  get panels(): readonly Panel[] {
    return this.#panels;
  }

  push(panel: Panel, priority: number): void {
    let at = this.#panels.length;
    this.#panels.push(panel);
    this.#priorities.push(priority);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#priorities[parent] >= priority) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, panel, priority);
  }

  pop(): Panel | undefined {
    const top = this.#panels[0];
    const panel = this.#panels.pop();
    const priority = this.#priorities.pop();
    const size = this.#panels.length;
    if (panel === undefined || priority === undefined || size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#priorities[child + 1] > this.#priorities[child]) child++;
      if (this.#priorities[child] <= priority) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, panel, priority);
    return top;
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#panels[from], this.#priorities[from]);
  }

  #set(at: number, panel: Panel, priority: number): void {
    this.#panels[at] = panel;
    this.#priorities[at] = priority;
  }
}
