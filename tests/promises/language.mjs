// A language is one file of words and one line.
import { places } from './places.mjs';

const file = 'web/words/de.json';

/** @type {import('./promises.test.mjs').Promised} */
export const language = {
  name: 'a language',
  plants: [
    // The words are those of another language: what they say is not tested.
    { path: file, copy: 'web/words/zh.json' },
    {
      path: places.languages,
      after: /export const languages = \{\n/,
      text: "  de: { name: 'Deutsch', file: () => import('../words/de.json', { with: { type: 'json' } }) },\n",
    },
  ],
  needed: [
    { what: 'one of its words', path: file, line: /"pause"/, check: 'words', says: /pause/ },
    { what: 'a word of the core', path: file, line: /"schedule\.cosine\.name"/, check: 'words', says: /schedule\.cosine\.name/ },
    { what: 'its line', path: places.languages, line: /de\.json/, check: 'words', says: /'de'/ },
  ],
};
