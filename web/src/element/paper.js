// An element that has never been on the screen has trained nothing. On paper the picture inside it stands in its place, else its run and where
// it can be seen: nothing can be waited for once printing begins.
import { writeAddress } from '../lib/address.js';
import { make } from '../ui/dom.js';

/**
 * @param {HTMLElement} etaLab
 * @param {HTMLElement} panel which the element shows
 * @param {import('../lab/setting.js').Setting} setting
 * @returns {Promise<(type: string) => void>} is called before and after printing
 */
export async function makePaper(etaLab, panel, { lab, words }) {
  await words.loadAll();
  const paper = make('div', { class: 'paper' });
  return (type) => {
    if (type === 'afterprint') return paper.remove();
    const { run } = lab;
    if (run?.racers.some((_, i) => lab.telemetry(i + 1)?.evaluations.update.length)) return;
    const full = etaLab.getAttribute('full');
    const address = full && run ? `${full}#${writeAddress(run.items, [['lang', words.language]], ['lang'])}` : location.href;
    const sentence = () => make('p', {}, words.t('print.unrun', { run: run?.text ?? etaLab.getAttribute('run') ?? '', address }));
    paper.replaceChildren(etaLab.childElementCount > 0 ? make('slot') : sentence());
    panel.append(paper);
  };
}
