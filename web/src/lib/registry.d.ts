// The registry as `eta describe` prints it: what may be written in a run, and with which parameters.

export type ParamType = 'number' | 'integer' | 'length' | 'flag' | 'choice' | 'schedule' | 'numbers' | 'lengths' | 'points';

/** One parameter of a registered thing. `initial` is text in the language of runs ("0.1", "10%", "lr"). */
export interface Param {
  key: string;
  symbol: string;
  unit: 'none' | 'rate' | 'updates' | 'samples';
  type: ParamType;
  /** of numbers, integers, lengths and points */
  min?: number;
  max?: number;
  initial: string;
  scale: 'linear' | 'log';
  /** of choices and flags */
  choices?: string[];
}

/** One registered thing. `role` belongs to schedules, `text` to presets, `asset` and `validation` (the default) to data sets. */
export interface Entry {
  key: string;
  role?: 'formula' | 'combinator' | 'listener';
  text?: string;
  asset?: string;
  validation?: string;
  params: Param[];
}

/** One of a run's own keys (data, hidden, lr, …). `kind` names the registry its value comes from; `shared`: the same for all racers. */
export interface RunKey {
  key: string;
  type: 'integer' | 'widths' | 'number' | 'interval' | 'validation' | 'schedule' | 'text' | 'call' | 'choice';
  initial: string;
  min?: number;
  max?: number;
  scale: 'linear' | 'log';
  kind?: string;
  choices?: string[];
  shared: boolean;
}

/** What the page asks for; the words stand in a file for each language, under keys such as `schedule.cosine.name`. */
export interface Describe {
  kinds: Record<string, Entry[]>;
  keys: RunKey[];
}

export interface PrintedEntry extends Omit<Entry, 'params'> {
  name: string;
  summary: string;
  source: string;
  /** of conventions */
  rows?: object[];
  params: (Param & { help: string })[];
}

/** All that `eta describe` prints, in English. */
export interface Printed {
  kinds: Record<string, PrintedEntry[]>;
  keys: (RunKey & { name: string; help: string })[];
  functions: { key: string; arity: number }[];
  names: string[];
  problems: { code: string; sentence: string }[];
  columns: { key: string; name: string; unit: string }[];
  limits: Record<string, number>;
}
