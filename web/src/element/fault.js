// What has failed or is missing is said above the laboratory. Before there is a run, what needs no training stands in the laboratory's place.
import { make } from '../ui/dom.js';
import { makeFailure } from '../ui/load-failure.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {HTMLElement} laboratory
 */
export function makeFault({ lab, words, fallback, say }, laboratory) {
  const element = make('div', { class: 'notice fault', hidden: true });
  const standIn = make('div', { class: 'main' });
  const stop = lab.pool.subscribe(() => lab.notify('failed'));
  let said = '';
  return {
    element,
    update() {
      const errors = lab.failure ? [{ code: lab.failure, message: '', mayPass: false, values: {} }] : lab.pool.missing;
      const now = errors.map(({ code, message }) => code + message).join();
      if (now !== said) {
        said = now;
        element.replaceChildren(...errors.map((error) => makeFailure(words, error, error.mayPass ? () => lab.pool.retry() : null)));
        say(element.textContent ?? '');
      }
      element.hidden = now === '';
      const isStill = now !== '' && !lab.run;
      if (isStill === standIn.isConnected) return;
      for (const child of /** @type {HTMLElement[]} */ (Array.from(laboratory.children))) child.hidden = isStill;
      standIn.replaceChildren(...(isStill ? fallback.whole() : []));
      if (isStill) laboratory.append(standIn);
      else standIn.remove();
    },
    close: stop,
  };
}
