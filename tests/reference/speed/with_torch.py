# PyTorch, eager, one thread: with_torch.py NETWORK UPDATES
import problem
import torch

torch.set_num_threads(1)
name, updates = problem.asked()
widths = problem.NETWORKS[name]
activation = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh}[problem.ACTIVATIONS[name]]
layers = []
for i in range(len(widths) - 1):
    layers += [torch.nn.Linear(widths[i], widths[i + 1]), activation()]
model = torch.nn.Sequential(*layers[:-1])
binary = widths[-1] == 1
loss_of = torch.nn.BCEWithLogitsLoss() if binary else torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.001) if name == "b" else torch.optim.SGD(model.parameters(), lr=0.1)


def step(x, y):
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    optimizer.zero_grad()
    logits = model(x)
    loss = loss_of(logits[:, 0], y.float()) if binary else loss_of(logits, y.long())
    loss.backward()
    optimizer.step()
    return loss.detach()


problem.timed(step, name, updates)
