# PyTorch's initial weights and activations.
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import common
import layers

torch.manual_seed(1)

# Our text, and what PyTorch does to a new Linear's weights (nothing: its own default, biases too).
CASES = [
    ("convention=torch", None),
    ("convention=torch init=fan_in_uniform", None),
    ("convention=torch init=he_normal", lambda w: torch.nn.init.kaiming_normal_(w, nonlinearity="relu")),
    ("convention=torch init=he_uniform", lambda w: torch.nn.init.kaiming_uniform_(w, nonlinearity="relu")),
    ("convention=torch init=glorot_normal", torch.nn.init.xavier_normal_),
    ("convention=torch init=glorot_uniform", torch.nn.init.xavier_uniform_),
]

file = layers.initialiser_file("torch", torch.__version__)
for text, draw in CASES:
    linear = torch.nn.Linear(layers.INPUTS, layers.OUTPUTS)
    if draw:
        draw(linear.weight)
        torch.nn.init.zeros_(linear.bias)
    file.add(f"{text} {layers.quantiles(linear.weight.detach().numpy())} {layers.quantiles(linear.bias.detach().numpy())}")
file.write()

file = layers.activation_file("torch", torch.__version__)
for name, function in [("relu", torch.nn.ReLU()), ("tanh", torch.nn.Tanh()), ("sigmoid", torch.nn.Sigmoid()), ("identity", torch.nn.Identity())]:
    x = torch.tensor(layers.ARGUMENTS, requires_grad=True)
    y = function(x)
    y.sum().backward()
    file.add(" ".join([name, *(common.floats(each.detach().numpy()) for each in [x, y, x.grad])]))
file.write()
