// The libraries stand in build/peers/node_modules and not where the compiler looks.
declare module '@jax-js/jax';
declare module '@tensorflow/tfjs-backend-cpu';
declare module '@tensorflow/tfjs-backend-wasm';
declare module '@tensorflow/tfjs-core';
declare module 'convnetjs';
declare module '@tensorflow/tfjs-core/dist/register_all_gradients';
