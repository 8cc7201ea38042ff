// A listener is one file, one line in the table of schedules, its words and a published run; its factor has no closed form.
import { inTable, words } from './places.mjs';

const header = `// A factor that falls after every so many evaluations that were worse than the best one.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include "eta/schedule/metric.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::doubter_schedule {

inline constexpr std::array params{
    Param{.key = "factor", .symbol = "γ", .min = 0, .max = 1, .initial = "0.5", .help = "what the rate is multiplied by"},
    Param{.key = "worse", .type = Type::integer, .min = 1, .max = 1e6, .initial = "3", .help = "worse evaluations that are waited for"},
    metric_param,
};

struct State {
    double factor = 1;
    double best = std::numeric_limits<double>::quiet_NaN();
    std::int64_t worse = 0;
};

inline double on_evaluation(const Values& values, State& state, double metric) {
    return apply<params, double>(
        [&](double factor, double worse, int measured) {
            if (improves(metric, state.best, 0, larger_is_better(measured)))
                state.best = metric;
            else if (static_cast<double>(++state.worse) >= worse) {
                state.worse = 0;
                state.factor *= factor;
            }
            return state.factor;
        },
        values);
}

inline constexpr Schedule entry =
    describe_listener({"doubter", "Doubter", "Lowers the rate after evaluations that were worse.", "made for this test"}, params,
                      listener_with<State, params, on_evaluation>());

}  // namespace eta::doubter_schedule
`;
const list = 'tests/bits/list.txt';
const run = (/** @type {string} */ metric) => `schedule=constant * doubter(factor=0.7, worse=2, metric=${metric})`;

/** @type {import('./promises.test.mjs').Promised} */
export const listener = {
  name: 'a listener',
  plants: [
    ...inTable('schedules', 'doubter', 'doubter_schedule::entry', header),
    words('zh', {
      'schedule.doubter.name': '怀疑者',
      'schedule.doubter.summary': '评估变差几次后降低学习率。',
      'schedule.doubter.factor.help': '学习率乘以多少',
      'schedule.doubter.worse.help': '等待多少次变差的评估',
      'schedule.doubter.metric.help': '在验证样本上测量什么',
      'parameter.worse': '变差',
    }),
    {
      path: list,
      after: /$/,
      text: `? learns data=digits hidden=37 batch=33 steps=200 lr=0.7 evaluate=5 ${run('validation_loss')} ${run('validation_accuracy')}\n`,
    },
  ],
  needed: [
    {
      what: 'its Chinese words',
      path: 'web/words/zh.json',
      line: /doubter\.worse/,
      check: 'words',
      says: /schedule\.doubter\.worse\.help/,
    },
    { what: 'its published run', path: list, line: /doubter/, check: 'published', says: /schedule=doubter/ },
  ],
};
