#!/usr/bin/env python3
"""Writes digits.bin from scikit-learn's copy of the UCI optical digits; with --check, compares it with the one that is there.

Needs numpy and scikit-learn; digits.bin was made with 2.4.6 and 1.9.1 (pip install numpy==2.4.6 scikit-learn==1.9.1).

The file: the 64-bit FNV-1a hash of the class of each image and of all pixels, least significant byte first; ten 16-bit counts, least
significant byte first: how many images there are of 0, 1, … 9; then the pixels (0 … 16), image after image, each row by row from the top
left, as the bits of an arithmetic code. Images are in the order of their classes and, within a class, in an order in which neighbours
are alike. How much room a bit takes depends on how well the pixels before it foretell it: see Model.
"""
import argparse
import hashlib
import math
import pathlib
import sys

import numpy as np
from sklearn.datasets import load_digits

SOURCE_SHA256 = "87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826"  # of pixels, then labels, as bytes


def differences(images):
    """How unlike each two images are: the sum over pixels of the root of the difference, in whole hundredths."""
    root = np.round(100 * np.sqrt(np.arange(17))).astype(np.int64)
    images = images.astype(np.int64)
    return np.stack([root[np.abs(images - one)].sum(axis=1) for one in images])


def reversed_runs(tour, d):
    """One pass of 2-opt: wherever turning a stretch round makes the tour shorter, the best such turn."""
    improved = False
    for i in range(len(tour) - 2):
        a, b, ends = tour[i], tour[i + 1], tour[i + 2 :]
        gain = d[a, b] - d[a, ends]
        gain[:-1] += d[ends[:-1], ends[1:]] - d[b, ends[1:]]
        best = int(gain.argmax())
        if gain[best] > 0:
            tour[i + 1 : i + best + 3] = tour[i + 1 : i + best + 3][::-1].copy()
            improved = True
    return improved


def moved_images(tour, d):
    """One pass of or-opt: wherever an image fits better between two others, it is put there."""
    improved = False
    for image in tour[1:-1].copy():
        i = int(np.flatnonzero(tour == image)[0])
        if not 0 < i < len(tour) - 1:
            continue
        saved = d[tour[i - 1], image] + d[image, tour[i + 1]] - d[tour[i - 1], tour[i + 1]]
        rest = np.delete(tour, i)
        cost = d[rest[:-1], image] + d[image, rest[1:]] - d[rest[:-1], rest[1:]]
        best = int(cost.argmin())
        if cost[best] < saved:
            tour[:] = np.insert(rest, best + 1, image)
            improved = True
    return improved


def alike(images):
    """An order in which neighbours are alike: from the most unusual image always to the nearest one left, then improved."""
    d = differences(images)
    tour = [int(d.sum(axis=1).argmax())]
    left = np.ones(len(images), bool)
    left[tour[0]] = False
    while left.any():
        tour.append(int(np.where(left, d[tour[-1]], np.iinfo(np.int64).max).argmin()))
        left[tour[-1]] = False
    tour = np.array(tour)
    while reversed_runs(tour, d) | moved_images(tour, d):
        pass
    return tour


class BitWriter:
    """Writes what BitReader reads. A bit is 1 in `chance` of 2¹⁶ cases."""

    def __init__(self):
        self.low, self.range, self.size = 0, 0xFFFFFFFF, 4

    def bit(self, chance, bit):
        bound = (self.range >> 16) * chance
        if not bit:
            self.low += bound
        self.range = bound if bit else self.range - bound
        while self.range < 1 << 24:
            self.range <<= 8
            self.low <<= 8
            self.size += 1
        return bit

    def bytes(self):
        return self.low.to_bytes(self.size, "big")


class BitReader:
    def __init__(self, data):
        self.code, self.range, self.rest = int.from_bytes(data[:4], "big"), 0xFFFFFFFF, iter(data[4:])

    def bit(self, chance, _):
        bound = (self.range >> 16) * chance
        bit = int(self.code < bound)
        if not bit:
            self.code -= bound
        self.range = bound if bit else self.range - bound
        while self.range < 1 << 24:
            self.range <<= 8
            self.code = self.code << 8 | next(self.rest, 0)
        return bit


def rounded(x):
    """The nearest whole number, which does not depend on the last bits of x."""
    assert abs(x - math.floor(x) - 0.5) > 1e-7
    return math.floor(x + 0.5)


def mixed(x):
    return x * 0x9E3779B1 & 0xFFFFFFFF


def key(*parts):
    together = 0
    for part in parts:
        together = mixed(together + part + 1)
    return together


