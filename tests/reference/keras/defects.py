# Where Keras' schedules do not give what they say, shown by its real classes on TensorFlow.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
from common import attempt, defect

schedules = keras.optimizers.schedules
file = common.defect_file("keras", f"{keras.__version__} on TensorFlow {keras.src.backend.tensorflow.core.tf.__version__}")


def show(sentence, text, schedule, right):
    defect(file, sentence, text, {t: attempt(lambda: schedule(t)) for t in right}, right)


# Its cycle is the whole part of a logarithm in float32, which may fall just short.
starts = [(n, mul, int(n * (mul**i - 1) / (mul - 1))) for n in (1, 3, 10, 64, 1024) for mul in (1.125, 1.25, 1.5, 2.5, *range(2, 13))
          for i in range(1, 12) if mul**i < 1e4 and (n * (mul**i - 1) / (mul - 1)) % 1 == 0]
wrong = [(n, mul, t) for n, mul, t in starts if float(schedules.CosineDecayRestarts(1.0, n, float(mul))(t)) < 0.5]
print(f"CosineDecayRestarts: {len(wrong)} of {len(starts)} restarts without their peak")
for n, mul, t in wrong[:3]:
    show(f"CosineDecayRestarts takes a wrong cycle at a restart: the first of {n} updates, each {mul} times as long, update {t}.",
         f"lr=1 steps={t + 9} schedule=repeat(cosine, every={n}, stretch={mul})", schedules.CosineDecayRestarts(1.0, n, float(mul)), {t: 1.0})
show("ExponentialDecay from a whole number computes in whole numbers.", "lr=1 steps=500 schedule=exponential(rate=0.9, every=100)",
     schedules.ExponentialDecay(1, 100, 0.9), {100: 0.9, 200: 0.81})
show("CosineDecay ignores warmup_steps where no warmup_target is given.", "lr=1 steps=15 schedule=warmup(5) then cosine for 10",
     schedules.CosineDecay(1.0, 10, warmup_steps=5), {0: 0.2, 5: 1.0, 10: 0.5})
show("A cycle of PolynomialDecay that begins still has the end of the last one.",
     "lr=1 steps=40 schedule=repeat(polynomial(power=1), every=10)", schedules.PolynomialDecay(1.0, 10, 0.0, 1.0, cycle=True), {10: 1.0})
file.write()
