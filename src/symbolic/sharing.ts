import { type Expression, isCall } from "./expression.js";

/** What a leaf is besides its head. */
function ownOf(node: Expression): string {
  if (node.head === "Symbol") return node.name;
  if (node.head === "Number") return Object.is(node.value, -0) ? "-0" : String(node.value);
  return node.head === "Integer" ? String(node.value) : "";
}

/** Gives structurally equal subtrees one number each, and counts how often each is used and how many calls it makes. */
export class Sharing {
  private readonly numbers = new Map<string, number>();
  private readonly numberOf = new Map<Expression, number>();
  private readonly uses: number[] = [];
  private readonly calls: number[] = [];

  id(node: Expression): number {
    const seen = this.numberOf.get(node);
    if (seen !== undefined) return seen;
    const ids = isCall(node) ? node.args.map((arg) => this.id(arg)) : [];
    const own = ownOf(node);
    const key = `${node.head} ${own} ${ids.join(" ")}`;
    let id = this.numbers.get(key);
    if (id === undefined) {
      id = this.numbers.size;
      this.numbers.set(key, id);
      this.uses.push(0);
      this.calls.push(ids.reduce((sum, arg) => sum + this.calls[arg]!, isCall(node) ? 1 : 0));
      for (const arg of ids) this.uses[arg]! += 1;
    }
    this.numberOf.set(node, id);
    return id;
  }

  /** Worth remembering: used by several calls, and dearer than the comparison that remembering costs. */
  isShared(id: number): boolean {
    return this.uses[id]! > 1 && this.calls[id]! > 2;
  }
}
