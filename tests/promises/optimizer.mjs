// An optimizer is one file, one line in the table, its words and a published run.
import { inTable, words } from './places.mjs';

const header = `// signum: a step of the same size for every weight, against the sign of the gradient's running mean.
#pragma once

#include "eta/optimizer/blocks.hpp"

namespace eta::signum {

inline constexpr std::array params{
    Param{.key = "beta", .symbol = "β", .min = 0, .max = 0.999999, .initial = "0.9", .help = "how much of the mean is kept"}};

// m ← β m + (1 − β) g;   w ← w − η sign(m)
template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    apply<params, double>(
        [&](double beta) {
            const auto eta = static_cast<Real>(slice.eta);
            each_block(slice, {}, [&](const Block<Real>& block) {
                auto m = block.slot(0), w = block.weights();
                keep(m, beta, 1 - beta, block.gradient());
                w -= (m > 0).select(eta, (m < 0).select(-eta, m));
            });
        },
        values);
}

inline constexpr Optimizer entry{{{"signum", "Signum", "Moves every weight by the rate itself.", "arXiv 1802.04434"}, params},
                                 1,
                                 step<float>,
                                 step<double>};

}  // namespace eta::signum
`;
const list = 'tests/bits/list.txt';

/** @type {import('./promises.test.mjs').Promised} */
export const optimizer = {
  name: 'an optimizer',
  plants: [
    ...inTable('optimizers', 'signum', 'signum::entry', header),
    words('zh', {
      'optimizer.signum.name': 'Signum',
      'optimizer.signum.summary': '每个权重移动的距离就是学习率。',
      'optimizer.signum.beta.help': '平均保留多少',
    }),
    { path: list, after: /$/, text: '? learns data=digits hidden=37 opt=signum(beta=0.8) lr=0.002 batch=13 steps=120 evaluate=100%\n' },
  ],
  needed: [
    { what: 'its Chinese words', path: 'web/words/zh.json', line: /signum\.name/, check: 'words', says: /optimizer\.signum\.name/ },
    { what: 'its published run', path: list, line: /signum/, check: 'published', says: /opt=signum/ },
  ],
};
