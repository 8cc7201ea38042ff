// TensorFlow.js in plain JavaScript.
import { openWith } from './tensorflow.mjs';

export { make } from './tensorflow.mjs';
export const open = () => openWith('cpu');
