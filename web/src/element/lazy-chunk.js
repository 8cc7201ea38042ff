// What most first visits do without, as one file: fetched when a reader draws, opens an editor, More, the network's
// settings or a table of values, saves, or mistypes an address.
export { makeValues } from '../charts/values.js';
export { makeEditor } from '../controls/editor.js';
export { makeEmbed } from '../controls/embed.js';
export { makeMore } from '../controls/more.js';
export { makeNetworkSettings } from '../controls/network-settings.js';
export { saveCsv } from '../controls/save-csv.js';
export { makeSource } from '../controls/source.js';
export { makeChallenge } from '../draw/challenge.js';
export { default as styles } from '../ui/styles/later.css';
