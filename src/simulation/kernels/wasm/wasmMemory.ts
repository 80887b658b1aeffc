/** The memory of one instance: areas that stay for its life, and views, which growing the memory invalidates. */
import { domainError } from "../../../numeric/domain.js";
import type { KernelOptions } from "../kernels.js";
import type { WasmExports } from "./wasmModule.js";

const pageBytes = 65536;
/** 32-bit addresses. */
const limitBytes = 2 ** 32;
/** A cache line. */
const alignment = 64;

export class WasmMemory {
  private readonly memory: WasmExports["memory"];
  private readonly options: KernelOptions;
  private end: number;

  constructor({ memory, heapBase }: WasmExports, options: KernelOptions) {
    this.memory = memory;
    this.options = options;
    this.end = Math.ceil(heapBase() / alignment) * alignment;
  }

  /** The address of a new area of zeros. Throws TheoryError where the memory cannot grow. */
  reserve(bytes: number): number {
    const address = this.end;
    const end = address + Math.ceil(bytes / alignment) * alignment;
    const missing = Math.ceil((end - this.memory.buffer.byteLength) / pageBytes);
    if (missing > 0) this.grow(end, missing);
    this.end = end;
    return address;
  }

  doubles(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length);
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  private grow(end: number, pages: number): void {
    try {
      if (end > limitBytes - pageBytes) throw new RangeError("beyond 32-bit addresses");
      this.memory.grow(pages);
    } catch {
      const { width, columns } = this.options;
      throw domainError(
        "width",
        width,
        `with ${columns} columns, arrays that fit into 4 GB and into the memory that the engine grants`,
        "Choose a smaller width, batch or number of batches, or a backend with a memory of its own.",
      );
    }
  }
}
