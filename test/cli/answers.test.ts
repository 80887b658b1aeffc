import { describe, expect, test } from "vitest";
import { theoria, words } from "./support.js";

const ask = (line: string, terminal = {}) => theoria(words(line), terminal);

test("the main job: rates of tanh", async () => {
  const { out, err, code } = await ask("rate tanh --batch 8,64,512");
  expect(out).toMatch(/tanh +8 +1\.3585481254/);
  expect(out).toMatch(/tanh +64 +1\.192264334/);
  expect(out).toMatch(/activation +batch +rate +± error +scale +depth +stability +method/);
  expect([err, code]).toEqual(["", 0]);
});

test("several activations make one table, without --batch at the default sizes", async () => {
  const { out } = await ask("rate relu identity");
  for (const batch of ["8", "64", "512", "∞"]) {
    expect(out).toMatch(new RegExp(`relu +${batch} `));
    expect(out).toMatch(new RegExp(`identity +${batch} `));
  }
});

test("an activation that starts with - goes behind --", async () => {
  const { out, code } = await ask('rate --batch 8 -- "-x^2"');
  expect(out).toMatch(/^activation: -x\^2$/m);
  expect(out).toMatch(/^ +8 +2\.8000/m);
  expect(code).toBe(0);
});

describe("words instead of numbers", () => {
  test("gelu at a batch of 64 is unstable, and the rate is the one at that fixed point", async () => {
    const { out } = await ask("rate gelu --batch 8,64");
    expect(out).toMatch(/gelu +64 .* unstable .*\[1\]/);
    expect(out).toMatch(/gelu +8 .* stable/);
    expect(out).toMatch(/\[1\] BSB1 is unstable here.*the rate is the one at that\s+fixed point/s);
  });

  test("batches of 2 and 3", async () => {
    const { out, code } = await ask("rate tanh --batch 2,3");
    expect(out).toMatch(/tanh +2 +0 +exact/);
    expect(out).toMatch(/tanh +3 +∞ +exact/);
    expect(out.replace(/\s+/g, " ")).toContain("the gradient through batch norm is exactly zero");
    expect(out.replace(/\s+/g, " ")).toContain("the expected squared gradient diverges");
    expect(code).toBe(0);
  });

  test("constant and dead activations", async () => {
    const { out, code } = await ask('rate 3 "relu(x-100)" --batch 8');
    expect(out).toContain("3 is constant");
    expect(out).toContain("relu(x-100) is constant to double precision");
    expect(out).toMatch(/collapsed/);
    expect(code).toBe(0);
  });

  test("a large epsilon swallows the signal", async () => {
    const { out } = await ask("rate relu --batch 8 --eps 0,10");
    expect(out).toMatch(/^relu +10 .*collapsed/m);
    expect(out).toContain("Epsilon swallows the signal");
    expect(out).toContain("epsilon");
  });

  test("a jump makes the rate infinite", async () => {
    const { out } = await ask("rate step --batch 8");
    expect(out).toMatch(/step +8 +∞/);
    expect(out).toContain("The expected squared gradient diverges");
  });
});

test("parameters have a column only when one is not the default", async () => {
  expect((await ask("rate relu --batch 8")).out).not.toMatch(/gamma|beta|epsilon|variance/);
  const { out } = await ask("rate relu --batch 8 --beta -1,0,1");
  expect(out).toMatch(/beta/);
  expect(out).not.toMatch(/gamma/);
});

test("--confirm names the second method and the difference, and agrees", async () => {
  const { out, code } = await ask("rate relu tanh --batch 8 --confirm");
  expect(out).toMatch(/^second method: (quadrature|gegenbauer|laplace|fourier)$/m);
  expect(out).toMatch(/^relu +8 .*closed-form.* \d+e-\d+$/m);
  expect(code).toBe(0);
});

