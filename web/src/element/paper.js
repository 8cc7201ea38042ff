// An element that has never been on the screen has trained nothing. On paper the picture inside it stands in its place, else its run and where
// it can be seen: nothing can be waited for once printing begins.
import { writeAddress } from '../lib/address.js';
import { make } from '../ui/dom.js';

/**
 * @param {HTMLElement} etaLab
 * @param {HTMLElement} panel which the element shows; when it has been replaced, nothing is followed any more
 * @param {import('../lab/setting.js').Setting} setting
 */
export async function followPrint(etaLab, panel, { lab, words }) {
  await words.loadAll();
  const paper = make('div', { class: 'paper' });
  const leave = () => paper.remove();
  const print = () => {
    if (!panel.isConnected) {
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', leave);
      return;
    }
    const { run } = lab;
    if (run?.racers.some((_, i) => lab.telemetry(i + 1)?.evaluations.update.length)) return;
    const full = etaLab.getAttribute('full');
    const address = full && run ? `${full}#${writeAddress(run.items, [['lang', words.language]], ['lang'])}` : location.href;
    const sentence = () => make('p', {}, words.t('print.unrun', { run: run?.text ?? etaLab.getAttribute('run') ?? '', address }));
    paper.replaceChildren(etaLab.childElementCount > 0 ? make('slot') : sentence());
    panel.append(paper);
  };
  addEventListener('beforeprint', print);
  addEventListener('afterprint', leave);
}
