# Single updates of Keras' optimizers on TensorFlow, its real classes on a CPU.
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common

optimizers = keras.optimizers

# The text of the run, the class with its arguments, and the rate.
CASES = [
    ("opt=sgd", lambda **k: optimizers.SGD(**k), 0.1),
    ("opt=sgd(0.9)", lambda **k: optimizers.SGD(momentum=0.9, **k), 0.05),
    ("opt=sgd(0.9, nesterov=true)", lambda **k: optimizers.SGD(momentum=0.9, nesterov=True, **k), 0.05),
    ("opt=sgd(0.9, weight_decay=0.1)", lambda **k: optimizers.SGD(momentum=0.9, weight_decay=0.1, **k), 0.05),
    ("opt=rmsprop", lambda **k: optimizers.RMSprop(**k), 0.02),
    ("opt=rmsprop(centred=true)", lambda **k: optimizers.RMSprop(centered=True, **k), 0.02),
    ("opt=rmsprop(momentum=0.8)", lambda **k: optimizers.RMSprop(momentum=0.8, **k), 0.01),
    ("opt=rmsprop(0.95, centred=true, momentum=0.5, weight_decay=0.1)",
     lambda **k: optimizers.RMSprop(rho=0.95, centered=True, momentum=0.5, weight_decay=0.1, **k), 0.01),
    ("opt=rmsprop(epsilon=0.01)", lambda **k: optimizers.RMSprop(epsilon=0.01, **k), 0.02),
    ("opt=adagrad", lambda **k: optimizers.Adagrad(**k), 0.1),
    ("opt=adagrad(epsilon=0.1, start=0.5, weight_decay=0.1)",
     lambda **k: optimizers.Adagrad(epsilon=0.1, initial_accumulator_value=0.5, weight_decay=0.1, **k), 0.1),
    ("opt=adam", lambda **k: optimizers.Adam(**k), 0.02),
    ("opt=adam(0.8, beta2=0.95, epsilon=0.01)", lambda **k: optimizers.Adam(beta_1=0.8, beta_2=0.95, epsilon=0.01, **k), 0.02),
    ("opt=adam(amsgrad=true, beta2=0.9)", lambda **k: optimizers.Adam(amsgrad=True, beta_2=0.9, **k), 0.02),
    ("opt=adam(weight_decay=0.1)", lambda **k: optimizers.Adam(weight_decay=0.1, **k), 0.02),
    ("opt=adamw", lambda **k: optimizers.AdamW(**k), 0.02),
    ("opt=adamw(weight_decay=0.3, amsgrad=true, beta2=0.9)",
     lambda **k: optimizers.AdamW(weight_decay=0.3, amsgrad=True, beta_2=0.9, **k), 0.02),
    ("opt=lion", lambda **k: optimizers.Lion(**k), 0.02),
    ("opt=lion(0.5, beta2=0.9, weight_decay=0.1)", lambda **k: optimizers.Lion(beta_1=0.5, beta_2=0.9, weight_decay=0.1, **k), 0.02),
    ("opt=sgd clip=value(0.3)", lambda **k: optimizers.SGD(clipvalue=0.3, **k), 0.1),
    ("opt=sgd clip=norm(0.5)", lambda **k: optimizers.SGD(global_clipnorm=0.5, **k), 0.1),
]


def kept(optimizer, width):
    """What it keeps, in the order of our slots; sgd's velocity has the other sign here."""
    zero = [0.0] * width
    first = lambda name: (getattr(optimizer, name, None) or [zero])[0]
    if isinstance(optimizer, optimizers.SGD):
        return [-first("momentums").numpy()] if optimizer.momentum else [zero]
    if isinstance(optimizer, optimizers.RMSprop):
        return [first("_velocities"), first("_momentums"), first("_average_gradients")]
    if isinstance(optimizer, optimizers.Adagrad):
        return [first("_accumulators")]
    if isinstance(optimizer, optimizers.Lion):
        return [first("_momentums")]
    return [first("_momentums"), first("_velocities"), first("_velocity_hats")]


def case(file, text, make, base):
    w = keras.Variable(common.start(text))
    optimizer = make(learning_rate=base)
    optimizer.build([w])

    def update(g, eta):
        optimizer.learning_rate = eta
        optimizer.apply([keras.ops.convert_to_tensor(g)], [w])

    common.run_case(file, "convention=keras " + text, base, update, lambda: [w.numpy(), *kept(optimizer, common.width(text))])


file = common.optimizer_file("keras", f"{keras.__version__} on TensorFlow {keras.src.backend.tensorflow.core.tf.__version__}")
for text, make, base in CASES:
    case(file, text, make, base)
file.write()
