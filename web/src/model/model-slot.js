// The slot of the model panel; the panel is loaded when the slot is visible and the run has a model that can be shown.
import { make } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** Points of the plane and the 8×8 digits can be shown; '' for any other data. @param {import('../lib/run.js').Run} run */
const kindOf = ({ data }) => (data.inputs === 2 ? 'plane' : data.asset === 'digits' ? 'digits' : '');

/** @param {Setting} setting */
export function makeModelSlot(setting) {
  const { lab } = setting;
  // The empty section reserves its space, so that nothing moves when it is filled.
  const element = make('section', { class: 'model' });
  /** @type {ReturnType<typeof import('./view.js').makeView> | null} */
  let view = null;
  let visible = false;
  let loading = false;
  let closed = false;

  const load = async () => {
    if (loading || closed) return;
    loading = true;
    const { makeView } = await loadPart(setting.words, element, () => import('./view.js'));
    if (closed) return;
    view = makeView(setting, element);
    view.update();
  };
  const update = () => {
    const race = lab.displayed;
    const kind = race ? kindOf(race.run) : 'waiting';
    if (element.dataset.kind !== kind) element.dataset.kind = kind;
    element.hidden = kind === '';
    if (!visible || !race || element.hidden) return;
    if (view) view.update();
    else load();
  };
  const visibility = new IntersectionObserver((entries) => {
    visible = entries[entries.length - 1].isIntersecting;
    update();
  });
  visibility.observe(element);

  return {
    element,
    update,
    restyle() {
      view?.restyle();
    },
    close() {
      closed = true;
      visibility.disconnect();
    },
  };
}
