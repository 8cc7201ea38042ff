// A language is one file of words; nothing else names it.
const file = 'web/words/de.json';

/** @type {import('./promises.test.mjs').Promised} */
export const language = {
  name: 'a language',
  plants: [
    // The words are copied from another language; their meaning is not tested.
    { path: file, copy: 'web/words/zh.json' },
    { path: file, after: /"language": "/, text: 'Deutsch, ' },
  ],
  needed: [
    { what: 'one of its words', path: file, line: /"pause"/, check: 'words', says: /pause/ },
    { what: 'a word of the core', path: file, line: /"schedule\.cosine\.name"/, check: 'words', says: /schedule\.cosine\.name/ },
    { what: 'its own name', path: file, line: /"language"/, check: 'words', says: /a name of its own/ },
  ],
};