class Model:
    """The chance of each bit of a pixel: PixelReader in cpp/eta/data does the same sums."""

    MOST, FIRST, BIAS, LEARNING = 2816, 21000, 256, 12
    ODDS = [rounded(256 * math.log((i + 0.5) / (4095.5 - i))) for i in range(4096)]
    CHANCE = [rounded(65536 / (1 + math.exp(-i / 256))) for i in range(-MOST, MOST)]

    def __init__(self, coder):
        self.coder, self.found, self.weights = coder, {}, {}

    def pixel(self, before, place, c, value):
        """Codes one pixel and returns it. `before` ends with the pixels before it; `value` is of no importance to a reader."""
        left, above, last = before[-1], before[-8], before[-64]
        plane = left + above - before[-9]
        moved = last + ((left - before[-65] + above - before[-72]) >> 1)
        quarter = lambda pixel: (pixel + 3) >> 2
        keys = (
            key(last, quarter(moved)),
            key(c, place, quarter(above), quarter((left + above) >> 1)),
            key(left, quarter(before[-2]), quarter(before[-63])),
            key(quarter(left), quarter(above), quarter(plane), quarter(before[-56])),
        )
        if self.bit(keys, place, 0, value == 0):
            return 0
        if self.bit(keys, place, 16, value == 16):
            return 16
        node = 1
        for shift in (3, 2, 1, 0):
            node = 2 * node + (1 if node == 8 else self.bit(keys, place, node, value >> shift & 1))
        return node - 16

    def bit(self, keys, place, node, bit):
        slots = [(k, each >> 16 ^ node) for k, each in enumerate(keys)]
        found = [self.found.get(slot, (1 << 15, 0)) for slot in slots]
        odds = [self.ODDS[chance >> 4] for chance, _ in found] + [self.BIAS]
        weights = [self.weights.setdefault(which, [self.FIRST] * len(odds)) for which in (node, (place, node))]
        total = sum(o * (a + b) for o, a, b in zip(odds, *weights))
        chance = self.CHANCE[min(max(total >> 17, -self.MOST), self.MOST - 1) + self.MOST]
        bit = self.coder.bit(chance, bit)
        error = ((65536 if bit else 0) - chance) * self.LEARNING
        for k, o in enumerate(odds):
            step = (o * error + (1 << 17)) >> 18
            for each in weights:
                each[k] += step
        for slot, (chance, times) in zip(slots, found):
            self.found[slot] = chance + (((65535 if bit else 0) - chance) * (65536 // (times + 2)) >> 16), min(times + 1, 255)
        return bit


def coded(coder, labels, pixels=None):
    """All pixels in turn through the coder, a BitWriter that is told them or a BitReader that tells them."""
    model, done = Model(coder), list(labels)
    for i in range(64 * len(labels)):
        done.append(model.pixel(done, i % 64, labels[i // 64], pixels[i] if pixels else 0))
    return done[len(labels) :]


def fnv(data):
    state = 0xCBF29CE484222325
    for byte in data:
        state = (state ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return state.to_bytes(8, "little")


def make():
    digits = load_digits()
    images = digits.images.reshape(-1, 64).astype(np.uint8)
    labels = digits.target.astype(np.uint8)
    if hashlib.sha256(images.tobytes() + labels.tobytes()).hexdigest() != SOURCE_SHA256:
        sys.exit("make_digits.py: scikit-learn's digits are not those that it was written for")
    of_class = [images[labels == c] for c in range(10)]
    pixels = np.concatenate([some[alike(some)] for some in of_class]).ravel().tolist()
    counts = np.array([len(some) for some in of_class], "<u2").tobytes()
    labels = np.sort(labels).tolist()
    writer = BitWriter()
    coded(writer, labels, pixels)
    bits = writer.bytes()
    if coded(BitReader(bits), labels) != pixels:
        sys.exit("make_digits.py: what was packed does not come out again")
    return fnv(bytes(labels + pixels)) + counts + bits


def main():
    parser = argparse.ArgumentParser(description="Makes digits.bin from scikit-learn's digits.")
    parser.add_argument("--check", action="store_true", help="compare with the file that is there; write nothing")
    check = parser.parse_args().check
    path = pathlib.Path(__file__).with_name("digits.bin")
    made = make()
    if check and (not path.exists() or path.read_bytes() != made):
        sys.exit(f"make_digits.py: {path.name} is not what this script makes")
    if not check:
        path.write_bytes(made)
    print(f"{path.name}: {len(made)} bytes, sha256 {hashlib.sha256(made).hexdigest()}")


if __name__ == "__main__":
    main()
