// The registry as `eta describe` prints it: everything that a run's text may contain, with its parameters.

export type ParamType = 'number' | 'integer' | 'length' | 'flag' | 'choice' | 'schedule' | 'numbers' | 'lengths' | 'points';

/** One parameter of a registered thing. `initial` is text in the language of runs ("0.1", "10%", "lr"). */
export interface Param {
  key: string;
  symbol: string;
  unit: 'none' | 'rate' | 'updates' | 'samples';
  type: ParamType;
  /** Only numbers, integers, lengths and points have limits. */
  min?: number;
  max?: number;
  initial: string;
  scale: 'linear' | 'log';
  /** Only choices and flags have choices. */
  choices?: string[];
}

/** One registered thing. `role` belongs to schedules, `text` to presets and aliases, `asset` and `validation` (the default) to data sets. */
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

/** A column of telemetry. An index column says after how many updates a row of its group was measured; it is none of the CSV's. */
export interface Column {
  key: string;
  /** of a formula: '‖g‖', or '' */
  symbol: string;
  group: 'updates' | 'evaluations' | 'epochs';
  is_index: boolean;
  /** it is empty unless the run measures the training samples */
  of_training: boolean;
  /** it is empty unless a racer keeps a mean of its weights */
  of_average?: boolean;
  /** it jumps from batch to batch: a chart smooths it */
  is_noisy: boolean;
}

/** What the page asks for; the words stand in a file for each language, under keys such as `schedule.cosine.name`. */
export interface Describe {
  /** in the order of the registry; `params` are keys */
  schedules: { key: string; role?: Entry['role']; params: string[] }[];
  keys: RunKey[];
  /** in the order of the CSV */
  columns: Column[];
}

/** The whole entries of each kind, which only editors use. */
export type Choices = Record<string, Entry[]>;

/** What writes a racer for elsewhere. Its name is the same in every language; `file` is what it is saved as. */
export interface Exporter {
  key: string;
  name: string;
  file: string;
}

export interface PrintedEntry extends Omit<Entry, 'params'> {
  name: string;
  summary: string;
  source: string;
  /** Only conventions have rows. */
  rows?: object[];
  params: (Param & { help: string })[];
}

/** Everything that `eta describe` prints, in English. */
export interface Printed {
  kinds: Record<string, PrintedEntry[]>;
  keys: (RunKey & { name: string; help: string })[];
  functions: { key: string; arity: number }[];
  names: string[];
  problems: { code: string; sentence: string }[];
  columns: (Column & { name: string; unit: string })[];
  exporters: Exporter[];
  limits: Record<string, number>;
}
