/** What all modules of one root share while they are evaluated. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Budget } from '../evaluate/budget.ts';
import type { Files } from '../evaluate/files.ts';
import type { InstalledModules } from './installed.ts';
import type { TerraformTree } from './tree.ts';

export interface Context {
  readonly tree: TerraformTree;
  readonly budget: Budget;
  readonly files: Files;
  readonly diagnostics: Diagnostic[];
  /** What was reported already, by a key of its own: one problem of a block is one diagnostic, however many instances it has. */
  readonly reported: Set<string>;
  /** Addresses that are being evaluated, outermost first. */
  readonly open: Set<string>;
  /** The directory of the root module. */
  readonly root: string;
  readonly installed: InstalledModules;
  /** Calls of modules that were read from where they are installed, and calls of modules that were not read. */
  readonly calls: { readonly installed: Set<string>; readonly unread: Set<string> };
  /** Calls whose module is not to be read although it is installed. */
  readonly closed: ReadonlySet<string>;
  readonly workspace: string | undefined;
  /** Where no provider names a region. */
  readonly region: string | undefined;
}

/** Adds a diagnostic once. */
export function reportOnce(context: Context, key: string, diagnostic: Diagnostic): void {
  if (context.reported.has(key)) return;
  context.reported.add(key);
  context.diagnostics.push(diagnostic);
}
