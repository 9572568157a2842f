"""How likely a pattern is by chance alone, with nothing but the standard library."""

import math
from collections.abc import Sequence


def rank_correlation(places: Sequence[int]) -> float:
    """Return Spearman's rho between 0, 1, 2, … and the ranks of ``places`` (all different)."""
    ranks = {place: rank for rank, place in enumerate(sorted(places))}
    number = len(places)
    apart = sum((arrived - ranks[place]) ** 2 for arrived, place in enumerate(places))
    return 1 - 6 * apart / (number * (number**2 - 1))


def chi_square_tail(value: float, freedom: int) -> float:
    """Return the chance of a chi-square of at least ``value``: Q(freedom / 2, value / 2)."""
    a, x = freedom / 2, value / 2
    if x <= 0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    return 1 - front * _series(a, x) if x < a + 1 else front * _fraction(a, x)


def normal_tail(z: float) -> float:
    """Return the chance of a normal value at least so far from nought, on either side."""
    return math.erfc(abs(z) / math.sqrt(2))


def _series(a: float, x: float) -> float:
    """Return the lower incomplete gamma's series, without its front."""
    total = term = 1 / a
    step = a
    while term > total * 1e-16:
        step += 1
        term *= x / step
        total += term
    return total


def _fraction(a: float, x: float) -> float:
    """Return the upper incomplete gamma's continued fraction (Lentz), without its front."""
    b = x + 1 - a
    c, d = 1e300, 1 / b
    value = d
    for place in range(1, 10_000):
        factor = -place * (place - a)
        b += 2
        d = 1 / (factor * d + b)
        c = b + factor / c
        value *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return value
