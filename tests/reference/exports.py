# Runs what `eta export` writes in the framework itself: FRAMEWORK is torch, keras, optax or numpy. Every schedule of the registry at
# arguments of its own, nested ones, and every optimizer; compares each rate with `eta curve`, and the weights after each update with what
# the framework's own optimizer gave (data/optimizers-*.txt).
import base64
import json
import os
import pathlib
import runpy
import subprocess
import sys
import tempfile
import warnings

import numpy as np

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
import common

FRAMEWORK = sys.argv[1]
ETA = os.environ.get("ETA", str(HERE.parents[1] / "build" / "native" / "eta"))
UPDATES = 240
DRAWS = 6  # parameter sets of a schedule

# Of the greatest rate. Keras and optax compute rates in float32: four of its steps.
ALLOWED = {"torch": 1e-14, "numpy": 1e-14, "keras": 4 * 2.0**-23, "optax": 4 * 2.0**-23}[FRAMEWORK]

NESTED = [
    "warmup(20) then cosine(0.5, to=0.01)",
    "warmup(5%, from=0.01) then constant(0.3) then cooldown(25%, to=0.001)",
    "constant(0.4) for 60% then linear(0.4, to=0.02)",
    "repeat(cosine(0.5), every=30, stretch=2, scale=0.7)",
    "repeat(warmup(5) then exponential(0.4, rate=0.5, every=10), every=40, scale=0.8, cycles=4)",
    "where(t < 30%, lr, lr/10) + 0.01 * sin(2 * pi * t / 50)^2",
    "max(0.01, exponential(0.5, rate=0.9, every=20)) * (1 - t / (2 * T))",
    "0.5 * (linear(1, to=0.5) for 100 then (warmup(10) then polynomial(1, power=1.5) for 70 then constant(0.2)) for 90 then constant(0.1))",
    "compound(0.5, factor=0.9, during=7, every=20, rounding=tensorflow) * cosine(1)",
    "points(0:0.5, 25%:0.1, 100%:0.01, shape=log) for 200 then 0.1 * 0.9^floor(t / 5) * exp(-mod(t, 7) / 7)",
]

# Rates of layers that are not the racer's. Keras has one rate for all layers, and its script says so.
LAYERED = [
    "hidden=8-8 layer_decay=0.7 schedule=cosine",
    "hidden=8-8 layer_decay=0.5 clip=norm schedule.2=linear(0.3, to=0.1) schedule=warmup(20) then cosine",
    "hidden=8 schedule.1=points(0:0.1, 50%:0.2) schedule=exponential(0.5, rate=0.5, every=30)",
]

# Whole scripts, from their data to their last update.
SCRIPTS = [
    "steps=60 evaluate=20 schedule=cosine",
    "steps=60 evaluate=20 opt=adam(beta1=linear(0.9, to=0.8)) clip=norm schedule=(warmup(5%) then repeat(cosine, every=10)) * plateau(patience=1)",
    "steps=60 evaluate=20 data=moons hidden=8-8 loss=binary_cross_entropy init=glorot_normal(true) stop=early(patience=1) label_noise=0.1 "
    "batch=32 last_batch=keep schedule=linear * greedy(patience=1) schedule.1=cosine",
    "steps=60 evaluate=20 hidden=8-8 clip=norm layer_decay=0.5 schedule.2=linear schedule=cosine * plateau(patience=1, layers=rest, eps=0.01)",
]


def run(*words):
    return subprocess.run([ETA, *words], capture_output=True, text=True)


def exported(text):
    done = run("export", text, "--to", FRAMEWORK)
    if done.returncode:
        raise SystemExit(f"{text}\n{done.stderr}")
    return done.stdout


def curve(text):
    return np.array([float(line.split(",")[1]) for line in run("curve", text).stdout.split()[1:]])


def layers(text):
    """The rate of each layer at each update: its own column, or that of the racer."""
    header, *lines = run("curve", text).stdout.split()
    names = header.split(",")
    table = np.array([[float(cell) for cell in line.split(",")] for line in lines])
    hidden = text.split("hidden=")[1].split(" ")[0].split("-")
    columns = [f"schedule_{layer}_1" for layer in range(1, len(hidden) + 2)]
    return table[:, [names.index(each if each in names else "eta_1") for each in columns]]


