# PyTorch, eager, one thread: with_torch.py ARTICLE UPDATES
import problem
import torch

torch.set_num_threads(1)
article, updates = problem.asked()
widths = problem.NETWORKS[article]
layers = []
for i in range(len(widths) - 1):
    layers += [torch.nn.Linear(widths[i], widths[i + 1]), torch.nn.ReLU()]
model = torch.nn.Sequential(*layers[:-1])
binary = widths[-1] == 1
loss_of = torch.nn.BCEWithLogitsLoss() if binary else torch.nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1) if binary else torch.optim.Adam(model.parameters(), lr=0.001)


def step(x, y):
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    optimizer.zero_grad()
    logits = model(x)
    loss = loss_of(logits[:, 0], y.float()) if binary else loss_of(logits, y.long())
    loss.backward()
    optimizer.step()
    return loss.detach()


problem.timed(step, article, updates)
