# (B+u+v)^20, a gcd of degree 12 and a sum of rational functions in SymPy: seconds, median of rounds, as JSON.
import json
import statistics
import time

from sympy import Poly, cancel, gcd, symbols, together

B, u, v = symbols("B u v")
f, g, h = (2 * B + u * v + 3) ** 5, (B * u + v - 1) ** 7, (B - u + 5 * v**2) ** 7


def timed(call, rounds=5):
    call()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


left, right = Poly(f * g, B, u, v), Poly(f * h, B, u, v)
terms = [(B + k) / ((B - 1) * (B + k % 11)) for k in range(1, 31)]
print(
    json.dumps(
        {
            "expand": timed(lambda: ((Poly(B, B, u, v) + Poly(u, B, u, v) + Poly(v, B, u, v)) ** 20)),
            "gcd": timed(lambda: gcd(left, right)),
            "sum": timed(lambda: cancel(together(sum(terms)))),
        }
    )
)
