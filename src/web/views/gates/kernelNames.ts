export const kernelNames = ["overlap", "tangent"] as const;
export type KernelName = (typeof kernelNames)[number];
