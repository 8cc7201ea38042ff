# Single updates of Keras' optimizers on TensorFlow, its real classes on a CPU.
import inspect
import os
import pathlib
import sys
import textwrap

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np

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
    ("opt=nadam", lambda **k: optimizers.Nadam(**k), 0.02),
    ("opt=nadam(0.8, beta2=0.95, epsilon=0.01, weight_decay=0.1)",
     lambda **k: optimizers.Nadam(beta_1=0.8, beta_2=0.95, epsilon=0.01, weight_decay=0.1, **k), 0.02),
    ("opt=adadelta", lambda **k: optimizers.Adadelta(**k), 1.0),
    ("opt=adadelta(0.7, epsilon=0.01, weight_decay=0.1)",
     lambda **k: optimizers.Adadelta(rho=0.7, epsilon=0.01, weight_decay=0.1, **k), 1.0),
    ("opt=adamax", lambda **k: optimizers.Adamax(**k), 0.02),
    ("opt=adamax(0.8, beta2=0.9, epsilon=0.05, weight_decay=0.1)",
     lambda **k: optimizers.Adamax(beta_1=0.8, beta_2=0.9, epsilon=0.05, weight_decay=0.1, **k), 0.02),
    ("opt=lamb", lambda **k: optimizers.Lamb(**k), 0.02),
    ("opt=lamb(0.8, beta2=0.95, epsilon=0.01, weight_decay=0.1)",
     lambda **k: optimizers.Lamb(beta_1=0.8, beta_2=0.95, epsilon=0.01, weight_decay=0.1, **k), 0.02),
    ("opt=schedule_free", lambda **k: optimizers.ScheduleFreeAdamW(**k), 0.05),
    ("opt=schedule_free(beta=0.8, beta2=0.95, epsilon=0.01, warmup=30, weight_decay=0.1)",
     lambda **k: optimizers.ScheduleFreeAdamW(beta_1=0.8, beta_2=0.95, epsilon=0.01, warmup_steps=30, weight_decay=0.1, **k), 0.05),
    ("hidden=12-8 opt=muon", lambda **k: optimizers.Muon(**k), 0.05),
    ("hidden=8-12 opt=muon(0.8, nesterov=false, rms=0.4, weight_decay=0.1, bias_beta1=0.8, bias_beta2=0.95, bias_decay=0, bias_rate=0.5)",
     lambda **k: optimizers.Muon(momentum=0.8, nesterov=False, rms_rate=0.4, weight_decay=0.1, adam_beta_1=0.8, adam_beta_2=0.95,
                                 adam_weight_decay=None, adam_lr_ratio=0.5, **k), 0.05),
    ("opt=sgd clip=value(0.3)", lambda **k: optimizers.SGD(clipvalue=0.3, **k), 0.1),
    ("opt=sgd clip=norm(0.5)", lambda **k: optimizers.SGD(global_clipnorm=0.5, **k), 0.1),
]


# ScheduleFreeAdamW keeps `momentum.value` for later, "before any updates"; on TensorFlow that is the variable itself, and what is read
# later is what came after. This is its text with a copy in that place; the distance to the real one is printed.
free = sys.modules[optimizers.ScheduleFreeAdamW.__module__]
of_variable = optimizers.ScheduleFreeAdamW.update_step
source = inspect.getsource(of_variable).replace("momentum_old = momentum.value", "momentum_old = ops.copy(momentum.value)")
exec(textwrap.dedent(source).replace("def update_step", "def of_copy"), vars(free))
optimizers.ScheduleFreeAdamW.update_step = free.of_copy


def distance(text, make, base):
    """How far one update of the real class is from one with the copy, as a part of it, at its second update."""
    after = []
    for optimizers.ScheduleFreeAdamW.update_step in [of_variable, free.of_copy]:
        w = keras.Variable(common.start(text))
        optimizer = make(learning_rate=base)
        for t in range(2):
            before = w.numpy()
            optimizer.apply([keras.ops.convert_to_tensor(common.gradient(common.start(text), t))], [w])
        after.append(w.numpy() - before)
    return float(np.linalg.norm(after[0] - after[1]) / np.linalg.norm(after[1]))


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
    if isinstance(optimizer, optimizers.Adadelta):
        return [first("_accumulated_grads"), first("_accumulated_delta_vars")]
    if isinstance(optimizer, optimizers.Adamax):
        return [first("_m"), first("_u")]
    return [first("_momentums"), first("_velocities"), first("_velocity_hats")]


def case(file, text, make, base):
    # ScheduleFreeAdamW finds x from y and z again at every update, which rounds three times: it is run in double.
    real = "float64" if "schedule_free" in text else "float32"
    w = keras.Variable(common.start(text), dtype=real)
    optimizer = make(learning_rate=base)
    optimizer.build([w])

    def update(g, eta):
        optimizer.learning_rate = eta
        optimizer.apply([keras.ops.convert_to_tensor(g, real)], [w])

    def slots():
        numbers = kept(optimizer, common.width(text))
        if not isinstance(optimizer, optimizers.ScheduleFreeAdamW):
            return [w.numpy(), *numbers[: 2 if "nadam" in text or "lamb" in text else None]]
        y, z = w.numpy().astype(float), np.asarray(optimizer._momentums[0], float)
        if optimizer.iterations == 0:
            z = y
        return [y, z, (y - (1 - optimizer.beta_1) * z) / optimizer.beta_1, optimizer._velocities[0].numpy()]

    def scalars():
        if isinstance(optimizer, optimizers.Nadam):
            return [float(optimizer._u_product)]
        # Each update has the weight 1: the greatest rate has the power 0.
        return [0, float(optimizer.iterations)]

    has_scalars = isinstance(optimizer, (optimizers.Nadam, optimizers.ScheduleFreeAdamW))
    common.run_case(file, "convention=keras " + text, base, update, slots, scalars if has_scalars else None)


def muon_case(file, text, make, base):
    inputs, outputs = common.shape(text)
    start = common.start(text)
    W, b = keras.Variable(start[: inputs * outputs].reshape(inputs, outputs)), keras.Variable(start[inputs * outputs :])
    optimizer = make(learning_rate=base)
    optimizer.build([W, b])

    def update(g, eta):
        optimizer.learning_rate = eta
        of_both = [g[: inputs * outputs].reshape(inputs, outputs), g[inputs * outputs :]]
        optimizer.apply([keras.ops.convert_to_tensor(each) for each in of_both], [W, b])

    def slots():
        flat = lambda *both: np.concatenate([np.reshape(each, -1) for each in both])
        square = optimizer.adam_velocities[1]
        return [flat(W.numpy(), b.numpy()), flat(*[m.numpy() for m in optimizer.momentums]), flat(np.zeros(inputs * outputs), square.numpy())]

    common.run_case(file, "convention=keras " + text, base, update, slots)


file = common.optimizer_file("keras", f"{keras.__version__} on TensorFlow {keras.src.backend.tensorflow.core.tf.__version__}")
for text, make, base in CASES:
    (muon_case if "muon" in text else case)(file, text, make, base)
print(f"ScheduleFreeAdamW's second update is {distance('opt=schedule_free', optimizers.ScheduleFreeAdamW, 0.05):.2g} of it away from the same with a copy.")
file.write()
