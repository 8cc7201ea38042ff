// The site's build defines these modules.
declare module 'eta:default_run' {
  /** What `eta check --json` says of the empty text. */
  const run: { text: string; problems: unknown[] };
  export default run;
}
declare module 'eta:glue' {
  const createEta: import('./src/engine/eta-module.js').CreateEta;
  export default createEta;
}

/** The worker is bundled into one classic script. */
declare module 'eta:worker' {
  const text: string;
  export default text;
}

/** The page's part of what `eta describe` printed at build time; its English texts are in the words. */
declare module 'eta:describe' {
  const describe: import('./src/lib/registry.js').Describe;
  export default describe;
}

/** The network's settings offer these kinds; schedules are not among them. */
declare module 'eta:choices' {
  const choices: import('./src/lib/registry.js').Choices;
  export default choices;
}

/** What writes a racer for elsewhere. */
declare module 'eta:exporters' {
  const exporters: import('./src/lib/registry.js').Exporter[];
  export default exporters;
}

/** This is files.js, or embedded.js in a script that contains all files. */
declare module 'eta:files' {
  /** Whether the module stands in two files, of which one may be fetched later. */
  export const isSplit: boolean;
  /** Loads a file of the site, such as `eta.wasm` or `assets/NAME.bin`; rejects with a PoolError. */
  export function load(path: string, again?: boolean): Promise<Uint8Array<ArrayBuffer>>;
}

/** The hash of each file that files.js loads, as hash.js computes it. */
declare module 'eta:hashes' {
  const hashes: Record<string, number>;
  export default hashes;
}

/** The keys are the paths of the site's files, the values their gzipped bytes in base64. */
declare module 'eta:embedded' {
  const files: Record<string, string>;
  export default files;
}

/** The picture of the default run in each language, for scripts on other pages; it is null in the page's own script. */
declare module 'eta:picture' {
  const pictures: Record<string, import('./src/ui/markup.js').Node[]> | null;
  export default pictures;
}
