// The place of the model panel: what fills it is loaded when the place is on screen and there is something to show.
import { make } from '../ui/dom.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** What can be shown: points of the plane, or the 8×8 digits. @param {import('../lib/run.js').Run} run */
const kindOf = ({ data }) => (data.inputs === 2 ? 'plane' : data.asset === 'digits' ? 'digits' : '');

/** @param {Setting} setting */
export function makeModelSlot(setting) {
  const { lab } = setting;
  // Keeps the room free, so that nothing moves when it is filled.
  const element = make('section', { class: 'model' });
  /** @type {ReturnType<typeof import('./view.js').makeView> | null} */
  let view = null;
  let seen = false;
  let loading = false;
  let closed = false;

  const load = async () => {
    if (loading || closed) return;
    loading = true;
    const { makeView } = await import('./view.js');
    if (closed) return;
    view = makeView(setting, element);
    view.update();
  };
  const update = () => {
    const race = lab.displayed;
    const kind = race ? kindOf(race.run) : 'waiting';
    if (element.dataset.kind !== kind) element.dataset.kind = kind;
    element.hidden = kind === '';
    if (!seen || !race || element.hidden) return;
    if (view) view.update();
    // Without it all else stays.
    else load().catch(() => {});
  };
  const sight = new IntersectionObserver((entries) => {
    seen = entries[entries.length - 1].isIntersecting;
    update();
  });
  sight.observe(element);

  return {
    element,
    update,
    relook() {
      view?.relook();
    },
    close() {
      closed = true;
      sight.disconnect();
    },
  };
}
