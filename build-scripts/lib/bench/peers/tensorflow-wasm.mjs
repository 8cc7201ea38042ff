// TensorFlow.js with XNNPACK in WebAssembly.
import { openWith } from './tensorflow.mjs';

export { make } from './tensorflow.mjs';
export const open = () => openWith('wasm');
