// Parts of the element that its author may hide: hide="controls table".

/** Each part, and what in the element it is. @type {Record<string, string>} */
export const hideable = {
  top: '.top',
  headline: 'h1, .lead',
  controls: '.bar',
  step: '.bar .step',
  reset: '.bar .reset',
  new_seed: '.bar .new_seed',
  speed: '.bar .speed',
  fields: '.desk > .fields',
  rate: '.chart.rate',
  accuracy: '.chart.accuracy',
  handles: '.handles',
  tools: '.tools',
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

/** Hides parts in one element's root. */
export class Hidden {
  #sheet = new CSSStyleSheet();

  /** @param {ShadowRoot} root */
  constructor(root) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** @param {string | null} list names between spaces or commas @returns {string[]} those that are no part */
  set(list) {
    const names = (list ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const known = names.filter((name) => Object.hasOwn(hideable, name));
    // The room that is kept for the controls is kept for all of them.
    const room = known.length > 0 ? '.lab .desk { min-height: 0; }' : '';
    const rules = known.map((name) => `${hideable[name].replaceAll(/[^,]+/g, '.lab $&')} { display: none !important; }`);
    this.#sheet.replaceSync([room, ...rules].join('\n'));
    return names.filter((name) => !known.includes(name));
  }
}
