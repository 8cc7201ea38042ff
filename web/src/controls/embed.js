// The current run as HTML for an article: one tag with its script, or a frame that reports its height.
import { pageKeys, writeAddress } from '../lib/address.js';
import { make } from '../ui/dom.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** The names of the controls that are hidden in the reduced version, as the attribute `hide` takes them. */
const bare = 'step new_seed speed fields tools undo table add more failures model network';

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;

/**
 * Writes both snippets for a run.
 * @param {import('../lib/run.js').Run} run
 * @param {object} options
 * @param {[string, string][]} options.attributes of the element, those without a value left out
 * @param {[string, string][]} options.view what the frame's address keeps of the view
 * @param {string} options.base the address of the page, without its query and hash; only a served one is anyone else's
 */
export function snippets(run, { attributes, view, base }) {
  const isServed = /^https?:/.test(base);
  const own = attributes.filter(([, value]) => value !== '');
  const written = own.map(([key, value]) => ` ${key}=${quoted(value)}`).join('');
  const hash = writeAddress(run.items, [...own, ...view], pageKeys);
  const script = isServed ? new URL('etalab.js', base).href : 'etalab.js';
  const page = isServed ? base : 'etalab.html';
  return {
    tag: `<script src=${quoted(script)}></script>\n<eta-lab run=${quoted(run.text)}${written}></eta-lab>`,
    frame: `<iframe src=${quoted(`${page}?embed#${hash}`)} title="EtaLab" width="100%" height="640" loading="lazy" style="border:0"></iframe>
<script>
addEventListener('message', ({ source, data }) => {
  if (data?.type !== 'etalab:height') return;
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;
});
</script>`,
  };
}

/**
 * @param {Setting} setting
 * @param {HTMLElement} etaLab
 * @param {(text: string) => Promise<void>} copy
 * @param {() => [string, string][]} view
 */
export function makeEmbed({ lab, words }, etaLab, copy, view) {
  const only = make('input', { type: 'checkbox', name: 'bare', change: () => update() });
  /** @param {string} title @param {number} rows */
  const makeSnippet = (title, rows) => {
    const area = make('textarea', { class: 'code', readonly: true, rows, 'aria-label': title });
    const button = make('button', { type: 'button', click: () => copy(area.value) }, words.t('copy'));
    return { area, element: make('div', { class: 'snippet' }, make('h2', {}, title), area, button) };
  };
  const local = make('p', { class: 'soft' }, words.t('embed.local'));
  const tag = makeSnippet(words.t('embed.tag'), 3);
  const frame = makeSnippet(words.t('embed.frame'), 8);
  const update = () => {
    const { run } = lab;
    if (!run) return;
    const base = location.href.replace(/[?#].*$/, '');
    const attributes = /** @type {[string, string][]} */ ([
      ['lang', words.language],
      ...['theme', 'experiment'].map((key) => [key, etaLab.getAttribute(key) ?? '']),
      ['hide', only.checked ? bare : ''],
    ]);
    local.hidden = /^https?:/.test(base);
    const texts = snippets(run, { attributes, view: view(), base });
    tag.area.value = texts.tag;
    frame.area.value = texts.frame;
  };
  const element = make(
    'section',
    { class: 'card embedding', 'aria-label': words.t('embed') },
    make('p', {}, words.t('embed.help')),
    local,
    make('label', { class: 'check' }, only, ` ${words.t('embed.bare')}`),
    tag.element,
    frame.element,
  );
  update();
  return { element, update };
}
