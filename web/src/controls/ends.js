// Why each racer ended, and where its listener lowered the rate: said of those that a stop rule may end or that listen to a metric.
import { colourOf } from '../charts/racer-style.js';
import { nameOf } from '../lab/racer-names.js';
import { changesOf, endOf } from '../lab/results.js';
import { formatInteger, formatNumber } from '../lib/format.js';
import { make } from '../ui/dom.js';

/** Changes named one by one, at most. */
const most = 4;

/** @param {import('../lab/setting.js').Setting} setting */
export function makeEnds({ lab, words, describe }) {
  const { language } = words;
  const element = make('ul', { class: 'ends', hidden: true });
  const at = (/** @type {number} */ update) => formatInteger(update, { language });
  let said = '';

  /** @param {number} racer */
  const sentences = (racer) => {
    const state = lab.state(racer);
    const over = state?.ended && lab.playhead >= state.update;
    const end = endOf(lab, racer);
    const changes = changesOf(lab, racer);
    const list = changes
      .slice(-most)
      .map(({ update, factor }) => words.t('ends.change', { update: at(update), factor: formatNumber(factor, { language }) }))
      .join(words.t('list.join'));
    return [
      end && words.t(`ended.${end.ended}`, { update: at(end.update) }),
      over && !end && words.t('ends.finished', { update: at(state.update) }),
      over && state.restored >= 0 && words.t('ends.restored', { update: at(state.restored) }),
      changes.length > 0 && words.t('ends.lowered', { count: changes.length, list: changes.length > most ? `… ${list}` : list }),
      !over && changes.length === 0 && words.t('ends.running'),
    ].filter((sentence) => sentence);
  };

  return {
    element,
    update() {
      const { run } = lab;
      const rows = (run?.racers ?? []).flatMap(({ stop, listens }, i) =>
        run && (stop !== 'none' || listens)
          ? [{ racer: i + 1, name: nameOf(run, i + 1, words, describe), text: sentences(i + 1).join(words.t('ends.join')) }]
          : [],
      );
      const now = rows.map(({ racer, name, text }) => `${racer} ${name} ${text}`).join('\n');
      if (now === said) return;
      said = now;
      element.hidden = rows.length === 0;
      element.replaceChildren(
        ...rows.map(({ racer, name, text }) => make('li', {}, make('b', { class: `racer-${colourOf(racer)}` }, name), ` ${text}`)),
      );
    },
  };
}