def number(param, rng):
    """A value of a parameter that is not its default."""
    kind, low, high = param["type"], param.get("min", 0), param.get("max", 1)
    if kind in ("choice", "flag"):
        return rng.choice(param["choices"])
    if kind == "length":
        return str(int(rng.integers(max(low, 1), UPDATES)))
    if kind == "lengths":
        return ", ".join(str(t) for t in sorted(rng.choice(np.arange(1, UPDATES), 3, replace=False)))
    if kind == "numbers":
        return ", ".join(str(common.short(x)) for x in rng.uniform(max(low, 0.01), min(high, 0.5), 3))
    if kind == "points":
        places = sorted(rng.choice(np.arange(1, UPDATES), 3, replace=False))
        return ", ".join(f"{t}:{common.short(rng.uniform(0.001, 0.5))}" for t in [0, *places])
    if kind == "schedule":
        return rng.choice(["cosine(0.5, to=0.01)", "linear(0.4, to=0.1)", "warmup(4) then exponential(0.5)"])
    if param["unit"] == "rate":
        return str(common.short(rng.uniform(0.001, 0.5)))
    try:
        usual = float(param["initial"])
    except ValueError:
        usual = 0.5
    x = min(max(usual * rng.uniform(0.4, 1.6) if usual else rng.uniform(0, 0.5), low), high)
    return str(int(x)) if kind == "integer" else str(common.short(x))


def is_list(param):
    return param["type"] in ("lengths", "numbers", "points")


def call(schedule, rng):
    listed = [number(param, rng) for param in schedule["params"] if is_list(param)]
    named = [f"{param['key']}={number(param, rng)}" for param in schedule["params"] if not is_list(param) and rng.random() < 0.8]
    needs = [f"{param['key']}={number(param, rng)}" for param in schedule["params"] if param["initial"] == "" and not is_list(param)]
    arguments = listed + list({each.split("=")[0]: each for each in named + needs}.values())
    return f"{schedule['key']}({', '.join(arguments)})"


def texts(schedule):
    """Runs of a schedule at values of its parameters that the registry's own ranges allow."""
    rng = np.random.default_rng(sum(schedule["key"].encode()))
    found = []
    for _ in range(20 * DRAWS):
        text = call(schedule, rng)
        if schedule.get("needs") == "next":
            text += " then cosine(0.5, to=0.02)"
        if schedule.get("needs") == "previous":
            text = "linear(0.5, to=0.2) then " + text
        if schedule["role"] == "listener":
            text = "cosine(0.5, to=0.02) * " + text
        if text not in found and run("check", f"steps={UPDATES} schedule={text}").returncode == 0:
            found.append(text)
        if len(found) == DRAWS:
            return found
    if not found:
        raise SystemExit(f"no arguments were found for {schedule['key']}")
    return found


def namespace(code):
    """A module read from a file, as Keras wants to see its source."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(code)
        file.flush()
        return runpy.run_path(file.name, run_name="exported")


def rates_torch(made):
    optimizer = made["make_optimizer"](made["make_model"]())
    schedule = made["make_schedule"](optimizer)
    rates = []
    for _ in range(UPDATES):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return rates


def rates_keras(made):
    import tensorflow as tf

    schedule = made["make_schedule"]()
    if isinstance(schedule, (int, float)):
        return [schedule] * UPDATES
    rate = tf.function(lambda t: schedule(t), autograph=False)
    return [float(rate(tf.constant(t, tf.int64))) for t in range(UPDATES)]


def rates_optax(made):
    import jax

    return jax.jit(jax.vmap(made["make_schedule"]()))(np.arange(UPDATES))


def rates_numpy(made):
    return made["eta"](np.arange(UPDATES))


def layers_torch(made, count):
    optimizer = made["make_optimizer"](made["make_model"]())
    schedule = made["make_schedule"](optimizer)
    rates = []
    for _ in range(UPDATES):
        rates.append([group["lr"] for group in optimizer.param_groups])
        optimizer.step()
        schedule.step()
    return rates


def layers_optax(made, count):
    """A gradient of a small number, which no norm cuts, times the rate is the change."""
    import jax

    small = np.float32(2.0**-12)
    params = jax.tree.map(np.zeros_like, made["make_params"](jax.random.key(1)))
    gradient = jax.tree.map(lambda each: np.full_like(each, small), params)
    optimizer = made["make_layered_optimizer"]()
    state, rates = optimizer.init(params), []
    step = jax.jit(optimizer.update)
    for _ in range(UPDATES):
        changes, state = step(gradient, state, params)
        rates.append([-float(layer["b"][0]) / small for layer in changes])
    return rates


def layers_numpy(made, count):
    t = np.arange(UPDATES)
    return np.array([made.get(f"eta_{layer}", made["eta"])(t) for layer in range(1, count + 1)]).T


def parts(text, flat):
    """What a layer of the case has: its matrix, inputs by outputs, and its biases; or one vector."""
    inputs, outputs = common.shape(text)
    matrix, biases = flat[: inputs * outputs].reshape(inputs, outputs), flat[inputs * outputs :]
    return [each for each in (matrix, biases) if each.size]


def joined(all):
    return np.concatenate([np.asarray(each).reshape(-1) for each in all])


class Model:
    """Of these tensors; PyTorch's matrices are outputs by inputs."""

    def __init__(self, all):
        import torch

        self.all = [torch.nn.Parameter(torch.tensor(each.T.copy())) for each in all]

    def parameters(self):
        return self.all


