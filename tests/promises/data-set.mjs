// A data set is one file, one line in the table, its words and a published run.
import { inTable, words } from './places.mjs';

const header = `// rings: points at distance 1 and at distance 2, a class each.
#pragma once

#include <array>

#include "eta/data/data_set.hpp"
#include "eta/data/params.hpp"
#include "eta/math/functions.hpp"
#include "eta/random/stream.hpp"

namespace eta::rings {

inline constexpr std::array params{noise_param("0.1"), samples_param, data_seed_param};

inline DataShape shape(const Values& values) {
    return apply<params, double>([](double, double samples, double) { return DataShape{static_cast<int>(samples), 2, 2}; },
                                 values);
}

// With θ uniform in [0, 2π) and r = 1 or 2: (r cos θ, r sin θ), and the noise.
inline Table make(const Values& values, std::span<const std::byte>) {
    Table table = zeros(shape(values));
    apply<params, double>(
        [&](double noise, double, double seed) {
            Random random(static_cast<std::uint64_t>(seed), Stream::data);
            for (std::size_t i = 0; i < table.y.size(); ++i) {
                const bool outer = i % 2 == 1;
                const double theta = 2 * pi<double>() * random.uniform(), r = outer ? 2 : 1;
                table.y[i] = outer;
                table.x[2 * i] = static_cast<float>(r * cos(theta) + noise * random.normal());
                table.x[2 * i + 1] = static_cast<float>(r * sin(theta) + noise * random.normal());
            }
        },
        values);
    return table;
}

inline constexpr DataSet entry{{{"rings", "Rings", "Two rings, one around the other.", "made for this test"}, params},
                               "",
                               "20%",
                               shape,
                               make};

}  // namespace eta::rings
`;
const list = 'tests/bits/list.txt';

/** @type {import('./promises.test.mjs').Promised} */
export const dataSet = {
  name: 'a data set',
  plants: [
    ...inTable('data_sets', 'rings', 'rings::entry', header),
    words('zh', {
      'data.rings.name': '圆环',
      'data.rings.summary': '一环套一环。',
      'data.rings.noise.help': '噪声的标准差',
      'data.rings.samples.help': '抽取多少个点',
      'data.rings.seed.help': '抽取哪些点',
    }),
    {
      path: list,
      after: /$/,
      text: '? learns data=rings(noise=0.2, samples=401, seed=3) hidden=13 act=tanh opt=adam lr=0.05 batch=13 steps=200 evaluate=100%\n',
    },
  ],
  needed: [
    { what: 'its Chinese words', path: 'web/words/zh.json', line: /rings\.seed/, check: 'words', says: /data\.rings\.seed\.help/ },
    { what: 'its published run', path: list, line: /rings/, check: 'published', says: /data=rings/ },
  ],
};
