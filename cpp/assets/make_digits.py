#!/usr/bin/env python3
"""Writes digits.bin from scikit-learn's copy of the UCI optical digits; with --check, compares it with the one that is there.

Needs numpy and scikit-learn; digits.bin was made with 2.4.6 and 1.9.1 (pip install numpy==2.4.6 scikit-learn==1.9.1).

The file: "EtaDigs1"; ten 16-bit counts, least significant byte first: how many images there are of 0, 1, … 9; then 64 planes, one a
pixel (row by row from the top left), each with that pixel (0 … 16) of every image. Images are in the order of their classes and,
within a class, in an order in which neighbours are alike: then a plane is made of runs, and gzip -9 makes 35.2 kB of it (images one
after another: 44.1 kB; planes in scikit-learn's order: 44.2 kB; planes by class: 38.3 kB).
"""
import argparse
import gzip
import hashlib
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


def make():
    digits = load_digits()
    images = digits.images.reshape(-1, 64).astype(np.uint8)
    labels = digits.target.astype(np.uint8)
    if hashlib.sha256(images.tobytes() + labels.tobytes()).hexdigest() != SOURCE_SHA256:
        sys.exit("make_digits.py: scikit-learn's digits are not those that it was written for")
    of_class = [images[labels == c] for c in range(10)]
    ordered = np.concatenate([some[alike(some)] for some in of_class])
    counts = np.array([len(some) for some in of_class], "<u2")
    return b"EtaDigs1" + counts.tobytes() + ordered.T.tobytes()


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
    print(f"{path.name}: {len(made)} bytes, {len(gzip.compress(made, 9, mtime=0))} gzipped, sha256 {hashlib.sha256(made).hexdigest()}")


if __name__ == "__main__":
    main()
