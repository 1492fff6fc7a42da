/**
 * Problems are data. A diagnostic says what was found, where, what was expected and what to write instead; an
 * exception means a bug of ours.
 */
import type { SourceLocation } from './source-location.ts';

export type Severity = 'error' | 'warning' | 'notice';

/**
 * Every code with what it means, for people. Codes are stable: they may be added, never renamed.
 * The table in docs/diagnostics.md is checked against this one.
 */
export const DIAGNOSTIC_CODES = {
  'limit-exceeded': 'A size, depth or count of the input is over its cap; what is over it was not read.',
  'file-refused': 'A symbolic link, submodule or path outside the tree was refused unread.',
  'file-unreadable': 'A file that was asked for does not exist or is not UTF-8 text.',
  'yaml-syntax': 'A manifest is not valid YAML.',
  'yaml-alias': 'A manifest uses a YAML anchor, alias or merge key; these are refused.',
  'yaml-tag': 'A manifest uses a YAML tag; these are refused.',
  'yaml-documents': 'A manifest holds more than one YAML document.',
  'yaml-key': 'A manifest has a key that is not text, or the same key twice.',
  'manifest-unmatched': 'A pattern that was given for manifests matches no file at either commit.',
  'manifest-version': 'The manifest has no version, or one that this release does not know.',
  'manifest-unknown-key': 'The manifest has a key that means nothing.',
  'manifest-missing': 'The manifest lacks a key that is needed.',
  'manifest-type': 'A value of the manifest is of the wrong kind.',
  'manifest-quantity': 'A quantity of the manifest cannot be read.',
  'manifest-name': 'A name of the manifest does not follow the grammar of names.',
  'manifest-conflict': 'Two statements of the manifest contradict each other.',
  'hcl-syntax': 'A Terraform file has a syntax error; the block around it was skipped.',
  'template-syntax': 'A template or another data file of infrastructure code is not valid YAML or JSON.',
  'iac-unresolved':
    'A value, block or module of the infrastructure code could not be evaluated without running it.',
  'import-assumed':
    'A template imports what one other template of the project seems to export: parts of the names are not known.',
  'iac-duplicate': 'Two resources have the same address.',
  'iac-forgotten':
    'A resource leaves the Terraform state without being destroyed, so that it is billed and not counted.',
  'iac-unknown-type': 'A resource type looks like Amazon Bedrock but does not exist.',
  'iac-not-priced': 'A resource of Amazon Bedrock is declared that no rule here prices.',
  'iac-missing': 'A file or directory that the manifest or the infrastructure code names does not exist.',
  'binding-unmatched': 'A workload names a resource, file or attribute that was not found.',
  'binding-ambiguous': 'A workload names something that could be several things.',
  'model-unknown': 'A model id is not in the catalogue.',
  'model-ambiguous': 'A model id could mean several models.',
  'model-lifecycle': 'A model is legacy, in extended access, or retired.',
  'model-region': 'A model id or ARN belongs to another part of the world than the region it is called from.',
  'tokenizer-changed':
    'A workload switches to a model that counts the same text in another number of tokens, and states the same tokens.',
  'context-exceeded': 'A call has more input tokens than the context window of its model.',
  'tier-unavailable': 'A service tier is not offered for a model.',
  'cache-below-minimum': 'A cached prompt is shorter than the minimum of the model, so nothing is cached.',
  'price-assumed': 'A price is known for another region only and was assumed to hold here.',
  'price-old': 'The price book is more than 60 days older than the head commit.',
  'charge-counted-once':
    'What exists once is stated in two places that differ (the larger counts), or a whole is stated that is less than its parts (the parts count); it is counted once.',
  'charge-replaced':
    'A charge is covered by something else that the manifest names, so it is not priced here.',
  'resource-absent':
    'The manifest says that there is nothing of a resource whose number the code leaves open, so it is not priced.',
  'budget-adopted': 'The base has no manifest, so the limits of the head hold.',
  'budget-changed': 'The head changes a budget; the limits of the base hold.',
  'budget-followed':
    'Next to nothing is left of a workload that has a limit, so the limit also counts what is new.',
  'prices-changed': 'The head changes the prices of its manifest; those of the base hold.',
  'month-changed': 'The head changes the length of the month; that of the base holds for both sides.',
  'manifest-removed': 'The head removes a manifest, so what its workloads cost is not estimated any more.',
  'manifest-disagrees': 'The manifest and the code say different things of one workload.',
  'iac-changed': 'The head changes which infrastructure code is read, or what it is given.',
  'budget-unmatched': 'A budget names a workload or an environment that does not exist.',
  'rename-assumed':
    'Something is gone and something else has come with the same charges: it is taken for a rename.',
  'no-manifest': 'There is no usage manifest.',
  'nothing-found': 'No usage manifest and no Amazon Bedrock resource was found.',
} as const;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  readonly at?: SourceLocation;
  /** The next step, with the exact line to write where there is one. */
  readonly hint?: string;
}
