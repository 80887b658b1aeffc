/**
 * JavaScript for the functions that Math has not, each an arrow function of Math and of earlier entries. The
 * algorithms: Gamma and its ratios by the recurrence up to 16 and Stirling's series there (DLMF 5.11.1); erf by its
 * series of positive terms (7.6.2), erfc from 1 on by its continued fraction (7.9.1); the polygamma functions by
 * 5.15.5, 5.15.8; 2F1 by its series, below -1/2 after Pfaff's transformation (15.8.1), above 3/4 by Taylor steps of its
 * differential equation (15.10.1) where the series is slow; J_alpha by the trapezoid rule for Euler's integral of
 * 2F1(1/2, 1/2; alpha+3/2; (1+c)/2); K and E by the arithmetic-geometric mean (19.8).
 */
export const javascriptFunctions: Readonly<Record<string, string>> = Object.freeze({
  $step: "(x) => x > 0 ? 1 : x < 0 ? 0 : x === 0 ? 0.5 : NaN",
  $softplus: "(x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))",
  $sum: "(f, from, to) => { let s = to - from < Infinity ? 0 : NaN; for (let k = from; k <= to && s === s; k++) s += f(k); return s; }",
  $erfcTail: `(x) => {
  let d = x;
  for (let n = 240; n > 0; n--) d = x + n / 2 / d;
  const h = Math.round(x * 1024) / 1024;
  return x > 40 ? 0 : Math.exp(-h * h) * Math.exp(-(x - h) * (x + h)) / (Math.sqrt(Math.PI) * d);
}`,
  $erf: `(x) => {
  if (Math.abs(x) > 1) return Math.sign(x) * (1 - $erfcTail(Math.abs(x)));
  let t = x, s = x;
  for (let n = 1; Math.abs(t) > 1e-18 * Math.abs(s); n++) s += t *= 2 * x * x / (2 * n + 1);
  return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * s;
}`,
  $erfc: "(x) => x >= 1 ? $erfcTail(x) : x <= -1 ? 2 - $erfcTail(-x) : 1 - $erf(x)",
  $pole: "(x) => x <= 0 && Number.isInteger(x)",
  $sinPi: `(x) => {
  const r = x - 2 * Math.round(x / 2);
  return Math.sin(Math.PI * (r > 0.5 ? 1 - r : r < -0.5 ? -1 - r : r));
}`,
  $stirling: `(z) => {
  const v = 1 / (z * z);
  return (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v * (1 / 1680 - v * (1 / 1188 - v * 691 / 360360))))) / z;
}`,
  $gamma: `(x) => {
  if ($pole(x)) return NaN;
  let z = x < 0.5 ? 1 - x : x, f = 1;
  for (; z < 16; z++) f *= z;
  const p = z ** (z / 2 - 0.25);
  const g = Math.sqrt(2 * Math.PI) * p * Math.exp(-z) * p * Math.exp($stirling(z)) / f;
  return x < 0.5 ? Math.PI / ($sinPi(x) * g) : g;
}`,
  $ratio: `(x, a) => {
  let f = 1;
  for (; Math.min(x, x + a) < 16; x++) f *= x / (x + a);
  const p = (x + a) ** (a / 2);
  return f * p * Math.exp((x - 0.5) * Math.log1p(a / x) - a + $stirling(x + a) - $stirling(x)) * p;
}`,
  $pochhammer: `(a, k) => {
  if (Number.isInteger(k) && Math.abs(k) <= 64) {
    let p = 1;
    for (let i = 0; i < k; i++) p *= a + i;
    for (let i = 1; i <= -k; i++) p *= a - i;
    return k < 0 ? 1 / p : p;
  }
  const b = a + k;
  if ($pole(b) && !$pole(a)) return NaN;
  if ($pole(a) && !$pole(b)) return 0;
  if (a > 0) return b > 0 ? $ratio(a, k) : Math.PI / ($sinPi(b) * $gamma(1 - b) * $gamma(a));
  if (b > 0) return $gamma(b) * $gamma(1 - a) * $sinPi(a) / Math.PI;
  return (Number.isInteger(k) ? (k % 2 === 0 ? 1 : -1) : $sinPi(a) / $sinPi(b)) * $ratio(1 - b, k);
}`,
  $factorial: `(n) => {
  if (!Number.isInteger(n) || n > 22) return $gamma(n + 1);
  let p = n < 0 ? NaN : 1;
  for (let i = 2; i <= n; i++) p *= i;
  return p;
}`,
  $beta: `(a, b) => {
  if ($pole(a) || $pole(b)) return NaN;
  if ($pole(a + b)) return 0;
  const p = Math.min(a, b), q = Math.max(a, b), s = p + q;
  if (p < 16) return $gamma(p) / $pochhammer(q, p);
  const tails = Math.exp($stirling(p) + $stirling(q) - $stirling(s));
  return Math.sqrt(2 * Math.PI * (1 / p + 1 / q)) * (p / s) ** p * Math.exp(q * Math.log1p(-p / s)) * tails;
}`,
  $binomial: `(n, k) => {
  const through = (k) => $pole(n + 1) ? NaN : $pole(n - k + 1) ? 0 : 1 / ((n + 1) * $beta(k + 1, n - k + 1));
  if (!Number.isInteger(k)) return through(k);
  const whole = Number.isInteger(n) && n >= 0;
  if (k < 0 || (whole && k > n)) return 0;
  const m = whole ? Math.min(k, n - k) : k;
  if (m > 256 && n > m) return through(m);
  let p = m > 1e6 ? NaN : 1;
  for (let i = 1; i <= m; i++) p = p * (n - m + i) / i;
  return p;
}`,
  $polygamma: `(m, x) => {
  if (!Number.isInteger(m) || m < 0 || !(x >= -1e4) || $pole(x)) return NaN;
  const power = (m, x) => { let p = 1 / x; for (let i = 1; i <= m; i++) p *= i / x; return p; };
  const raised = (x) => {
    let s = 0;
    for (; x < 20 + m; x++) s += power(m, x);
    let t = power(m, x);
    s += (m === 0 ? -Math.log(x) : power(m - 1, x)) + t / 2;
    const b = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330];
    for (let k = 1; k <= b.length; k++) {
      t *= k === 1 ? (m + 1) / (2 * x) : (2 * k + m - 1) * (2 * k + m - 2) / (2 * k * (2 * k - 1) * x * x);
      s += b[k - 1] * t;
    }
    return m % 2 === 0 ? -s : s;
  };
  return m === 0 && x < 0 ? raised(1 - x) - Math.PI * $sinPi(x + 0.5) / $sinPi(x) : raised(x);
}`,
  $series: `(a, b, c, z, terms) => {
  let t = 1, s = 1, m = 1;
  for (let k = 0; k < terms; k++) {
    const r = (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
    s += t *= r;
    m += Math.abs(t);
    if (Math.abs(t) <= 1e-17 * m * (1 - Math.abs(r))) return s;
  }
  return NaN;
}`,
  $polynomial: `(n, b, c, z) => {
  let t = 1, s = 1, m = 1;
  for (let k = 0; k < n; k++) m += Math.abs(t *= (k - n) * (b + k) / ((c + k) * (k + 1)) * z), s += t;
  if (Math.abs(s) > 0.1 * m || ($pole(c) && c + n <= 0)) return s;
  let p = 0, q = 1;
  for (let k = 0; k < n; k++) [p, q] = [q, ((2 * k + c - (b + k) * z) * q + k * (z - 1) * p) / (c + k)];
  return q;
}`,
  $nearOne: `(a, b, c, target) => {
  const sum = $series(a, b, c, 1 - target, 300);
  if (sum === sum) return sum;
  let w = $series(a, b, c, 0.5, 1e4), d = a * b / c * $series(a + 1, b + 1, c + 1, 0.5, 1e4);
  for (let s = 0.5, h; s > target; s -= h) {
    const z = 1 - s;
    h = Math.min(s / 2, z / (1 + (Math.abs(a) + Math.abs(b) + Math.abs(c)) / 2), s - target);
    let p = w, q = d * h, e = q;
    w += q;
    for (let k = 0; (k + 1) * (Math.abs(p) + Math.abs(q)) > 1e-18 * (Math.abs(w) + Math.abs(e)) && k < 1e4; k++) {
      const f = (k + 1) * ((2 * s - 1) * k + c - (a + b + 1) * z);
      [p, q] = [q, h * ((k + a) * (k + b) * h * p - f * q) / ((k + 1) * (k + 2) * z * s)];
      w += q;
      e += (k + 2) * q;
    }
    d = e / h;
  }
  return w;
}`,
  $hypergeometric: `(a, b, c, z) => {
  const n = Math.min($pole(a) ? -a : Infinity, $pole(b) ? -b : Infinity);
  if (z === 0 || n === 0) return 1;
  if (n < Infinity) return $pole(c) && -c < n ? NaN : $polynomial(n, a === -n ? b : a, c, z);
  if ($pole(c) || z > 1) return NaN;
  if (z === 1) return c > a + b ? $pochhammer(c - a, a) / $pochhammer(c - a - b, a) : NaN;
  if (z >= -0.5) return z > 0.75 ? $nearOne(a, b, c, 1 - z) : $series(a, b, c, z, 1e4);
  const y = z / (z - 1);
  return (1 - z) ** -a * (y > 0.75 ? $nearOne(a, c - b, c, 1 / (1 - z)) : $series(a, c - b, c, y, 1e4));
}`,
  $gegenbauer: `(k, l, x) => {
  if (!Number.isInteger(k)) {
    return x <= -1 ? NaN : $pochhammer(2 * l, k) / $pochhammer(1, k) * $hypergeometric(-k, k + 2 * l, l + 0.5, (1 - x) / 2);
  }
  let p = 0, q = k < 0 ? 0 : 1;
  for (let n = 1; n <= k; n++) [p, q] = [q, (2 * x * (n + l - 1) * q - (n + 2 * l - 2) * p) / n];
  return q;
}`,
  $J: `(a, c) => {
  if (!(c >= -1 && c <= 1 && a > -1)) return NaN;
  if (c === 1) return a > -0.5 ? 1 : NaN;
  const u = (1 + c) / 2, v = (1 - c) / 2, h = 0.25 / Math.sqrt(1 + (a + 1) / 4);
  let s = 0.5, t = 1;
  for (let k = 1; t > 1e-18 * s; k++) {
    const e = Math.exp(-2 * k * h), q = 4 * e / ((1 + e) * (1 + e));
    s += t = q ** (a + 1) / Math.sqrt(v + u * q);
  }
  return 2 / Math.sqrt(Math.PI) * $pochhammer(a + 0.5, 0.5) * u ** (a + 0.5) * h * s;
}`,
  $elliptic: `(m) => {
  let a = 1, b = Math.sqrt(1 - m), s = m / 2, w = 1;
  for (let n = 0; n < 60 && Math.abs(a - b) > 1e-16 * a; n++) {
    const c = (a - b) / 2;
    s += w * c * c;
    [a, b, w] = [(a + b) / 2, Math.sqrt(a * b), 2 * w];
  }
  return [Math.PI / (a + b), s];
}`,
  $ellipticK: "(m) => m === 1 ? Infinity : $elliptic(m)[0]",
  $ellipticE: "(m) => { const [k, s] = $elliptic(m); return m === 1 ? 1 : k * (1 - s); }",
});
