// What a preset or a task changes is in view: in a high window the charts stick to its top, else they are scrolled into view. And what was
// pressed stays where it is, though the table above it may have become shorter: a second press hits the same button. This is fetched when the
// reader scrolls or comes near such a button, as at first all charts are in view.
import { make } from '../ui/dom.js';
import { adopt } from '../ui/styles/adopt.js';
import style from './charts-view.css';

/**
 * @param {import('../lab/lab.js').Lab} lab
 * @param {HTMLElement} main holds the charts first
 * @param {HTMLElement[]} parts below the table, whose pressed buttons change the run
 */
export function keepInView(lab, main, parts) {
  const charts = /** @type {HTMLElement} */ (main.firstElementChild);
  /** The accuracy's chart. */
  const result = charts.lastElementChild;
  adopt(main, style);
  const placeOf = (/** @type {HTMLElement} */ part) => part.getBoundingClientRect().top - main.getBoundingClientRect().top;
  /** It has the height that the table has lost. */
  const spacer = make('div');
  parts[0].before(spacer);
  /** @type {{ part: HTMLElement, top: number } | null} The part with the pressed button, and where it was. */
  let pressed = null;
  const sizes = new ResizeObserver(([{ contentRect }]) => {
    main.style.setProperty('--charts', `${Math.ceil(contentRect.height)}px`);
  });
  sizes.observe(charts);

  for (const part of parts) {
    part.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || !target.closest('[aria-pressed]')) return;
      pressed = { part, top: placeOf(part) };
      // Were the page shorter for a moment, a window at its end would scroll.
      main.style.minHeight = `${main.offsetHeight}px`;
      const { top = 0, bottom = 0 } = result?.getBoundingClientRect() ?? {};
      if (top < 0 || bottom > innerHeight) result?.scrollIntoView({ block: 'nearest' });
    });
    part.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && spacer.style.setProperty('height', '0'));
  }
  let shown = lab.run;
  // Words that have come are told as a change of the run, too.
  const unsubscribe = lab.subscribe(() => {
    if (lab.run === shown) return;
    shown = lab.run;
    const lost = pressed ? pressed.top - placeOf(pressed.part) + spacer.getBoundingClientRect().height : 0;
    spacer.style.height = `${Math.max(0, lost)}px`;
    main.style.minHeight = '';
    pressed = null;
  });
  return () => {
    sizes.disconnect();
    unsubscribe();
  };
}
