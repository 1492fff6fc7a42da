/** Data files that are infrastructure code only if their text says so, such as templates of CloudFormation. */
import { maybeInfrastructure, recognizedByInfrastructure } from '../iac/read.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** Files that are read before their texts are looked at; those of no interest are dropped then. */
const BATCH = 500;

/**
 * The texts of the files that any format recognizes, beside those that are `known` already. A file over the cap of one
 * file is no template that AWS would take, and is passed over.
 */
export async function readCandidates(
  snapshot: Snapshot,
  known: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, string>> {
  const paths = chosen(snapshot, known, diagnostics);
  const texts = new Map<string, string>();
  for (let from = 0; from < paths.length; from += BATCH) {
    for (const [path, text] of await snapshot.read(paths.slice(from, from + BATCH)))
      if (recognizedByInfrastructure(path, text)) texts.set(path, text);
  }
  return texts;
}

function chosen(
  snapshot: Snapshot,
  known: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): readonly string[] {
  const paths: string[] = [];
  let bytes = 0;
  for (const file of snapshot.files) {
    if (file.bytes > LIMITS.iacFileBytes || known.has(file.path) || !maybeInfrastructure(file.path)) continue;
    bytes += file.bytes;
    if (paths.length < LIMITS.iacFiles && bytes <= LIMITS.candidateBytes) {
      paths.push(file.path);
      continue;
    }
    diagnostics.push({
      code: 'limit-exceeded',
      severity: 'warning',
      message: `There are too many YAML and JSON files to look for templates in all of them: ${LIMITS.iacFiles} files or ${LIMITS.candidateBytes} bytes are the limit; this one and what comes after it was not looked at.`,
      at: { file: file.path },
      hint: 'iac: [{ cloudformation: templates/app.yaml }]',
    });
    break;
  }
  return paths;
}
