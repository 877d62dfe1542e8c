"""Prints the mean SSIM (Wang et al., 2004; windows of 8 x 8) of each rendition against the picture that vips scaled."""
import sys

import numpy
from PIL import Image


def grey(path):
    return numpy.asarray(Image.open(path).convert("L")).astype(float)


def windows(plane):
    height, width = (side // 8 * 8 for side in plane.shape)
    return plane[:height, :width].reshape(height // 8, 8, width // 8, 8).swapaxes(1, 2).reshape(-1, 64)


def ssim(one, other):
    a, b = windows(one), windows(other)
    mean_a, mean_b = a.mean(1), b.mean(1)
    covariance = ((a - mean_a[:, None]) * (b - mean_b[:, None])).mean(1)
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return (
        (2 * mean_a * mean_b + c1) * (2 * covariance + c2)
        / ((mean_a**2 + mean_b**2 + c1) * (a.var(1) + b.var(1) + c2))
    ).mean()


for width in (320, 800, 1600):
    exact = grey(f"{sys.argv[1]}/exact-{width}.png")
    for format in ("jpg", "webp"):
        ours, theirs = (grey(f"{sys.argv[1]}/{name}{width}.{format}") for name in ("", "vips-"))
        print(
            f"SSIM {width}.{format} against the picture that vips scaled: {ssim(ours, exact):.4f},"
            f" vipsthumbnail's own {ssim(theirs, exact):.4f}; one against the other {ssim(ours, theirs):.4f}"
        )
