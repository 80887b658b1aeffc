/** The memory of one instance: areas that stay for its life, and views, which growing the memory invalidates. */
import type { WasmInstance } from "./webAssembly.js";

const pageBytes = 65536;
/** 32-bit addresses. */
const limitBytes = 2 ** 32;
/** A cache line. */
const alignment = 64;

export class WasmMemory {
  private readonly memory: WasmInstance["memory"];
  private readonly refusal: () => Error;
  private end: number;

  /** `refusal`: what is thrown where the memory cannot grow. */
  constructor({ memory, heapBase }: WasmInstance, refusal: () => Error) {
    this.memory = memory;
    this.refusal = refusal;
    this.end = Math.ceil(heapBase() / alignment) * alignment;
  }

  /** The address of a new area of zeros. Throws where the memory cannot grow. */
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

  singles(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  words(address: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  private grow(end: number, pages: number): void {
    try {
      if (end > limitBytes - pageBytes) throw new RangeError("beyond 32-bit addresses");
      this.memory.grow(pages);
    } catch {
      throw this.refusal();
    }
  }
}