test("a tolerance that cannot be reached: exit code 1, and the error that was reached", async () => {
  const { out, err, code } = await ask("rate tanh --batch 8 --tolerance 1e-18");
  expect(code).toBe(1);
  expect(err).toContain("1 of 1 results did not reach the tolerance");
  expect(out).toContain("The error is above the tolerance");
  expect((await ask("rate tanh --batch 8 --tolerance 1e-18 --quiet")).err).toBe("");
});

test("spectrum: eigenspaces, their dimensions, and what there is none of", async () => {
  const { out } = await ask("spectrum relu --batch 3,8");
  expect(out).toMatch(/forward eigenvalue +M +0 +– +–/);
  expect(out).toMatch(/forward eigenvalue +L +7 +0\.743611058198/);
  expect(out).toMatch(/backward eigenvalue +G +1 +1\.78818997666/);
  expect(out).toMatch(/backward eigenvalue +M +20 /);
  expect(out).toMatch(/^q +0\.5000/m);
  expect(out).toMatch(/cross-batch eigenvalue +0\.70967722602/);
});

test("gegenbauer: as many terms as asked for, exact zeros where parity says so", async () => {
  const { out } = await ask("gegenbauer tanh --batch 64 --terms 3");
  expect(out).toMatch(/^0 +0 +exact +0$/m);
  expect(out).toMatch(/^1 +0\.60876052848\d* .*1\.01587301587$/m);
  expect(out).not.toMatch(/^3 /m);
});

test("kernel: J_alpha, J_phi", async () => {
  expect((await ask("kernel --alpha 1 --c 0,1")).out).toMatch(/^0 +0\.318309886184 .*0\.5000/m);
  const { out } = await ask("kernel abs --c 0.5");
  expect(out).toContain("abs, homogeneous of degree 1");
});

test("activation: facts, evidence, derivative and method", async () => {
  const { out } = await ask('activation "x > 0 ? x : 0.1*x"');
  expect(out).toMatch(/^kink +x = 0: the slope jumps by 0\.9 +proved$/m);
  expect(out).toMatch(/^homogeneous +degree 1, coefficients 1 \(x > 0\) and -?0\.1 \(x < 0\) +proved$/m);
  expect(out).toMatch(/^derivative +x > 0 \? 1 : 0\.1 +proved$/m);
  expect(out).toMatch(/^method +closed-form at batch 4, 8, 64, 512, ∞$/m);
});

test("activation: of many kinks, those nearest to 0", async () => {
  const { out } = await ask('activation "abs(sin(3*x))"');
  expect(out.match(/^kink /gm)).toHaveLength(9);
  expect(out).toMatch(/^kink +x = 0: the slope jumps by 6 /m);
  expect(out).toMatch(/^kinks +and \d+ more in \|x\| <= 64/m);
});

test("transition: alpha_c, and none for a batch of 4", async () => {
  const { out } = await ask("transition --batch 4,5,inf");
  expect(out).toMatch(/^ +4 +– +– +\[1\]$/m);
  expect(out).toMatch(/^ +5 +3\.904/m);
  expect(out).toMatch(/^ +∞ +1 +exact$/m);
});

describe("long sweeps", () => {
  const clock = () => {
    let time = 0;
    return () => {
      time += 100;
      return time;
    };
  };

  test("Ctrl-C prints what is finished and exits with 130", async () => {
    let breaths = 0;
    const interrupted = () => ++breaths === 3;
    const { out, err, code } = await ask("rate relu --batch 8..20 --csv", { now: clock(), interrupted });
    expect(out.trimEnd().split("\r\n")).toHaveLength(4);
    expect(err).toBe("stopped: 3 of 13 results are finished\n");
    expect(code).toBe(130);
  });

  test("progress is shown after a second, to a person only, and wiped", async () => {
    const seen = await ask("rate relu --batch 8..30", { now: clock(), watched: true });
    expect(seen.err).toMatch(/\r1[01] of 23, \d s left/);
    expect(seen.err.endsWith("\r\u001b[K")).toBe(true);
    expect(seen.err).not.toMatch(/\r[1-4] of 23/);
    expect((await ask("rate relu --batch 8..30", { now: clock(), watched: false })).err).toBe("");
  });
});
