// A schedule is one file, one line in the table, its words, a closed form and a published run.
import { inTable, words } from './places.mjs';

const header = `// The rate falls linearly to a part of the base rate.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::half_linear_schedule {

inline constexpr std::array params{
    base_rate, Param{.key = "part", .symbol = "p", .min = 0, .max = 1, .initial = "0.5", .help = "what is left at the end"}};

// η(t) = η₀·(1 − (1 − p)·t/T)
inline constexpr auto rate = []<class N>(N t, N T, N lr, N part) { return lr * (1 - (1 - part) * (t / T)); };

inline constexpr Schedule entry = describe_schedule<params, rate>({"half_linear", "Half linear", "Falls to half of the rate.", "made for this test"});

}  // namespace eta::half_linear_schedule
`;
const tests = 'tests/cpp/schedule_test.cpp';
const list = 'tests/bits/list.txt';

/** @type {import('./promises.test.mjs').Promised} */
export const schedule = {
  name: 'a schedule',
  plants: [
    ...inTable('schedules', 'half_linear', 'half_linear_schedule::entry', header),
    words('zh', {
      'schedule.half_linear.name': '半线性',
      'schedule.half_linear.summary': '下降到一半。',
      'schedule.half_linear.lr.help': '起始学习率',
      'schedule.half_linear.part.help': '最后剩下的部分',
    }),
    {
      path: tests,
      after: /\{"linear\(0\.4.*\n/,
      text: '        {"half_linear(0.4, part=0.3)", [](double t, double T) { return 0.4 - 0.28 * t / T; }},\n',
    },
    {
      path: list,
      after: /$/,
      text: '? learns data=digits hidden=37 batch=33 steps=60 evaluate=100% schedule=half_linear(0.4, part=0.3)\n',
    },
  ],
  needed: [
    {
      what: 'its Chinese words',
      path: 'web/words/zh.json',
      line: /half_linear\.part/,
      check: 'words',
      says: /schedule\.half_linear\.part\.help/,
    },
    { what: 'its closed form', path: tests, line: /half_linear/, check: 'native', says: /half_linear\.lr/ },
    { what: 'its published run', path: list, line: /half_linear/, check: 'published', says: /schedule=half_linear\(part=\)/ },
  ],
};
