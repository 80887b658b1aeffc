import type { Operand, Step } from "./expandProgram.js";
import type { Opcode } from "./opcodes.js";

export interface AllocatedStep {
  readonly opcode: Opcode;
  readonly target: number;
  /** A register, or -1 - k for the k-th constant. */
  readonly from: readonly number[];
}

export interface Allocation {
  readonly steps: readonly AllocatedStep[];
  readonly constants: readonly number[];
  readonly registers: number;
  readonly result: number;
}

/** Every step that the output needs, operands first. Iterative: a long chain would overflow the stack. */
function inOrder(output: Operand): Step[] {
  const order = new Set<Step>();
  const pending: Operand[] = [output];
  while (pending.length > 0) {
    const top = pending.at(-1)!;
    if (top.kind !== "step" || order.has(top)) {
      pending.pop();
      continue;
    }
    const missing = top.from.filter((operand) => operand.kind === "step" && !order.has(operand));
    if (missing.length > 0) pending.push(...missing);
    else {
      order.add(top);
      pending.pop();
    }
  }
  return [...order];
}

/** Registers that are free again, the lowest first, so that few are in use and the cache holds them. */
class Registers {
  private readonly free: number[] = [];
  count = 1;

  take(): number {
    return this.free.pop() ?? this.count++;
  }

  give(register: number): void {
    this.free.push(register);
    this.free.sort((a, b) => b - a);
  }
}

/**
 * Gives every step a register. A register is free again once the last step that reads it has its operands: that step
 * may write where it reads, since position i is read before it is written. Register 0 holds x and is never given away.
 */
export function allocateRegisters(given: Operand): Allocation {
  const output: Operand = given.kind === "constant" ? { kind: "step", opcode: "copy", from: [given] } : given;
  const order = inOrder(output);
  const lastReader = new Map<Operand, number>([[output, order.length]]);
  for (const [i, { from }] of order.entries()) {
    for (const operand of from) if (operand !== output) lastReader.set(operand, i);
  }
  const places = new Map<Operand, number>();
  const constants: number[] = [];
  const registers = new Registers();
  const placeOf = (operand: Operand): number => {
    if (operand.kind === "x") return 0;
    if (operand.kind === "step") return places.get(operand)!;
    let index = constants.findIndex((constant) => Object.is(constant, operand.value));
    if (index < 0) index = constants.push(operand.value) - 1;
    return -1 - index;
  };
  const steps = order.map((step, i): AllocatedStep => {
    const from = step.from.map(placeOf);
    for (const operand of new Set(step.from)) {
      if (operand.kind === "step" && lastReader.get(operand) === i) registers.give(places.get(operand)!);
    }
    const target = registers.take();
    places.set(step, target);
    return { opcode: step.opcode, target, from };
  });
  return { steps, constants, registers: registers.count, result: placeOf(output) };
}
