/** What a model id in a text is there for. */
export type ModelUse =
  /** What a call, a constructor or an object is given. */
  | 'argument'
  | 'constant'
  /** What holds where an environment variable is not set. */
  | 'environment-default'
  /** A value of a configuration file or of the environment. */
  | 'configuration'
  /** Any other place in code where the id is a value: returned or chosen. */
  | 'expression'
  /** What another id is compared with. */
  | 'comparison'
  /** One of many in a list or table of models. */
  | 'catalogue'
  /** One of the values that something may have. */
  | 'allowed-values'
  /** What a policy allows to call. */
  | 'permission'
  | 'test'
  | 'comment'
  | 'documentation';

/** Uses that decide which model is called; the others only name models. */
const DECIDING: ReadonlySet<ModelUse> = new Set([
  'argument',
  'constant',
  'environment-default',
  'configuration',
  'expression',
]);

/** Whether a use decides which model runs. */
export function decidesModel(use: ModelUse): boolean {
  return DECIDING.has(use);
}
