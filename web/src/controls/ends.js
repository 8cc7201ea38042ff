// Lists why each racer ended and where its listener lowered the rate, for racers with a stop rule or a listener.
import { colourOf } from '../charts/racer-style.js';
import { nameOf } from '../lab/racer-names.js';
import { changesOf, endOf } from '../lab/results.js';
import { formatInteger, formatNumber } from '../lib/format.js';
import { make } from '../ui/dom.js';

/** This many of the latest changes are listed; earlier ones are an ellipsis. */
const maxChanges = 4;

/** @param {import('../lab/setting.js').Setting} setting @returns {import('../ui/component.js').Component} */
export function makeEnds({ lab, words, describe }) {
  const { language } = words;
  const element = make('ul', { class: 'ends', hidden: true });
  const at = (/** @type {number} */ update) => formatInteger(update, { language });
  let written = '';

  /** @param {number} racer */
  const sentences = (racer) => {
    const state = lab.state(racer);
    const ended = state?.ended && lab.playhead >= state.update;
    const end = endOf(lab, racer);
    const changes = changesOf(lab, racer);
    const list = changes
      .slice(-maxChanges)
      .map(({ update, factor }) => words.t('ends.change', { update: at(update), factor: formatNumber(factor, { language }) }))
      .join(words.t('list.join'));
    return [
      end && words.t(`ended.${end.ended}`, { update: at(end.update) }),
      ended && !end && words.t('ends.finished', { update: at(state.update) }),
      ended && state.restored >= 0 && words.t('ends.restored', { update: at(state.restored) }),
      changes.length > 0 && words.t('ends.lowered', { count: changes.length, list: changes.length > maxChanges ? `… ${list}` : list }),
      !ended && changes.length === 0 && words.t('ends.running'),
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
      const text = rows.map(({ racer, name, text }) => `${racer} ${name} ${text}`).join('\n');
      if (text === written) return;
      written = text;
      element.hidden = rows.length === 0;
      element.replaceChildren(
        ...rows.map(({ racer, name, text }) =>
          make('li', {}, make('b', { class: `racer-${colourOf(lab.styles[racer - 1])}` }, name), ` ${text}`),
        ),
      );
    },
  };
}