def updates_torch(made, text, w, rates):
    import torch

    model = Model(parts(text, w))
    optimizer = made["make_optimizer"](model)
    if hasattr(optimizer, "train"):
        optimizer.train()

    def update(t, g):
        for p, each in zip(model.all, parts(text, g)):
            p.grad = torch.tensor(each.T.copy())
        optimizer.param_groups[0]["lr"] = float(rates[t])
        optimizer.step()
        return joined(p.detach().numpy().T for p in model.all)

    return update


def updates_keras(made, text, w, rates):
    import keras

    variables = [keras.Variable(each) for each in parts(text, w)]
    optimizer = made["make_optimizer"](float(rates[0]))
    optimizer.build(variables)

    def update(t, g):
        optimizer.learning_rate.assign(rates[t])
        optimizer.apply([keras.ops.convert_to_tensor(each) for each in parts(text, g)], variables)
        return joined(variables)

    return update


def updates_optax(made, text, w, rates):
    import jax
    import jax.numpy as jnp
    import optax

    optimizer = made["make_optimizer"](lambda count: jnp.asarray(rates)[count])
    kept = {"w": [jnp.asarray(each) for each in parts(text, w)]}
    kept["state"] = optimizer.init(kept["w"])
    step = jax.jit(optimizer.update)

    def update(t, g):
        changes, kept["state"] = step([jnp.asarray(each) for each in parts(text, g)], kept["state"], kept["w"])
        kept["w"] = optax.apply_updates(kept["w"], changes)
        return joined(kept["w"])

    return update


def floats(text, like=6):
    return np.zeros(like, np.float32) if text == "-" else np.frombuffer(base64.b64decode(text), "<f4")


def heard():
    """What the frameworks' own listeners did: the run's text, the metrics, the evaluations after which the factor changed, the last factor."""
    for name in ("plateau-torch", "plateau-keras", "plateau-optax", "greedy-transformers"):
        lines = [line for line in (HERE / "data" / f"{name}.txt").read_text().splitlines() if not line.startswith("#")]
        for text, metrics, found in zip(lines[::3], lines[1::3], lines[2::3]):
            *numbers, last = found.split(" ")
            if name.startswith("greedy"):
                changed, factors = numbers, np.frombuffer(base64.b64decode(last + "=" * (-len(last) % 4)), "<f8")
                factor = factors[-1] if len(factors) else 1.0
            else:
                factor, *changed = found.split(" ")
            yield text, np.frombuffer(base64.b64decode(metrics + "=" * (-len(metrics) % 4)), "<f4"), [int(k) for k in changed], float(factor)


def listener_row(text, metrics, changed, factor):
    """The line of a listener: the evaluations after which its factor changes are theirs, or it is said after how many it is not."""
    made = namespace(exported(text))
    listener, rate = made["listener"], float(made["eta"](0))
    found, before = [], listener.current
    for k, metric in enumerate(metrics):
        listener.on_evaluation(float(metric), float(metric), rate)
        if listener.current != before:
            found.append(k)
        before = listener.current
    same = found == changed and abs(listener.current - factor) <= 2e-6 * factor
    return f"listener {len(metrics)} {len(changed)} {'same' if same else 'other'} {text}"


ELSEWHERE = ("opt=lion", "opt=lamb")


def cases():
    """What the frameworks' own optimizers did: the run's text, and for some updates η and the weights after it."""
    # Lion and LAMB, which PyTorch does not have, are compared with those of optax.
    for path in [HERE / "data" / f"optimizers-{each}.txt" for each in (FRAMEWORK, *(["optax"] if FRAMEWORK == "torch" else []))]:
        found = []
        for line in path.read_text().splitlines():
            if line.startswith("#"):
                continue
            if line.startswith("case "):
                found.append((line.split(" ", 2)[2], {}))
            else:
                t, eta, w, *_, after = [word for word in line.split(" ") if not word.startswith("=")]
                width = common.width(found[-1][0])
                found[-1][1][int(t)] = (float(floats(eta)[0]), floats(w, width), floats(after, width))
        yield from (case for case in found if f"convention={FRAMEWORK}" in case[0] or any(each in case[0] for each in ELSEWHERE))


