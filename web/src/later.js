// What most first visits do without, as one file: fetched when a reader draws, opens an editor or More, saves, or mistypes an address.
export { makeEditor } from './controls/editor.js';
export { makeEmbed } from './controls/embed.js';
export { makeMore } from './controls/more.js';
export { makeSource } from './controls/source.js';
export { saveCsv } from './csv.js';
export { makeChallenge } from './draw/challenge.js';
