import { describe, expect, it } from "vitest";
import { renderReport } from "../../../../src/render/report.js";
import { parseAddress } from "../../../../src/web/address/address.js";
import { readFields } from "../../../../src/web/address/readFields.js";
import { networkFields } from "../../../../src/web/views/network/networkFields.js";
import { networkReport, notesOf } from "../../../../src/web/views/network/networkReport.js";
import { networkTheoryTask } from "../../../../src/web/views/network/networkTheoryTask.js";
import { simulateTask } from "../../../../src/web/views/network/simulateTask.js";

const context = { show: async () => {}, pause: async () => {} };
const base = { activation: "tanh", batch: 8, width: 64, depth: 10, epsilon: 0, gamma: 1, beta: 0 };

async function answersOf(changed: Partial<typeof base> = {}, goal = 12) {
  const network = { ...base, ...changed };
  const simulated = await simulateTask({ network, seed: 3, backend: "wasm", goal, from: null }, context);
  return [network, 3, networkTheoryTask(network), simulated] as const;
}

describe("the table of the view Network", () => {
  it("is that of theoria simulate: theory, simulation, standard error, z", async () => {
    const report = networkReport(...(await answersOf({ gamma: 2 })));
    const text = renderReport(report, "table");
    expect(text).toContain("gradient growth, E log");
    expect(text).toContain("gradient growth, log E");
    expect(text).toContain("width 64: 12 networks, layers 3 to 9, wasm");
    expect(text.replace(/\s+/g, " ")).toContain("tanh, batch 8, depth 10, gamma 2, seed 3.");
    expect(text.replace(/\s+/g, " ")).toContain("differ from it, and from each other, at order 1/N");
    for (const format of ["csv", "json", "latex"] as const) expect(renderReport(report, format)).not.toContain("NaN");
  });

  it("says that an unstable fixed point is left, and nothing of 1/N there", async () => {
    const [setting, , theory, simulated] = await answersOf({ activation: "relu_power(2)" });
    const notes = notesOf(setting, theory, simulated).join(" ");
    expect(notes).toContain("BSB1 is unstable here");
    expect(notes).not.toContain("1/N");
  });

  it("has nothing to compare for a batch of two, whose gradient vanishes", async () => {
    const answers = await answersOf({ batch: 2 });
    expect(notesOf(answers[0], answers[2], answers[3]).join(" ")).toContain("The gradient vanishes in some network");
    expect(renderReport(networkReport(...answers), "table")).toContain("gradient growth");
  });

  it("warns of few networks and of single precision", async () => {
    const [setting, , theory, simulated] = await answersOf({}, 3);
    expect(notesOf(setting, theory, simulated).join(" ")).toContain("With 3 networks");
    expect(notesOf(setting, theory, { ...simulated, backend: "tfjs-webgpu" }).join(" ")).toContain("single precision");
  });
});

describe("the address of the view Network", () => {
  it("takes what it can, and says what it cannot", () => {
    const hash =
      "#/network?activation=gelu&batch=1e9&width=NaN&depth=-1&networks=0&backend=cuda&seed=1.5&endless=yes&epsilon=-1&gamma=inf&__proto__=1";
    const { values, problems } = readFields(networkFields, parseAddress(hash));
    expect(values.activation).toBe("gelu");
    expect(values).toMatchObject({ batch: 8, width: 1000, depth: 50, networks: 200, backend: "wasm", seed: 1 });
    expect(problems).toHaveLength(9);
  });
});
