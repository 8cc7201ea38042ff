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
  let shown = '';
  return {
    element,
    update() {
      const errors = lab.failure ? [{ code: lab.failure, mayPass: false, values: {} }] : lab.pool.missing;
      const now = errors.map(({ code, values }) => [code, ...Object.values(values)]).join();
      if (now === shown && (errors.length === 0 || lab.run === null)) return;
      const retry = () => lab.pool.retry();
      if (now !== shown) {
        element.replaceChildren(...errors.map((error) => makeFailure(words, error, error.mayPass ? retry : null)));
        say(element.textContent ?? '');
      }
      shown = now;
      element.hidden = errors.length === 0;
      const isStill = errors.length > 0 && !lab.run;
      for (const child of Array.from(laboratory.children)) if (child instanceof HTMLElement && child !== standIn) child.hidden = isStill;
      if (!isStill) return standIn.remove();
      if (!standIn.isConnected) standIn.replaceChildren(...fallback.whole());
      laboratory.append(standIn);
    },
    close: stop,
  };
}
