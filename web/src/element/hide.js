// An author may hide parts of the element by these names: hide="controls table".

/** @type {Record<string, string>} The selectors of what each name hides. */
export const hideable = {
  top: '.top',
  headline: 'h1, .lead',
  controls: '.bar',
  step: '.bar .step',
  reset: '.bar .reset',
  new_seed: '.bar .new_seed',
  speed: '.bar .speed',
  fields: '.control-area > .fields',
  rate: '.chart.rate',
  accuracy: '.chart.accuracy',
  handles: '.handles',
  tools: '.tools',
  undo: '.line',
  switches: '.chart .switch',
  values: '.chart .as-table',
  table: '.main > table',
  add: '.adder .add',
  more: '.adder .more-button, .more',
  experiment: '.experiment',
  failures: '.failures',
  model: '.side .model',
  network: '.side .network',
  share: 'footer',
  licences: 'footer .licences',
};

/** Hides what an author names, within one element's shadow root. */
export class Hidden {
  #sheet = new CSSStyleSheet();

  /** @param {ShadowRoot} root */
  constructor(root) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** @param {string | null} list names separated by spaces or commas @returns {string[]} the unknown names */
  set(list) {
    const names = (list ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const known = names.filter((name) => Object.hasOwn(hideable, name));
    // The minimal height of the control area is that of all controls, so it does not apply when some are hidden.
    const height = known.length > 0 ? '.lab .control-area { min-height: 0; }' : '';
    const rules = known.map((name) => `${hideable[name].replaceAll(/[^,]+/g, '.lab $&')} { display: none !important; }`);
    this.#sheet.replaceSync([height, ...rules].join('\n'));
    return names.filter((name) => !known.includes(name));
  }
}
