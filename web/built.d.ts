// What the site's build puts into the bundles.
declare module 'eta:glue' {
  const createEta: import('./src/engine/eta-module.js').CreateEta;
  export default createEta;
}

/** The worker, bundled into one classic script. */
declare module 'eta:worker' {
  const text: string;
  export default text;
}

/** Of what `eta describe` printed at build time, what the page asks for; its English is among the words. */
declare module 'eta:describe' {
  const describe: import('./src/lib/registry.js').Describe;
  export default describe;
}

/** The kinds besides schedules, which the network's settings choose from. */
declare module 'eta:choices' {
  const choices: import('./src/lib/registry.js').Describe['kinds'];
  export default choices;
}

/** files.js, or embedded.js in a script that holds everything. */
declare module 'eta:files' {
  /** A file of the site: `eta.wasm`, `assets/NAME.bin`. Rejects with a PoolError. */
  export function load(path: string): Promise<Response>;
}

/** The site's files by their paths, gzipped, in base64. */
declare module 'eta:embedded' {
  const files: Record<string, string>;
  export default files;
}

/** The picture of the default run, in each language, for scripts that come to pages without it; null in the page's own script. */
declare module 'eta:picture' {
  const pictures: Record<string, import('./src/ui/markup.js').Node[]> | null;
  export default pictures;
}