def optimizer_row(text, points):
    """The line of a case, or nothing if the framework's class does not do the same."""
    code = exported(text)
    if "# Not the same" in code or " has no " in code or (FRAMEWORK == "torch" and "clip=" in text):
        return None
    base = float(str(np.float32(points[0][0])))
    rates = [common.rate(t, base) for t in range(common.UPDATES)]
    # The length that radam looks at is a small difference of large numbers; optax's own was written in double (optax/optimizers.py).
    real = np.float64 if text == "convention=optax opt=radam" else np.float32
    if real == np.float64:
        __import__("jax").config.update("jax_enable_x64", True)
    w = common.start(text)
    update = globals()["updates_" + FRAMEWORK](namespace(code), text, w.astype(real), rates)
    worst = 0.0
    for t in range(common.UPDATES):
        w = np.array(update(t, common.gradient(w, t).astype(real)), np.float32)
        if t in points:
            before, after = points[t][1:]
            worst = max(worst, float(np.abs(w - after).max() / max(np.linalg.norm(after - before), 2.0**-24 * np.linalg.norm(after))))
    if real == np.float64:
        __import__("jax").config.update("jax_enable_x64", False)
    return f"optimizer {common.UPDATES} {worst:.1e} class {text}"


def version():
    if FRAMEWORK == "keras":
        import keras
        import tensorflow

        return f"Keras {keras.__version__}, TensorFlow {tensorflow.__version__}"
    module = __import__(FRAMEWORK)
    return f"{FRAMEWORK} {module.__version__.split('+')[0]}"


def main():
    file = common.Writer(
        f"exports-{FRAMEWORK}.txt",
        f"{version()}: what `eta export --to {FRAMEWORK}` wrote, run there by exports.py.\n"
        "`schedule`, updates, the largest |Δη| as a part of the greatest η, `class` of the framework or `function`, the schedule; or\n"
        "`optimizer`, updates, the largest |Δw| as a part of ‖update‖ where the framework's own run is given, `class`, the run; or\n"
        "`layers`, updates, the largest |Δη| of any layer's rate as a part of the greatest, `function`, the run; or\n"
        "`listener`, evaluations, how often the framework's own changed the factor, `same` if this did so too, the run; or\n"
        "`script`, a run whose whole script was run.",
    )
    registry = json.loads(run("describe").stdout)
    schedules = [text for schedule in registry["kinds"]["schedule"] for text in texts(schedule)]
    failures = []
    for text in schedules + NESTED:
        whole = f"steps={UPDATES} schedule={text}"
        code, expected = exported(whole), curve(whole)
        rates = np.asarray(globals()["rates_" + FRAMEWORK](namespace(code)), float)
        worst = float(np.abs(rates - expected).max() / expected.max()) if expected.max() > 0 else float(np.abs(rates).max())
        own = FRAMEWORK != "numpy" and "def eta(" not in code
        file.add(f"schedule {UPDATES} {worst:.1e} {'class' if own else 'function'} {text}")
        if not worst <= ALLOWED:
            failures.append(file.lines[-1])
    for text in LAYERED if FRAMEWORK != "keras" else []:
        whole = f"steps={UPDATES} {text}"
        expected = layers(whole)
        rates = np.asarray(globals()["layers_" + FRAMEWORK](namespace(exported(whole)), expected.shape[1]), float)
        worst = float(np.abs(rates - expected).max() / expected.max())
        file.add(f"layers {UPDATES} {worst:.1e} function {text}")
        if not worst <= ALLOWED:
            failures.append(file.lines[-1])
    # The class is the same for each framework.
    for case in heard() if FRAMEWORK == "numpy" else []:
        file.add(listener_row(*case))
        if " same " not in file.lines[-1]:
            failures.append(file.lines[-1])
    if FRAMEWORK != "numpy":
        for text, points in cases():
            row = optimizer_row(text, points)
            if row:
                file.add(row)
            if row and float(row.split()[2]) > 2e-3:
                failures.append(row)
        for text in SCRIPTS:
            with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
                script.write(exported(text))
                script.flush()
                subprocess.run([sys.executable, script.name], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            file.add(f"script {text}")
    file.write()
    if failures:
        raise SystemExit("too far:\n" + "\n".join(failures))


main()
