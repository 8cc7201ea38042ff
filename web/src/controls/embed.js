// The current run as HTML for an article: one tag with its script, or a frame that reports its height.
import { writeAddress } from '../lib/address.js';
import { make } from '../ui/dom.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/** The names of the controls that are hidden in the reduced version, as the attribute `hide` takes them. */
const bare = 'step new_seed speed fields tools table add more failures model network';

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;

/**
 * Writes both snippets for a run.
 * @param {import('../lib/run.js').Run} run
 * @param {{ language: string, hide: string, base: string }} options `base` is the address of the page, without its query and hash
 */
export function snippets(run, { language, hide, base }) {
  const hidden = hide && ` hide=${quoted(hide)}`;
  const own = /** @type {[string, string][]} */ ([['lang', language], ...(hide ? [['hide', hide]] : [])]);
  const hash = writeAddress(run.items, own, ['lang', 'theme', 'hide']);
  return {
    tag: `<script src=${quoted(new URL('etalab.js', base).href)}></script>\n<eta-lab run=${quoted(run.text)} lang=${quoted(language)}${hidden}></eta-lab>`,
    frame: `<iframe src=${quoted(`${base}?embed#${hash}`)} title="EtaLab" width="100%" height="640" loading="lazy" style="border:0"></iframe>
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
 * @param {(text: string) => Promise<void>} copy
 */
export function makeEmbed({ lab, words }, copy) {
  const only = make('input', { type: 'checkbox', name: 'bare', change: () => update() });
  /** @param {string} title @param {number} rows */
  const makeSnippet = (title, rows) => {
    const area = make('textarea', { class: 'code', readonly: true, rows, 'aria-label': title });
    const button = make('button', { type: 'button', click: () => copy(area.value) }, words.t('copy'));
    return { area, element: make('div', { class: 'snippet' }, make('h2', {}, title), area, button) };
  };
  const tag = makeSnippet(words.t('embed.tag'), 3);
  const frame = makeSnippet(words.t('embed.frame'), 8);
  const update = () => {
    const { run } = lab;
    if (!run) return;
    const base = location.href.replace(/[?#].*$/, '');
    const texts = snippets(run, { language: words.language, hide: only.checked ? bare : '', base });
    tag.area.value = texts.tag;
    frame.area.value = texts.frame;
  };
  const element = make(
    'section',
    { class: 'card embedding', 'aria-label': words.t('embed') },
    make('p', {}, words.t('embed.help')),
    make('label', { class: 'check' }, only, ` ${words.t('embed.bare')}`),
    tag.element,
    frame.element,
  );
  update();
  return { element, update };
}
