// Runs in which a racer fails, beside one that does not: the keys of their words, and the run's canonical text.

export const failures = [
  { key: 'failure.hot', run: 'lr=1.5 schedule=constant schedule=constant lr=0.3' },
  { key: 'failure.early', run: 'schedule=step(factor=0.1, every=20) schedule=step(factor=0.1, every=250)' },
  { key: 'failure.late', run: 'schedule=step(factor=0.1, every=780) schedule=step(factor=0.1, every=400)' },
  { key: 'failure.fast', run: 'schedule=lr/(1 + t) schedule=lr/(1 + t/100)' },
  { key: 'failure.gamma', run: 'schedule=exponential(every=1) schedule=exponential(every=100)' },
  {
    key: 'failure.adam',

    run: 'hidden=64-64-64-64-64-64 act=tanh opt=adam lr=0.02 schedule=cosine schedule=warmup(25%) then cosine',
  },
];
